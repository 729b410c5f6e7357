import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import { clockText, type Limit, loadCalendar, ruleInForce } from '../clocks/index.ts'
import type { OpenDay } from './appointment.ts'
import { latestPublication, PUBLICATION_RULE } from './propose-days.ts'
import { listDays } from './reception-days.ts'

/** A reception day with what the law says of its publication. */
export interface ScheduledDay extends OpenDay {
  /** The latest lawful day of publication. */
  publishBy: CivilDate
  late: boolean
}

export interface PublicationRule {
  limit: string
  basis: string
  sure: string
}

/** More days than an office posts ahead. */
const MOST_DAYS = 60

export async function scheduleFrom(db: Db, scope: Scope, from: CivilDate, shown: { closed?: boolean } = {}): Promise<ScheduledDay[]> {
  const [{ items }, calendar] = await Promise.all([listDays(db, scope, from, null, MOST_DAYS, shown), loadCalendar(db, scope)])
  return items.map((day) => {
    const publishBy = latestPublication(day.on, calendar)
    return { ...day, publishBy, late: day.publishedOn > publishBy }
  })
}

/** The law's words on posting the schedule, from the clocks' data. */
export function publicationRule(lang: Lang, today: CivilDate): PublicationRule {
  const rule = ruleInForce(PUBLICATION_RULE, today)
  const words = clockText[lang]
  return { limit: words.limit(rule.limit as Limit), basis: rule.legalBasis.join('; '), sure: words.sure(rule.verification) }
}
