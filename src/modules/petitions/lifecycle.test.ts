import { describe, expect, test } from 'vitest'
import { allowedActs, moves } from '../lifecycle/index.ts'
import { lifecycle, type PetitionRole, petitionActs } from './lifecycle.ts'
import { petitionKinds, petitionStatuses, petitionSteps } from './petition.ts'

const allMoves = petitionStatuses.flatMap((from) => moves(lifecycle, from).map(([act, move]) => ({ from, act, move })))

test('every status has its row, and every act a place in the table', () => {
  expect(Object.keys(lifecycle).toSorted()).toEqual([...petitionStatuses].toSorted())
  expect(new Set(allMoves.map(({ act }) => act))).toEqual(new Set(petitionActs))
})

test('every step and kind that the table names exists', () => {
  for (const { act, move } of allMoves) {
    for (const step of [...(move.at ?? []), ...(move.step ? [move.step] : [])]) expect(petitionSteps, act).toContain(step)
    for (const kind of move.kinds ?? []) expect(petitionKinds as readonly string[], act).toContain(kind)
  }
})

describe('who may never do anything to a petition', () => {
  test.each<PetitionRole>(['auditor', 'administrator', 'editor', 'resident'])('%s', (role) => {
    for (const status of petitionStatuses)
      for (const step of petitionSteps)
        for (const kind of petitionKinds) expect(allowedActs(lifecycle, { status, step, kind }, new Set([role]))).toEqual([])
  })
})

test('only the chairman signs, or who signs for the chairman; only the filer says whether it is solved and takes it back', () => {
  const by = (act: string) => [...new Set(allMoves.filter((one) => one.act === act).flatMap(({ move }) => move.by))]
  expect(by('issueAnswer')).toEqual(['chairman', 'deputySigner'])
  expect(by('rate')).toEqual(['filer'])
  expect(by('withdraw')).toEqual(['filer'])
})

test('an end is an end: no clock runs on', () => {
  for (const { act, move } of allMoves)
    if (['answered', 'declined', 'withdrawn', 'closed'].includes(move.to)) expect(move.stopsClocks, act).toBe(true)
})

test('nothing is left to do to what was withdrawn', () => {
  expect(moves(lifecycle, 'withdrawn')).toEqual([])
})

test('the rating of an answer changes nothing of what the office said', () => {
  for (const { act, move } of allMoves) if (act === 'rate') expect(move).toMatchObject({ to: 'same', by: ['filer'] })
})
