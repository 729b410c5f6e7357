import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import { isOff, type OfficeCalendar } from '../clocks/index.ts'

/**
 * First day on which something due on a day is late: a last day that the office does not work moves to the next day that it does
 * (Civil Code 2015, article 148 clause 5).
 */
export function lateFrom(calendar: OfficeCalendar, dueOn: CivilDate): CivilDate {
  let last = dueOn
  while (isOff(calendar, last)) last = addDays(last, 1)
  return addDays(last, 1)
}
