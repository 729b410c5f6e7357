import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../accounts/index.ts'
import { clockOf, isStaff, mayKnowOf, readsContacts, readsInOffice, rolesOn } from './rules.ts'

const actor = (role: Role, unitId: string | null = null): Actor => ({ personId: role, username: role, name: role, roles: [role], unitId })
const bearer = (who: Actor | null, holdsSecret = false, isAccountOfFiler = false) => ({ actor: who, holdsSecret, isAccountOfFiler })
const urban = { unitId: 'urban', kind: 'feedback' } as const
const nowhere = { unitId: null, kind: 'feedback' } as const
const hidden = { publish: true, clearedAt: null, status: 'accepted' } as const
const shown = { ...hidden, clearedAt: new Date(0) }

describe('what somebody is towards a petition on the desk of the urban unit', () => {
  test.each<[string, ReturnType<typeof bearer>, string[]]>([
    ['the reception', bearer(actor('receptionOfficer')), ['receptionOfficer']],
    ['the chairman', bearer(actor('chairman')), ['chairman']],
    ['the auditor', bearer(actor('auditor', 'front')), ['auditor']],
    ['its officer', bearer(actor('caseOfficer', 'urban')), ['caseOfficer']],
    ['its head', bearer(actor('unitHead', 'urban')), ['unitHead']],
    ['another unit’s officer', bearer(actor('caseOfficer', 'health')), []],
    ['another unit’s head', bearer(actor('unitHead', 'health')), []],
    ['an officer without a unit', bearer(actor('caseOfficer')), []],
    ['the administrator', bearer(actor('administrator')), []],
    ['the editor', bearer(actor('editor')), []],
    ['a resident', bearer(actor('resident')), []],
    ['a visitor', bearer(null), []],
    ['the holder of the secret', bearer(null, true), ['filer']],
    ['the account that filed it', bearer(actor('resident'), false, true), ['filer']],
    ['an officer of the unit who filed it', bearer(actor('caseOfficer', 'urban'), true), ['filer', 'caseOfficer']],
  ])('%s', (_who, who, roles) => {
    expect([...rolesOn(who, urban)]).toEqual(roles)
  })

  test('on no desk, no unit’s officer is anything, not even one without a unit', () => {
    for (const unitId of ['urban', null]) {
      expect(rolesOn(bearer(actor('caseOfficer', unitId)), nowhere).size).toBe(0)
      expect(rolesOn(bearer(actor('unitHead', unitId)), nowhere).size).toBe(0)
    }
  })
})

test('who signs for the chairman has the role for feedback and recommendations, for complaints only where the delegation says so', () => {
  const deputy = (complaints: boolean) => bearer({ ...actor('unitHead', 'health'), signsFor: { delegationId: 'd', complaints } })
  for (const kind of ['feedback', 'recommendation'] as const)
    expect([...rolesOn(deputy(false), { unitId: 'urban', kind })], kind).toEqual(['deputySigner'])
  expect([...rolesOn(deputy(false), { unitId: 'urban', kind: 'complaint' })]).toEqual([])
  expect([...rolesOn(deputy(true), { unitId: 'urban', kind: 'complaint' })]).toEqual(['deputySigner'])
})

test('the auditor reads the case and not who filed it; the filer reads the own; nobody else without work on it', () => {
  expect([readsInOffice(new Set(['auditor'])), readsContacts(new Set(['auditor']))]).toEqual([true, false])
  expect([readsInOffice(new Set(['filer'])), readsContacts(new Set(['filer']))]).toEqual([false, true])
  for (const role of ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman'] as const)
    expect([readsInOffice(new Set([role])), readsContacts(new Set([role]))], role).toEqual([true, true])
  expect([readsInOffice(new Set()), readsContacts(new Set())]).toEqual([false, false])
})

test('a hidden case does not exist for strangers, is known to colleagues, and a public one to all', () => {
  const nothing = new Set<never>()
  expect(mayKnowOf(null, nothing, hidden)).toBe(false)
  expect(mayKnowOf(actor('resident'), nothing, hidden)).toBe(false)
  expect(mayKnowOf(actor('caseOfficer', 'health'), nothing, hidden)).toBe(true)
  expect(mayKnowOf(null, new Set(['filer']), hidden)).toBe(true)
  expect(mayKnowOf(null, nothing, shown)).toBe(true)
  expect(mayKnowOf(null, nothing, { ...shown, status: 'withdrawn' })).toBe(false)
  expect(isStaff(actor('resident'))).toBe(false)
})

describe('the rule of law behind each clock', () => {
  const unanswered = { outcome: null, promisedOn: null }
  test.each([
    ['feedback', 1, 'initialResult', false, 'intake.notify_initial_result', null],
    ['complaint', 1, 'initialResult', true, 'intake.notify_initial_result', null],
    ['complaint', 1, 'acceptance', false, 'complaint.accept', null],
    ['complaint', 1, 'resolution', false, 'complaint.resolve_first', null],
    ['complaint', 1, 'resolution', true, 'complaint.resolve_first', 'remote'],
    ['complaint', 2, 'resolution', false, 'complaint.resolve_second', null],
    ['recommendation', 1, 'resolution', true, 'petition.resolve', null],
  ] as const)('%s, instance %i, %s, remote %s: %s', (kind, instance, stage, remote, rule, variant) => {
    expect(clockOf({ kind, instance, ...unanswered }, stage, remote)).toEqual({ rule, variant })
  })
  test('a promise runs to the day that was promised; without one there is no such clock', () => {
    const promised = { kind: 'feedback', instance: 1, outcome: 'promised', promisedOn: '2026-12-20' } as const
    expect(clockOf(promised, 'promise', false)).toEqual({ promisedOn: '2026-12-20' })
    for (const outcome of ['solved', null] as const) expect(clockOf({ ...promised, outcome }, 'promise', false)).toBeNull()
  })
  test('feedback and recommendations need no acceptance', () => {
    for (const kind of ['feedback', 'recommendation'] as const)
      expect(clockOf({ kind, instance: 1, ...unanswered }, 'acceptance', false)).toBeNull()
  })
})
