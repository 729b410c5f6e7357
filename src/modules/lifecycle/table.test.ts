import { describe, expect, test } from 'vitest'
import { allowedActs, barredActs, defineLifecycle, moveNow } from './table.ts'

type Status = 'open' | 'shut'
type Act = 'shut' | 'note' | 'escalate'
type Role = 'clerk' | 'chief' | 'writer'

const table = defineLifecycle<Status, Act, Role, 'reply'>('open', {
  open: {
    note: { to: 'same', by: ['clerk', 'chief'], at: ['fresh'] },
    escalate: { to: 'same', by: ['clerk'], kinds: ['grave'] },
    shut: { to: 'shut', by: ['chief'], notBy: { writer: 'own_text' }, meets: ['reply'] },
  },
  shut: {},
})
const standing = (status: Status, step = 'fresh', kind = 'plain') => ({ status, step, kind })

describe('what may be done now', () => {
  test.each<{ role: Role; status: Status; step?: string; kind?: string; may: Act[] }>([
    { role: 'clerk', status: 'open', may: ['note'] },
    { role: 'clerk', status: 'open', kind: 'grave', may: ['note', 'escalate'] },
    { role: 'clerk', status: 'open', step: 'stale', may: [] },
    { role: 'chief', status: 'open', may: ['note', 'shut'] },
    { role: 'chief', status: 'shut', may: [] },
  ])('$role in $status ($step, $kind): $may', ({ role, status, step, kind, may }) => {
    expect(allowedActs(table, standing(status, step, kind), new Set([role]))).toEqual(may)
  })

  test('a bar takes an act away from whoever else may do it, and says why; who may not anyhow is told nothing', () => {
    const roles = (...all: Role[]) => new Set(all)
    expect(allowedActs(table, standing('open'), roles('chief', 'writer'))).toEqual(['note'])
    expect(barredActs(table, standing('open'), roles('chief', 'writer'))).toEqual([{ act: 'shut', code: 'own_text' }])
    expect(barredActs(table, standing('open'), roles('chief'))).toEqual([])
    expect(barredActs(table, standing('open'), roles('clerk', 'writer'))).toEqual([])
    expect(barredActs(table, standing('shut'), roles('chief', 'writer'))).toEqual([])
  })

  test('an act that is not of this status is no move for anybody', () => {
    expect(moveNow(table, standing('shut'), 'shut')).toBeUndefined()
  })
})

describe('a table that cannot be right stops the program', () => {
  test('a status that nothing leads to', () => {
    expect(() => defineLifecycle<Status, Act, Role, never>('open', { open: {}, shut: {} })).toThrow('No act leads to the status "shut"')
  })
  test('an act that nobody may do', () => {
    expect(() => defineLifecycle<Status, Act, Role, never>('open', { open: { shut: { to: 'shut', by: [] } }, shut: {} })).toThrow(
      'Nobody may do "shut"',
    )
  })
})
