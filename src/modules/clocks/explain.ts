import type { CivilDate } from '../../shared/civil-date.ts'
import { type CalendarDay, dateAt, indexOf, isProvisional, type OfficeCalendar } from './calendar.ts'
import { countedDue, nominalIndex } from './count.ts'
import { dueWithPauses, type Pause, type Stretch } from './pauses.ts'
import type { Direction, Limit } from './rules.ts'
import { isWeekend } from './statutory-days.ts'

/** Why a day counts or does not; the sentences are in the text files. */
type StepCode =
  | 'firstDay'
  | 'running'
  | 'runningOff'
  | 'working'
  | 'workedWeekend'
  | 'off'
  | 'lastDay'
  | 'lastDayOff'
  | 'movedTo'
  | 'suspended'
  | 'resumedDay'
  | 'latestDay'

export interface Step {
  date: CivilDate
  /** True when the day uses up one day of the limit. */
  counted: boolean
  code: StepCode
  /** The holiday, make-up day or swap that the day is; null for a plain weekday or weekend. */
  day: CalendarDay | null
  /** The year's days off are computed, not announced. */
  provisional: boolean
}

export interface Explained {
  dueOn: CivilDate
  /** Days left while suspended; else null. */
  remaining: number | null
  /** Every day from the start to the due date (back from the event, when counting back). */
  steps: Step[]
  provisional: boolean
}

interface Counted {
  limit: Limit
  from: CivilDate
  pauses?: readonly Pause[]
  direction?: Direction
}

/** Names every day of a limit and says why it counts or not. */
export function explain({ limit, from, pauses = [], direction = 'forward' }: Counted, calendar: OfficeCalendar): Explained {
  if (direction === 'back') {
    const dueOn = countedDue(limit, from, calendar, 'back')
    return explained(dueOn, null, [...backSteps(limit, from, dueOn, calendar)])
  }
  const paused = dueWithPauses(limit, from, pauses, calendar)
  const steps = [stepOn(from, 'firstDay', false, calendar)]
  for (const stretch of paused.stretches) {
    const pause = stretch.endedBy
    if (pause === null || pause.suspendedOn > stretch.dueOn) {
      steps.push(...runningSteps(stretch, stretch.dueOn, calendar))
      break
    }
    steps.push(...runningSteps(stretch, pause.suspendedOn, calendar), ...pausedSteps(pause, calendar))
  }
  return explained(paused.dueOn, paused.remaining, steps)
}

function explained(dueOn: CivilDate, remaining: number | null, steps: Step[]): Explained {
  return { dueOn, remaining, steps, provisional: steps.some((step, place) => place > 0 && step.provisional) }
}

function* runningSteps({ limit, from }: Stretch, until: CivilDate, calendar: OfficeCalendar): Generator<Step> {
  const start = indexOf(from)
  const nominal = nominalIndex(limit, start, calendar)
  for (let index = start + 1; index <= indexOf(until); index++) {
    const off = calendar.off[index] === 1
    const date = dateAt(index)
    if (index > nominal) yield stepOn(date, off ? 'off' : 'movedTo', false, calendar)
    else if (limit.unit === 'workingDay') {
      if (off) yield stepOn(date, 'off', false, calendar)
      else yield stepOn(date, index === nominal ? 'lastDay' : isWeekend(date) ? 'workedWeekend' : 'working', true, calendar)
    } else if (index === nominal) yield stepOn(date, off ? 'lastDayOff' : 'lastDay', true, calendar)
    else yield stepOn(date, off ? 'runningOff' : 'running', true, calendar)
  }
}

function* pausedSteps(pause: Pause, calendar: OfficeCalendar): Generator<Step> {
  if (pause.resumedOn === null || pause.resumedOn === pause.suspendedOn) return
  const resumed = indexOf(pause.resumedOn)
  for (let index = indexOf(pause.suspendedOn) + 1; index < resumed; index++) yield stepOn(dateAt(index), 'suspended', false, calendar)
  yield stepOn(pause.resumedOn, 'resumedDay', false, calendar)
}

function* backSteps(limit: Limit, from: CivilDate, dueOn: CivilDate, calendar: OfficeCalendar): Generator<Step> {
  const end = indexOf(dueOn)
  yield stepOn(from, 'firstDay', false, calendar)
  for (let index = indexOf(from) - 1; index >= end; index--) {
    const date = dateAt(index)
    const off = calendar.off[index] === 1
    if (index === end) yield stepOn(date, 'latestDay', true, calendar)
    else if (limit.unit === 'workingDay') yield stepOn(date, off ? 'off' : isWeekend(date) ? 'workedWeekend' : 'working', !off, calendar)
    else yield stepOn(date, off ? 'runningOff' : 'running', true, calendar)
  }
}

function stepOn(date: CivilDate, code: StepCode, counted: boolean, calendar: OfficeCalendar): Step {
  return { date, counted, code, day: calendar.days.get(date) ?? null, provisional: isProvisional(calendar, date) }
}
