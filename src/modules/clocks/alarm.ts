import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import { indexOf, type OfficeCalendar } from './calendar.ts'
import { countedDue } from './count.ts'
import { limitOf, ruleInForce } from './rules.ts'

/** A day off can move the last day of a limit by no more than the longest holiday with its weekends. */
const LONGEST_MOVE = 20

export interface Alarm {
  /** Days of the rule. */
  days: number
  basis: string
  /** Whatever was received on this day or earlier is past the alarm today. */
  receivedUpTo: CivilDate
}

/**
 * A threshold of the law counted from receipt, seen from today: the rule in force today judges everything that still stands, also what
 * came in before the rule.
 * @throws DomainError rule_not_in_force 422 on days before the rule
 */
export function alarmOn(ruleId: string, today: CivilDate, calendar: OfficeCalendar): Alarm {
  const rule = ruleInForce(ruleId, today)
  const limit = limitOf(rule, null)
  if (limit.unit !== 'calendarDay') throw new Error(`${ruleId} is not counted in calendar days. Teach alarmOn its unit.`)
  let day = addDays(today, -limit.value - 1)
  // The last day is kept on which the limit has run out before today.
  for (let i = 0; i < LONGEST_MOVE && indexOf(countedDue(limit, day, calendar)) >= indexOf(today); i++) day = addDays(day, -1)
  return { days: limit.value, basis: rule.legalBasis.join('; '), receivedUpTo: day }
}
