import { describe, expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../accounts/index.ts'
import { nationalCalendar } from '../clocks/national-calendar.ts'
import { latestPublication, proposedDays } from './propose-days.ts'
import { countsFor, partAt, readsContacts, rolesOn } from './rules.ts'

const actor = (...own: Role[]): Actor => ({ personId: 'p', username: 'p', name: 'P', roles: own, unitId: null })

test('residents and strangers do not learn that an appointment exists; staff learn that it is not theirs', () => {
  const seen = Object.fromEntries([...roles].map((role) => [role, rolesOn(actor(role), false)]))
  expect(rolesOn(null, false)).toBeNull()
  expect(seen['resident']).toBeNull()
  expect(seen['caseOfficer']).toEqual(new Set())
  expect(seen['administrator']).toEqual(new Set())
  expect(seen['chairman']).toEqual(new Set(['chairman']))
  expect(rolesOn(actor('resident'), true)).toEqual(new Set(['filer']))
})

test('the auditor reads appointments without names', () => {
  expect(readsContacts(new Set(['auditor']))).toBe(false)
  expect(readsContacts(new Set(['chairman']))).toBe(true)
  expect(readsContacts(new Set(['filer']))).toBe(true)
})

test('an appointment counts by status, in the month it was asked and in the month it was held', () => {
  const asked = { status: 'asked', askedOn: '2026-11-27', heldOn: null } as const
  expect(countsFor(asked).map(({ name, bucket }) => `${name} ${bucket}`)).toEqual(['appointment.status asked', 'appointment.asked 2026-11'])
  expect(countsFor({ ...asked, status: 'held', heldOn: '2026-12-02' }).at(-1)).toMatchObject({
    name: 'appointment.held',
    bucket: '2026-12',
  })
})

test('the last minute of a part belongs to nobody', () => {
  const days = [
    { starts: '07:30', ends: '11:00' },
    { starts: '13:30', ends: '16:30' },
  ]
  expect(['07:29', '07:30', '10:59', '11:00', '13:30'].map((at) => partAt(days, at)?.starts)).toEqual([
    undefined,
    '07:30',
    '07:30',
    undefined,
    '13:30',
  ])
})

describe('the days that are proposed', () => {
  const pattern = { place: 'Phòng tiếp công dân', leader: null, capacity: 8 }
  const days = (today: Parameters<typeof proposedDays>[0]) => proposedDays(today, nationalCalendar(), pattern).map(({ on }) => on)

  test('are Wednesdays that are working days and can still be posted five working days ahead', () => {
    // Saturday 22 August is worked: five working days before the 26th is the 20th. Wednesday 2 September is National Day.
    expect(days('2026-08-20').slice(0, 3)).toEqual(['2026-08-26', '2026-09-09', '2026-09-16'])
    expect(days('2026-08-21').slice(0, 3)).toEqual(['2026-09-09', '2026-09-16', '2026-09-23'])
  })

  test('begin with the first Wednesday that leaves the time', () => {
    expect(latestPublication('2026-12-02', nationalCalendar())).toBe('2026-11-25')
    expect(days('2026-11-25')[0]).toBe('2026-12-02')
    expect(days('2026-11-26')[0]).toBe('2026-12-09')
  })
})
