import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Trx } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { isOff } from './calendar.ts'
import { explainClock } from './explain-clock.ts'
import {
  type ClockPlace,
  changeCalendar,
  extendClock,
  findComplex,
  listClocks,
  listMattersThatMove,
  listRunningDue,
  loadCalendar,
  type MatterRef,
  meetClock,
  recomputeRunning,
  resumeClock,
  seedCalendar,
  setLocalTarget,
  startClock,
  startPromise,
  stopClocks,
  suspendClock,
} from './index.ts'

const { db } = await testDatabase()
const scope = { authorityId: 1 }
const other = { authorityId: 2 }
const khanh = { personId: 'khanh' }
const notice = { number: '1234/TB-BNV', on: '2026-11-20' } as const

beforeAll(async () => {
  for (const id of [1, 2])
    await sql`insert into authorities (id, slug, name, short_name, code_prefix, tier, valid_from)
      values (${id}, ${`a${id}`}, ${`UBND ${id}`}, ${`U${id}`}, ${id === 1 ? 'PL' : 'TM'}, 'ward', '2025-07-01')`.execute(db)
})

const inTrx = <T>(act: (trx: Trx) => Promise<T>) => db.transaction().execute(act)
const matter = () => ({ type: 'petition', id: newId() })
const complaint = (over: object = {}) =>
  ({ matter: matter(), stage: 'resolution', rule: 'complaint.resolve_first', startEvent: 'accepted', on: '2026-02-10', ...over }) as const

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error)
  }
}

describe('starting', () => {
  test('a clock says its rule, article, how sure, start and due date', async () => {
    const start = complaint({ stage: 'acceptance', rule: 'complaint.accept', startEvent: 'received', on: '2026-11-22' })
    const clock = await inTrx((trx) => startClock(trx, scope, start))
    expect(clock).toMatchObject({
      stage: 'acceptance',
      rule: 'complaint.accept',
      startedOn: '2026-11-22',
      dueOn: '2026-12-02',
      local: false,
      sure: 'V',
      state: 'running',
    })
    expect(clock!.basis).toContain('NĐ 155/2026/NĐ-CP Đ10')
    expect(await listClocks(db, scope, start.matter)).toEqual([clock])
  })

  test('another authority neither sees the clock nor ends it', async () => {
    const start = complaint()
    const clock = await inTrx((trx) => startClock(trx, scope, start))
    expect(await listClocks(db, other, start.matter)).toEqual([])
    expect(await inTrx((trx) => meetClock(trx, other, { ...start, on: '2026-02-12' }))).toBeNull()
    expect(await codeOf(explainClock(db, other, clock!.id))).toBe('not_found')
  })

  test('a stage has one open clock; after it is met it may run again', async () => {
    const start = complaint()
    await inTrx((trx) => startClock(trx, scope, start))
    expect(await codeOf(inTrx((trx) => startClock(trx, scope, start)))).toBe('clock_running')
    await inTrx((trx) => meetClock(trx, scope, { ...start, on: '2026-02-12' }))
    await inTrx((trx) => startClock(trx, scope, { ...start, on: '2026-02-12' }))
    expect((await listClocks(db, scope, start.matter)).map((clock) => clock.state)).toEqual(['met', 'running'])
  })

  test('the version in force on the first day governs', async () => {
    const start = complaint({ stage: 'acceptance', rule: 'complaint.accept', on: '2026-06-30' })
    expect(await inTrx((trx) => startClock(trx, scope, start))).toMatchObject({ rule: 'complaint.accept', dueOn: '2026-07-10' })
  })

  test('a refused start writes nothing', async () => {
    const start = complaint({ rule: 'pdp.breach' })
    expect(await codeOf(inTrx((trx) => startClock(trx, scope, start)))).toBe('rule_not_a_due_date')
    expect(await listClocks(db, scope, start.matter)).toEqual([])
  })
})

describe('local targets', () => {
  const feedback = (on: string) => complaint({ rule: 'petition.resolve', variant: 'remote', on })

  test('where the law gives no number no clock runs until the office sets a target; it is never legal', async () => {
    expect(await inTrx((trx) => startClock(trx, other, feedback('2026-11-23')))).toBeNull()
    const target = {
      rule: 'petition.resolve',
      limit: { value: 10, unit: 'workingDay' },
      validFrom: '2026-11-20',
      documentNumber: '15/QĐ-UBND',
      note: null,
    } as const
    await inTrx((trx) => setLocalTarget(trx, other, khanh, target))
    expect(await inTrx((trx) => startClock(trx, other, feedback('2026-11-19')))).toBeNull()
    expect(await inTrx((trx) => startClock(trx, other, feedback('2026-11-23')))).toMatchObject({
      local: true,
      sure: 'local',
      basis: '15/QĐ-UBND',
      dueOn: '2026-12-08',
    })
    await inTrx((trx) => setLocalTarget(trx, other, khanh, { ...target, limit: { value: 1, unit: 'month' }, validFrom: '2026-11-24' }))
    expect(await inTrx((trx) => startClock(trx, other, feedback('2026-11-23')))).toMatchObject({ dueOn: '2026-12-08' })
    expect(await inTrx((trx) => startClock(trx, other, feedback('2026-11-24')))).toMatchObject({ dueOn: '2026-12-24' })
  })

  test('the law’s own numbers are not replaced', async () => {
    const target = {
      rule: 'complaint.accept',
      limit: { value: 3, unit: 'workingDay' },
      validFrom: '2026-11-20',
      documentNumber: '1',
      note: null,
    } as const
    expect(await codeOf(inTrx((trx) => setLocalTarget(trx, scope, khanh, target)))).toBe('rule_has_number')
  })

  test('a promise stands on the day that was said, and may be put off once more', async () => {
    const promise = { matter: matter(), stage: 'promise', startEvent: 'answered', on: '2026-11-23', dueOn: '2026-12-06' } as const
    expect(await inTrx((trx) => startPromise(trx, scope, promise))).toMatchObject({ rule: 'promise', local: true, dueOn: '2026-12-06' })
    const extension = { ...promise, on: '2026-12-01' } as const
    expect(await codeOf(inTrx((trx) => extendClock(trx, scope, { ...extension, dueOn: '2026-12-06' })))).toBe('due_not_later')
    const later = await inTrx((trx) => extendClock(trx, scope, { ...extension, dueOn: '2026-12-20' }))
    expect(later).toMatchObject({ dueOn: '2026-12-20', originalDueOn: '2026-12-06', extended: true })
    await inTrx((trx) => suspendClock(trx, scope, { ...promise, on: '2026-12-10' }))
    expect(await inTrx((trx) => resumeClock(trx, scope, { ...promise, on: '2026-12-15' }))).toMatchObject({ dueOn: '2026-12-25' })
  })
})

describe('pauses', () => {
  test('a suspended clock keeps its days and counts them anew after it is resumed', async () => {
    const start = complaint()
    await inTrx((trx) => startClock(trx, scope, start))
    expect(await codeOf(inTrx((trx) => resumeClock(trx, scope, { ...start, on: '2026-02-20' })))).toBe('clock_not_suspended')
    expect(await codeOf(inTrx((trx) => suspendClock(trx, scope, { ...start, on: '2026-02-09' })))).toBe('suspended_before_start')
    expect(await inTrx((trx) => suspendClock(trx, scope, { ...start, on: '2026-02-20' }))).toMatchObject({
      state: 'suspended',
      remaining: 20,
      dueOn: '2026-03-12',
    })
    expect(await codeOf(inTrx((trx) => suspendClock(trx, scope, { ...start, on: '2026-02-21' })))).toBe('clock_suspended')
    expect(await codeOf(inTrx((trx) => resumeClock(trx, scope, { ...start, on: '2026-02-19' })))).toBe('resumed_before_suspension')
    expect(await inTrx((trx) => resumeClock(trx, scope, { ...start, on: '2026-03-10' }))).toMatchObject({
      state: 'running',
      remaining: null,
      dueOn: '2026-03-30',
    })
  })

  test('a clock met while suspended is not late', async () => {
    const start = complaint()
    await inTrx((trx) => startClock(trx, scope, start))
    await inTrx((trx) => suspendClock(trx, scope, { ...start, on: '2026-02-20' }))
    const met = await inTrx((trx) => meetClock(trx, scope, { ...start, on: '2026-05-04' }))
    expect(met).toMatchObject({ state: 'met', late: false, metOn: '2026-05-04', dueOn: '2026-05-25' })
    const explanation = await explainClock(db, scope, met!.id)
    expect(explanation.steps.at(-1)).toMatchObject({ date: '2026-05-25' })
  })

  test('met after the due date is late, on it is not; stages without a clock are no matter', async () => {
    for (const [on, late] of [
      ['2026-03-12', false],
      ['2026-03-13', true],
    ] as const) {
      const start = complaint()
      await inTrx((trx) => startClock(trx, scope, start))
      expect(await inTrx((trx) => meetClock(trx, scope, { ...start, on }))).toMatchObject({ late, metOn: on })
      expect(await inTrx((trx) => meetClock(trx, scope, { ...start, on }))).toBeNull()
    }
  })

  test('all open clocks of a matter stop together', async () => {
    const start = complaint()
    await inTrx(async (trx) => {
      await startClock(trx, scope, start)
      await startClock(trx, scope, { ...start, stage: 'acceptance', rule: 'complaint.accept' })
      await meetClock(trx, scope, { ...start, stage: 'acceptance', on: '2026-02-11' })
      await suspendClock(trx, scope, { ...start, on: '2026-02-12' })
    })
    expect(await inTrx((trx) => stopClocks(trx, scope, { matter: start.matter, on: '2026-02-13' }))).toHaveLength(1)
    expect((await listClocks(db, scope, start.matter)).map((clock) => clock.state).toSorted()).toEqual(['met', 'stopped'])
  })
})

describe('complexity', () => {
  test('a finding moves the limit, from the same start, through pauses, and counts as extended with its ground', async () => {
    const start = complaint({ variant: 'remote' })
    const clock = await inTrx((trx) => startClock(trx, scope, start))
    expect(clock).toMatchObject({ dueOn: '2026-03-27', variant: 'remote' })
    await inTrx((trx) => suspendClock(trx, scope, { ...start, on: '2026-02-20' }))
    const found = await inTrx((trx) => findComplex(trx, scope, { ...start, criteria: [7, 2], on: '2026-02-21', reasonRef: 'entry-7' }))
    expect(found).toMatchObject({ variant: 'complex+remote', extended: true, originalDueOn: '2026-03-27', remaining: 50 })
    expect(await inTrx((trx) => resumeClock(trx, scope, { ...start, on: '2026-02-25' }))).toMatchObject({ dueOn: '2026-04-16' })
    const { events, steps, pauses } = await explainClock(db, scope, clock!.id)
    expect(events.map((event) => event.type)).toEqual(['started', 'suspended', 'extended', 'resumed'])
    expect(events[2]).toMatchObject({ ground: 'complex', facts: { criteria: [2, 7], reasonRef: 'entry-7' } })
    expect(pauses).toEqual([{ suspendedOn: '2026-02-20', resumedOn: '2026-02-25' }])
    expect(steps.filter((step) => step.counted)).toHaveLength(60)
    expect(steps.at(-1)!.date).toBe('2026-04-16')
  })

  test.each([[[]], [[0]], [[8]], [[1.5]]])('criteria %j are refused', async (criteria) => {
    expect(await codeOf(inTrx((trx) => findComplex(trx, scope, { ...complaint(), criteria, on: '2026-02-21' })))).toBe('wrong_criteria')
  })

  test('it is found once, on open clocks whose rule knows it, and never extends a limit of the law otherwise', async () => {
    const start = complaint()
    expect(await codeOf(inTrx((trx) => findComplex(trx, scope, { ...start, criteria: [1], on: '2026-02-21' })))).toBe('clock_not_open')
    await inTrx((trx) => startClock(trx, scope, start))
    await inTrx((trx) => findComplex(trx, scope, { ...start, criteria: [1], on: '2026-02-21' }))
    expect(await codeOf(inTrx((trx) => findComplex(trx, scope, { ...start, criteria: [1], on: '2026-02-21' })))).toBe('already_complex')
    expect(await codeOf(inTrx((trx) => extendClock(trx, scope, { ...start, dueOn: '2026-12-01', on: '2026-02-21' })))).toBe(
      'clock_not_local',
    )
    const plain = complaint({ rule: 'complaint.accept', stage: 'acceptance' })
    await inTrx((trx) => startClock(trx, scope, plain))
    expect(await codeOf(inTrx((trx) => findComplex(trx, scope, { ...plain, criteria: [1], on: '2026-02-21' })))).toBe('clock_not_complex')
  })
})

describe('the office calendar', () => {
  test('the seeded days are those of the product, and seeding again changes nothing', async () => {
    await inTrx((trx) => seedCalendar(trx, scope))
    await inTrx((trx) => seedCalendar(trx, scope))
    const calendar = await loadCalendar(db, scope)
    const plain = await loadCalendar(db, other)
    expect(calendar.off).toEqual(plain.off)
    expect([...calendar.decidedYears]).toEqual([2024, 2025, 2026])
  })

  test('a change by notice moves running clocks, tells which, and writes down why', async () => {
    const early = complaint({ rule: 'intake.notify_initial_result', stage: 'initialResult', on: '2026-11-22' })
    const before = complaint({ on: '2026-01-05' })
    await inTrx(async (trx) => {
      await startClock(trx, scope, early)
      await startClock(trx, scope, before)
    })
    const set = [
      { date: '2026-11-23', kind: 'off', name: 'Hoán đổi với thứ bảy 5/12' },
      { date: '2026-12-05', kind: 'worked', name: 'Làm bù cho 23/11' },
      { date: '2026-12-07', kind: 'off', name: 'Bão số 9' },
    ] as const
    const { since } = await inTrx((trx) => changeCalendar(trx, scope, khanh, { notice, set }))
    expect(since).toBe('2026-11-23')
    const moving: MatterRef[] = []
    for (let after: ClockPlace | null | undefined; after !== null; ) {
      // One clock at a time: the list is walked by its key.
      const page = await listMattersThatMove(db, scope, { since, limit: 1, ...(after ? { after } : {}) })
      moving.push(...page.matters)
      after = page.next
    }
    expect(moving).toContainEqual(early.matter)
    expect(moving).not.toContainEqual(before.matter)
    const moved = await inTrx((trx) => recomputeRunning(trx, scope, { on: '2026-11-22', since, matters: [early.matter] }))
    expect(moved).toEqual([
      expect.objectContaining({ matter: early.matter, stage: 'initialResult', oldDueOn: '2026-12-07', newDueOn: '2026-12-08' }),
    ])
    expect(await inTrx((trx) => recomputeRunning(trx, scope, { on: '2026-11-22', since, matters: [early.matter] }))).toEqual([])
    expect((await listMattersThatMove(db, scope, { since, limit: 1_000 })).matters).not.toContainEqual(early.matter)
    const { events, clock } = await explainClock(db, scope, moved[0]!.clockId)
    expect(clock).toMatchObject({ dueOn: '2026-12-08', extended: false, originalDueOn: '2026-12-07' })
    expect(events.at(-1)).toMatchObject({ type: 'recomputed', ground: 'calendar', old_due_on: '2026-12-07', new_due_on: '2026-12-08' })
    expect(isOff(await loadCalendar(db, other), '2026-11-23')).toBe(false)
  })

  test('clearing a day gives the plain week back in a decided year', async () => {
    await inTrx((trx) => changeCalendar(trx, scope, khanh, { notice, clear: ['2026-12-07'] }))
    expect(isOff(await loadCalendar(db, scope), '2026-12-07')).toBe(false)
  })

  test('a confirmed year is provisional no longer, and keeps its list', async () => {
    const scope = other
    const set = [
      { date: '2027-09-01', kind: 'off', name: 'Quốc khánh' },
      { date: '2027-09-03', kind: 'worked', name: 'Đi làm' },
    ] as const
    await inTrx((trx) => changeCalendar(trx, scope, khanh, { notice, set, confirmYear: 2027 }))
    const calendar = await loadCalendar(db, scope)
    expect([...calendar.decidedYears]).toEqual([2024, 2025, 2026, 2027])
    expect([isOff(calendar, '2027-09-01'), isOff(calendar, '2027-09-03'), isOff(calendar, '2027-02-08')]).toEqual([true, false, true])
    expect(await codeOf(inTrx((trx) => changeCalendar(trx, scope, khanh, { notice, confirmYear: 2027 })))).toBe('year_already_decided')
    expect(await codeOf(inTrx((trx) => changeCalendar(trx, scope, khanh, { notice })))).toBe('nothing_to_change')
  })

  test('a change that is rolled back leaves no trace, not even in memory', async () => {
    const failing = inTrx(async (trx) => {
      await changeCalendar(trx, scope, khanh, { notice, set: [{ date: '2026-12-09', kind: 'off', name: 'Thử' }] })
      expect(isOff(await loadCalendar(trx, scope), '2026-12-09')).toBe(true)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(isOff(await loadCalendar(db, scope), '2026-12-09')).toBe(false)
  })
})

test('running clocks are listed by due date', async () => {
  const due = await listRunningDue(db, scope, { until: '2026-12-31', limit: 100 })
  expect(due.length).toBeGreaterThan(2)
  expect(due.map((clock) => clock.dueOn)).toEqual(due.map((clock) => clock.dueOn).toSorted())
  expect(due.every((clock) => clock.state === 'running')).toBe(true)
})

test('what happened to a clock cannot be rewritten', async () => {
  for (const statement of [
    sql`update clock_events set ground = 'x'`,
    sql`delete from clock_events`,
    sql`truncate clock_events`,
    sql`delete from calendar_changes`,
  ])
    await expect(statement.execute(db)).rejects.toThrow('only added')
})
