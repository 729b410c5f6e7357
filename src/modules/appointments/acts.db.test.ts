import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roles as everyRole } from '../accounts/index.ts'
import { countsOf } from '../tallies/index.ts'
import { type Appointment, appointmentStatuses } from './appointment.ts'
import { askAppointment } from './ask-appointment.ts'
import { compareAppointmentCounts } from './compare-counts.ts'
import { actOn } from './feature.ts'
import { type AppointmentAct, appointmentActs, lifecycle } from './lifecycle.ts'
import { rolesOn } from './rules.ts'
import { scope, site, type TestApp, testApp } from './test-app.ts'

let it: TestApp
const DAY = '2026-12-02'

beforeAll(async () => {
  it = await testApp()
  await it.addDay(DAY, 200)
  await it.addDay('2026-12-09', 200)
})
afterAll(() => it.app.close())
beforeEach(() => it.setNow('2026-11-27T09:00:00+07:00'))

const inputs: Record<AppointmentAct, object> = {
  confirm: { on: DAY, at: '08:00', place: 'Phòng 1' },
  cancel: { reason: 'Bận việc.' },
  hold: { words: 'Đã nghe trình bày.' },
}

async function asked(on = DAY): Promise<Appointment> {
  const input = {
    on,
    part: 'morning',
    subject: 'Mốc giới',
    words: null,
    filer: { name: 'Bình', phone: null },
    clientToken: randomUUID(),
  } as const
  return (await askAppointment(it.options, scope, site, input as Parameters<typeof askAppointment>[3])).matter
}

type Who = (typeof everyRole)[number] | 'filer' | 'stranger'
function act(appointment: Appointment, who: Who, name: AppointmentAct, input: object = inputs[name]) {
  const actor = who === 'filer' || who === 'stranger' ? null : it.actors[who]
  const access = { appointment, roles: new Set(who === 'filer' ? (['filer'] as const) : []) }
  return actOn(it.options, { scope, actor }, access, name, input)
}

/** Brings an appointment to a status by the acts that people use. */
async function appointmentIn(status: Appointment['status']): Promise<Appointment> {
  it.setNow('2026-11-27T09:00:00+07:00')
  let appointment = await asked()
  if (status === 'confirmed' || status === 'held') appointment = await act(appointment, 'receptionOfficer', 'confirm')
  if (status === 'cancelled') appointment = await act(appointment, 'filer', 'cancel')
  it.setNow(`${DAY}T11:30:00+07:00`)
  if (status === 'held') appointment = await act(appointment, 'chairman', 'hold')
  return appointment
}

async function everythingOf(id: string) {
  const [row, history, words, messages, tallies] = await Promise.all([
    it.db.selectFrom('appointments').selectAll().where('id', '=', id).execute(),
    it.db.selectFrom('history_entries').selectAll().where('matter_id', '=', id).execute(),
    it.db.selectFrom('history_words').selectAll().execute(),
    it.db.selectFrom('messages').selectAll().where('matter_id', '=', id).execute(),
    it.db.selectFrom('tallies').selectAll().orderBy('name').orderBy('bucket').orderBy('slot').execute(),
  ])
  return { row, history, words, messages, tallies }
}

describe('every cell of who may do what when', () => {
  for (const status of appointmentStatuses) {
    for (const who of [...everyRole, 'filer', 'stranger'] as const) {
      test(`${status}, ${who}`, async () => {
        for (const name of appointmentActs) {
          const appointment = await appointmentIn(status)
          const move = lifecycle[status][name]
          const roles = who === 'filer' ? new Set(['filer']) : who === 'stranger' ? null : rolesOn(it.actors[who], false)
          const expected = !roles ? 'not_found' : !move ? 'wrong_status' : move.by.some((role) => roles.has(role)) ? 'done' : 'forbidden'
          const before = await everythingOf(appointment.id)
          const outcome = await act(appointment, who, name).then(
            () => 'done',
            (error: { code?: string }) => error.code,
          )
          expect({ name, outcome }).toEqual({ name, outcome: expected })
          if (expected === 'done') expect((await everythingOf(appointment.id)).history).toHaveLength(before.history.length + 1)
          else expect(await everythingOf(appointment.id)).toEqual(before)
        }
      })
    }
  }
})

describe('what an act refuses', () => {
  const cases: [string, Who, AppointmentAct, object, string, string?][] = [
    [
      'another day without saying why',
      'receptionOfficer',
      'confirm',
      { on: '2026-12-09', at: '08:00', place: 'P' },
      'invalid_input',
      'reason',
    ],
    [
      'a day that is not offered',
      'receptionOfficer',
      'confirm',
      { on: '2026-12-03', at: '08:00', place: 'P', reason: 'x' },
      'invalid_input',
      'on',
    ],
    ['a time outside the hours', 'receptionOfficer', 'confirm', { on: DAY, at: '11:00', place: 'P' }, 'outside_hours'],
    ['no time of day', 'receptionOfficer', 'confirm', { on: DAY, at: '8 giờ', place: 'P' }, 'invalid_input', 'at'],
    ['a blank place', 'receptionOfficer', 'confirm', { on: DAY, at: '08:00', place: ' ' }, 'invalid_input', 'place'],
    ['an unknown field', 'receptionOfficer', 'confirm', { ...inputs.confirm, urgent: true }, 'invalid_input', 'urgent'],
    ['an office that cancels without a reason', 'receptionOfficer', 'cancel', {}, 'invalid_input', 'reason'],
  ]
  test.each(cases)('%s', async (_label, who, name, input, code, field) => {
    const appointment = await appointmentIn('asked')
    it.setNow('2026-11-27T09:00:00+07:00')
    const before = await everythingOf(appointment.id)
    const error = await act(appointment, who, name, input).catch((refusal: unknown) => refusal)
    expect(error).toMatchObject({ code, ...(field ? { problems: [{ field }] } : {}) })
    expect(await everythingOf(appointment.id)).toEqual(before)
  })

  test('a meeting is recorded on its day or later, never before; its promise lies ahead', async () => {
    const appointment = await appointmentIn('confirmed')
    it.setNow('2026-12-01T23:59:00+07:00')
    await expect(act(appointment, 'chairman', 'hold')).rejects.toMatchObject({ code: 'before_the_day', status: 409 })
    it.setNow(`${DAY}T00:00:00+07:00`)
    await expect(act(appointment, 'chairman', 'hold', { words: 'x', promisedOn: DAY })).rejects.toMatchObject({
      problems: [{ field: 'promisedOn', code: 'in_the_past' }],
    })
    const held = await act(appointment, 'chairman', 'hold', { words: 'Đã nghe.', promisedOn: '2026-12-20' })
    expect(held).toMatchObject({ status: 'held', heldOn: DAY, promisedOn: '2026-12-20' })
  })

  test('an older version is refused, and says what happened', async () => {
    const appointment = await asked()
    await act(appointment, 'receptionOfficer', 'confirm', { ...inputs.confirm, version: appointment.version })
    await expect(act(appointment, 'filer', 'cancel', { version: appointment.version })).rejects.toMatchObject({
      code: 'matter_changed',
      details: { happened: { event: 'appointment.confirmed', by: 'receptionOfficer' } },
    })
  })
})

test('two officers at once: one wins, the other is told', async () => {
  const appointment = await asked()
  const outcomes = await Promise.allSettled([
    act(appointment, 'receptionOfficer', 'confirm', { ...inputs.confirm, version: 1 }),
    act(appointment, 'receptionOfficer', 'cancel', { ...inputs.cancel, version: 1 }),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await everythingOf(appointment.id)).history).toHaveLength(2)
})

test('the history holds no personal text, and the minutes stay in the office', async () => {
  const appointment = await appointmentIn('held')
  const { history, messages } = await everythingOf(appointment.id)
  expect(JSON.stringify(history)).not.toMatch(/Mốc giới|Bình|Đã nghe/)
  expect(messages).toMatchObject([{ kind: 'internal', body: 'Đã nghe trình bày.' }])
})

test('the kept counts are those of the appointments, and a wrong one is found', async () => {
  expect(await countsOf(it.db, scope, 'appointment.held', 'all')).toMatchObject([{ bucket: '2026-12' }])
  expect(await compareAppointmentCounts(it.db, scope)).toEqual([])
  await it.db.updateTable('tallies').set({ n: 1_000 }).where('name', '=', 'appointment.held').execute()
  expect(await compareAppointmentCounts(it.db, scope)).toMatchObject([{ count: { name: 'appointment.held', bucket: '2026-12' } }])
})
