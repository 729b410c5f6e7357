import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { shownStatuses } from '../programme.ts'
import { NO_DUE } from '../rules.ts'
import type { Task } from '../task.ts'
import { dueOrNone, tasksOf } from '../task-repository.ts'
import { type Slim, type View, whereView } from './views.ts'

/** All items of one programme that are out, in order, with what figures and chains are made of: hundreds, never thousands. */
export function listSlim(db: Db, scope: Scope, programmeId: string): Promise<Slim[]> {
  return db
    .selectFrom('programme_tasks')
    .select([
      'id',
      'code',
      'place',
      'kind',
      'title',
      'status',
      'goal_id as goalId',
      'carries_id as carriesId',
      'late_from as lateFrom',
      'evidence',
      'said_done as saidDone',
      'said_partly as saidPartly',
      'said_not as saidNot',
    ])
    .where('authority_id', '=', scope.authorityId)
    .where('programme_id', '=', programmeId)
    .where('status', '!=', 'draft')
    .orderBy('place')
    .execute()
}

/** In the order of their ids given. */
export async function itemsById(db: Db, scope: Scope, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0) return []
  const rows = await shownItems(db, scope)
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Items that everybody may read: of plans and programmes that are out. */
export function shownItems(db: Db, scope: Scope) {
  return tasksOf(db, scope)
    .where('status', '!=', 'draft')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('programmes as p')
          .select('p.id')
          .whereRef('p.authority_id', '=', 'programme_tasks.authority_id')
          .whereRef('p.id', '=', 'programme_tasks.programme_id')
          .where('p.status', 'in', [...shownStatuses]),
      ),
    )
}

export interface ItemFilter {
  view: View
  programmeId?: string | undefined
  unitId?: string | undefined
  /** The item that they carry out, the goal that they serve, or what they wait for. */
  carriesId?: string | undefined
  status?: Task['status'] | undefined
}

/** Pages by key. Late ones, and those of one agency or programme, stand by their due day; all others by their age. */
export async function listItems(
  db: Db,
  scope: Scope,
  filter: ItemFilter,
  today: CivilDate,
  after: string | null,
  limit: number,
): Promise<Page<Task>> {
  const { view, programmeId, unitId, carriesId, status } = filter
  let query = shownItems(db, scope).where((eb) => whereView(eb, view, today))
  if (programmeId) query = query.where('programme_id', '=', programmeId)
  if (unitId) query = query.where('unit_id', '=', unitId)
  if (carriesId) query = query.where('carries_id', '=', carriesId)
  if (status) query = query.where('status', '=', status)
  // Late ones have a day: of all agencies the index of due days itself gives the order.
  const due = view === 'late' && unitId === undefined ? sql<string>`late_from` : dueOrNone
  const byDay = view === 'late' || programmeId !== undefined || unitId !== undefined
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDateOrNone, isUuid])
    query = byDay ? query.where(sql<boolean>`(${due}, id) > (${on}::date, ${id}::uuid)`) : query.where('id', '>', id!)
  }
  if (byDay) query = query.orderBy(due)
  const rows = await query
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (row) => [row.lateFrom ?? NO_DUE, row.id])
}

const isCivilDateOrNone = (text: string) => text === NO_DUE || isCivilDate(text)
