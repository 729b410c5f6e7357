import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { type Actor, hasRole, type Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { countsOf } from '../../tallies/index.ts'
import { localRules } from '../local-rules.ts'
import { officerDesk } from '../rules.ts'
import { lastSoonDay, type Section, workingDaysLate } from './who-is-told.ts'

export type InboxReminders = Record<Section, number>

/** What the morning's mail would say, in numbers, from the kept counts alone: no case is read. */
export async function inboxReminders(db: Db, scope: Scope, actor: Actor, today: CivilDate): Promise<InboxReminders> {
  const calendar = await loadCalendar(db, scope)
  const soon = lastSoonDay(calendar, today)
  const dueIn = async (owner: string) => {
    const buckets = (await countsOf(db, scope, 'petition.open', owner)) as { bucket: CivilDate; n: number }[]
    return (wanted: (day: CivilDate) => boolean) =>
      buckets.reduce((sum, { bucket, n }) => (bucket <= soon && wanted(bucket) ? sum + n : sum), 0)
  }
  const lateBy = (days: number) => (day: CivilDate) => day < today && workingDaysLate(calendar, day, today) >= days
  const { unitId, personId } = actor
  const none = () => 0
  const own = unitId && hasRole(actor, 'caseOfficer', 'unitHead') ? await dueIn(officerDesk(unitId, personId)) : none
  const unit = unitId && hasRole(actor, 'unitHead') ? await dueIn(`unit:${unitId}`) : null
  const all = hasRole(actor, 'chairman') ? await dueIn('all') : none
  const headLate = lateBy(localRules.headToldAfterWorkingDays)
  return {
    overdue: own((day) => day < today),
    escalated: (unit ? unit(headLate) - own(headLate) : 0) + all(lateBy(localRules.chairmanToldAfterWorkingDays)),
    today: own((day) => day === today),
    soon: own((day) => day > today),
  }
}
