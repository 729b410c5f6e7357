import { expect, test } from 'vitest'
import type { CivilDate } from '../../shared/civil-date.ts'
import { buildCalendar, type CalendarDay } from './calendar.ts'
import { countedDue } from './count.ts'
import data from './data/holidays.json' with { type: 'json' }
import { deadlineOf } from './deadline.ts'
import { explain } from './explain.ts'
import { nationalCalendar } from './national-calendar.ts'
import { dueWithPauses, type Pause } from './pauses.ts'
import type { Limit } from './rules.ts'

// ---- A second implementation, slow and plain: it walks one day at a time and shares nothing with the first but its input.

interface Days {
  off: Set<string>
  worked: Set<string>
}

/** The slow one is asked for 100,000 cases: it remembers what it has worked out. */
const tomorrow = new Map<string, string>()

function next(date: string, step = 1): string {
  if (step === 1) {
    let day = tomorrow.get(date)
    day ??= shifted(date, 1)
    tomorrow.set(date, day)
    return day
  }
  return shifted(date, step)
}

function shifted(date: string, step: number): string {
  const day = new Date(`${date}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + step)
  return day.toISOString().slice(0, 10)
}

const weekends = new Map<string, boolean>()

function closed(date: string, days: Days): boolean {
  if (days.worked.has(date)) return false
  if (days.off.has(date)) return true
  let weekend = weekends.get(date)
  weekend ??= [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
  weekends.set(date, weekend)
  return weekend
}

/** A month's limit as a number of days, by walking to the same day number or the end of the month. */
function inDays(limit: Limit, from: string): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const months = year * 12 + (month - 1) + limit.value
  let walked = 0
  for (let date = from; ; date = next(date), walked++) {
    const [y, m, d] = date.split('-').map(Number) as [number, number, number]
    if (y * 12 + (m - 1) !== months) continue
    const isLastOfMonth = next(date).slice(5, 7) !== date.slice(5, 7)
    if (d === day || (isLastOfMonth && d < day)) return walked
  }
}

function naiveDue(limit: Limit, from: string, pauses: readonly Pause[], days: Days): string {
  let left = limit.unit === 'month' ? inDays(limit, from) : limit.value
  const real = pauses.filter((pause) => pause.resumedOn !== pause.suspendedOn)
  /** Days that do not count: after the day of suspension, up to and with the day of resumption. */
  const stands = (date: string) => real.some((pause) => date > pause.suspendedOn && date <= pause.resumedOn!)
  /** On such an evening the clock is stopped, so it cannot run out. */
  const stopped = (date: string) => real.some((pause) => date >= pause.suspendedOn && date < pause.resumedOn!)
  for (let date = from; ; date = next(date)) {
    const isOpen = !closed(date, days)
    const counts = date !== from && !stands(date) && (limit.unit === 'workingDay' ? isOpen : true)
    if (counts && left > 0) left -= 1
    if (left === 0 && isOpen && !stopped(date)) return date
  }
}

function naiveBack(limit: Limit, from: string, days: Days): string {
  let left = limit.value
  let date = from
  while (left > 0) {
    date = next(date, -1)
    if (limit.unit === 'calendarDay' || !closed(date, days)) left -= 1
  }
  return date
}

// ---- Cases

/** Same cases in every run: mulberry32 with a fixed seed. */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const fromData: Days = { off: new Set(), worked: new Set() }
for (const year of Object.values(data.years)) {
  for (const day of [...year.weekdaysOff, ...year.weekendStatutory]) fromData.off.add(day.date)
  for (const day of year.weekendsWorked) fromData.worked.add(day.date)
}

/** A calendar that no decree ever made: many days off, many Saturdays worked. */
function wildDays(pick: (below: number) => number): { days: Days; calendar: ReturnType<typeof buildCalendar> } {
  const days: Days = { off: new Set(), worked: new Set() }
  for (let place = 0; place < 120; place++) {
    const date = next('2024-01-01', pick(1400))
    if (closed(date, { off: new Set(), worked: new Set() })) days.worked.add(date)
    else days.off.add(date)
  }
  const marked = (date: string, off: boolean): CalendarDay => ({
    date: date as CivilDate,
    off,
    holiday: 'other',
    kind: off ? 'swap' : 'workday',
    name: null,
    sure: 'local',
    source: [],
    notice: null,
  })
  const list = [...[...days.off].map((date) => marked(date, true)), ...[...days.worked].map((date) => marked(date, false))]
  return { days, calendar: buildCalendar(list, [2024, 2025, 2026, 2027]) }
}

/** Half the starts lie near what is hard: Tết, swaps, the year's end, the change of the law. */
function startDate(pick: (below: number) => number): string {
  const hard = ['2024-02-01', '2025-01-20', '2026-02-06', '2026-06-20', '2026-08-15', '2026-12-20', '2026-04-20', '2026-11-15']
  return pick(2) === 0 ? next(hard[pick(hard.length)]!, pick(25)) : next('2024-01-02', pick(1100))
}

function pausesAfter(from: string, pick: (below: number) => number): Pause[] {
  const pauses: Pause[] = []
  let date = from
  for (let count = pick(4); count > 0; count--) {
    const suspendedOn = next(date, pick(25))
    const resumedOn = next(suspendedOn, pick(3) === 0 ? 0 : pick(40))
    pauses.push({ suspendedOn: suspendedOn as CivilDate, resumedOn: resumedOn as CivilDate })
    date = resumedOn
  }
  return pauses
}

const wild = [11, 12, 13, 14, 15, 16].map((seed) => wildDays(random(seed)))
const calendars = [{ days: fromData, calendar: nationalCalendar() }, ...wild]

test('60,000 random limits with suspensions end on the day that a day-by-day count finds', () => {
  const pick = random(2026)
  for (let place = 0; place < 60_000; place++) {
    const { days, calendar } = calendars[pick(2) === 0 ? 0 : pick(calendars.length)]!
    const unit = (['calendarDay', 'workingDay', 'month'] as const)[pick(20) === 0 ? 2 : pick(2)]!
    const limit: Limit = { unit, value: unit === 'month' ? 1 + pick(4) : pick(unit === 'workingDay' ? 25 : 91) }
    const from = startDate(pick)
    const pauses = pausesAfter(from, pick)
    const due = dueWithPauses(limit, from as CivilDate, pauses, calendar).dueOn
    const expected = naiveDue(limit, from, pauses, days)
    if (due !== expected) expect({ limit, from, pauses, due }).toEqual({ limit, from, pauses, due: expected })
  }
}, 60_000)

test('20,000 random rules, variants and days agree, across the change of 1/7/2026 and in remote areas', () => {
  const pick = random(155)
  const limits: [rule: string, variant: string | null, limit: (from: string) => Limit][] = [
    ['complaint.accept', null, (from) => (from < '2026-07-01' ? { value: 10, unit: 'calendarDay' } : { value: 7, unit: 'workingDay' })],
    ['complaint.resolve_first', null, () => ({ value: 30, unit: 'calendarDay' })],
    ['complaint.resolve_first', 'complex', () => ({ value: 45, unit: 'calendarDay' })],
    ['complaint.resolve_first', 'remote', () => ({ value: 45, unit: 'calendarDay' })],
    ['complaint.resolve_first', 'complex  remote', () => ({ value: 60, unit: 'calendarDay' })],
    ['complaint.resolve_second', 'remote, complex', () => ({ value: 70, unit: 'calendarDay' })],
    ['intake.notify_initial_result', null, () => ({ value: 10, unit: 'workingDay' })],
    ['democracy.initiative_validity', null, () => ({ value: 3, unit: 'month' })],
  ]
  for (let place = 0; place < 20_000; place++) {
    const [rule, variant, limit] = limits[pick(limits.length)]!
    const from = startDate(pick)
    const found = deadlineOf(rule, from, variant, nationalCalendar())
    const expected = naiveDue(limit(from), from, [], fromData)
    if (found.dueOn !== expected) expect({ rule, variant, from, due: found.dueOn }).toEqual({ rule, variant, from, due: expected })
    if (found.steps.at(-1)!.date !== expected) expect({ rule, from, steps: found.steps }).toBeUndefined()
  }
}, 60_000)

test('20,000 random explanations count exactly the days of the limit, name every day once, and count back rightly', () => {
  const pick = random(42)
  for (let place = 0; place < 20_000; place++) {
    const { days, calendar } = calendars[pick(calendars.length)]!
    const unit = (['calendarDay', 'workingDay'] as const)[pick(2)]!
    const limit: Limit = { unit, value: 1 + pick(40) }
    const from = startDate(pick) as CivilDate
    if (pick(4) === 0) {
      const back = countedDue(limit, from, calendar, 'back')
      const steps = explain({ limit, from, direction: 'back' }, calendar).steps
      if (
        back !== naiveBack(limit, from, days) ||
        steps.filter((step) => step.counted).length !== limit.value ||
        steps.at(-1)!.date !== back
      )
        expect({ limit, from, back, steps }).toBeUndefined()
      continue
    }
    const pauses = pausesAfter(from, pick)
    const { dueOn, steps } = explain({ limit, from, pauses }, calendar)
    const inOrder = steps.every((step, index) => step.date === next(from, index))
    const counted = steps.filter((step) => step.counted).length
    if (!inOrder || counted !== limit.value || steps.at(-1)!.date !== dueOn) expect({ limit, from, pauses, dueOn, steps }).toBeUndefined()
  }
}, 60_000)

test('the second implementation is no copy: it notices when a Saturday is wrongly worked', () => {
  const mistaken: Days = { off: fromData.off, worked: new Set([...fromData.worked, '2026-11-28']) }
  expect(naiveDue({ value: 7, unit: 'workingDay' }, '2026-11-22', [], mistaken)).toBe('2026-12-01')
  expect(countedDue({ value: 7, unit: 'workingDay' }, '2026-11-22', nationalCalendar())).toBe('2026-12-02')
})
