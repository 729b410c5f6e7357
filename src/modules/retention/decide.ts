import { addDays, type CivilDate, daysBetween } from '../../shared/civil-date.ts'

/** What keeps a matter although its period is over; the first that holds is told. */
export const obstacles = ['hold', 'appeal', 'openRequest', 'runningClock', 'keptByLaw'] as const
export type Obstacle = (typeof obstacles)[number]

/** Why something announced did not go. `changed`: it is in no state of the rule any more, or was erased otherwise. */
export const becauses = [...obstacles, 'touched', 'notOver', 'ruleOff', 'changed'] as const
export type Because = (typeof becauses)[number]

export interface Facts {
  /** Day from which the period is counted. */
  restedOn: CivilDate
  /** Last act, message, mail, upload, or look by the person concerned. */
  touchedOn: CivilDate | null
  obstacles: readonly Obstacle[]
}

/** The rule as it is applied now; null: off. */
export type Period = { keepMonths: number } | null

export type Decision = { goes: true } | { goes: false; because: Because }

/** Nothing goes that was touched within so many days. */
export const QUIET_DAYS = 30

/** Whether something may go on a day: when it is announced, and again when it goes. */
export function decide(period: Period, facts: Facts, today: CivilDate): Decision {
  const kept = (because: Because): Decision => ({ goes: false, because })
  if (!period) return kept('ruleOff')
  if (today < overOn(facts.restedOn, period.keepMonths)) return kept('notOver')
  const obstacle = obstacles.find((one) => facts.obstacles.includes(one))
  if (obstacle) return kept(obstacle)
  if (facts.touchedOn && daysBetween(facts.touchedOn, today) <= QUIET_DAYS) return kept('touched')
  return { goes: true }
}

/** First day on which the period is over. */
export function overOn(restedOn: CivilDate, keepMonths: number): CivilDate {
  return addMonths(restedOn, keepMonths)
}

/** The same day of a later month, or of an earlier one with a negative number; the 31st becomes the last day of a shorter month. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01` as CivilDate
  const next = `${Math.floor((index + 1) / 12)}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01` as CivilDate
  return addDays(first, Math.min(day, daysBetween(first, next)) - 1)
}
