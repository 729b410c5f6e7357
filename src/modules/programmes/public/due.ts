import { addDays, type CivilDate, daysBetween } from '../../../shared/civil-date.ts'
import { isLate, isOpen } from '../rules.ts'
import type { Task } from '../task.ts'

/** From how many days before its end time is said to be short. */
const SOON_DAYS = 7

export type Due =
  | { state: 'done'; on: CivilDate }
  | { state: 'cancelled' | 'none' }
  | { state: 'late'; days: number }
  | { state: 'soon' | 'running'; days: number }

/** Where an item stands to its day: a last day that the office does not work runs on, so `lateFrom` is asked, never `dueOn`. */
export function dueOf(item: Pick<Task, 'status' | 'lateFrom' | 'doneOn'>, today: CivilDate): Due {
  if (item.status === 'done') return { state: 'done', on: item.doneOn! }
  if (!isOpen(item.status)) return { state: 'cancelled' }
  if (!item.lateFrom) return { state: 'none' }
  if (isLate(item, today)) return { state: 'late', days: daysLate(item.lateFrom, today) }
  const days = daysBetween(today, addDays(item.lateFrom, -1))
  return { state: days <= SOON_DAYS ? 'soon' : 'running', days }
}

/** The first late day is one day late. */
export function daysLate(lateFrom: CivilDate, today: CivilDate): number {
  return daysBetween(lateFrom, today) + 1
}
