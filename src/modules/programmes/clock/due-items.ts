import type { Db } from '../../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { type CalendarEvent, calendarFile } from '../../../shared/ical.ts'
import type { Scope } from '../../accounts/index.ts'
import { openStatuses, type TaskStatus } from '../task.ts'
import '../programmes.table.ts'

export interface DueItem {
  id: string
  code: string
  title: string
  status: TaskStatus
  dueOn: CivilDate
  lateFrom: CivilDate | null
  updatedAt: Date
}

/** Items in one calendar, at most: programs fetch it every hour. */
const MOST = 2_000

export type WhoseItems = { personId: string } | { unitId: string } | { programmeIds: readonly string[] }

/** Open items that have a due day, soonest first, in programmes that are out. */
export async function listDueItems(db: Db, scope: Scope, whose: WhoseItems, days?: { from: CivilDate; to: CivilDate }): Promise<DueItem[]> {
  let query = db
    .selectFrom('programme_tasks')
    .select(['id', 'code', 'title', 'status', 'due_on', 'late_from as lateFrom', 'updated_at as updatedAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('status', 'in', openStatuses)
    .where('every', 'is', null)
    .where('due_on', 'is not', null)
  if ('personId' in whose) query = query.where('person_id', '=', whose.personId)
  else if ('unitId' in whose) query = query.where('unit_id', '=', whose.unitId)
  else if (whose.programmeIds.length === 0) return []
  else query = query.where('programme_id', 'in', [...whose.programmeIds])
  if (days) query = query.where('due_on', '>=', days.from).where('due_on', '<=', days.to)
  const rows = await query.orderBy('due_on').orderBy('id').limit(MOST).execute()
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on! }))
}

/** The items as a calendar, a whole day each; `pathOf`: where each is read. */
export function dueCalendar(
  name: string,
  items: readonly DueItem[],
  site: string,
  origin: string | null,
  pathOf: (code: string) => string,
): string {
  return calendarFile(
    name,
    items.map(
      ({ id, code, title, dueOn, updatedAt }): CalendarEvent => ({
        uid: `${id}@${site}`,
        on: dueOn,
        hours: null,
        summary: `${code} ${title}`,
        stampedOn: civilDateOf(updatedAt),
        ...(origin ? { url: `${origin}${pathOf(code)}` } : {}),
      }),
    ),
  )
}
