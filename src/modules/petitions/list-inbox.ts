import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { BehalfFacts } from './behalf/behalf.ts'
import { mostFollowedFirst } from './following/most-followed-first.ts'
import { checks, matching, newestFirst, type PetitionQuery as Query, searchFor } from './list-petitions.ts'
import type { Petition, PetitionKind, PetitionStatus } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { NO_DUE_DATE } from './rules.ts'
import { standingPromise, withCaseFilter } from './statistics/case-conditions.ts'
import { type CaseFilter, caseFilterNames, orderDay } from './statistics/case-filter.ts'
import { listByDay } from './statistics/list-by-day.ts'
import { NO_UNIT } from './statistics/measures.ts'
import { everOfUnit, onDesk } from './unit-conditions.ts'

/** A row of its own by the case's key; the few there are stand together in an index. */
function isOf(behalf: BehalfFacts['behalf']) {
  return sql<boolean>`exists (select from petition_behalves b
    where b.authority_id = petitions.authority_id and b.petition_id = petitions.id and b.behalf = ${behalf})`
}

export const inboxViews = ['mine', 'unassigned', 'due', 'overdue', 'waiting', 'promises', 'all'] as const
export type InboxView = (typeof inboxViews)[number]

/** Whose desk: one unit's officers see their unit, the others the whole authority. */
export interface DeskScope {
  unitId: string | null
  /** Units that have ended and whose work this desk has: what had ended before stays under their name. */
  formerUnitIds?: readonly string[]
  officerId: string
  /** What `mine` means here: cases to take in, to sign, or those assigned to me. */
  mine: 'takeIn' | 'sign' | 'assigned' | 'unitWithoutOfficer'
}

export interface InboxFilter extends CaseFilter {
  view: InboxView
  status?: PetitionStatus | undefined
  kind?: PetitionKind | undefined
  /** A unit's id, or `none`: with no unit. */
  unit?: string | undefined
  q?: string | undefined
  /** Only what is for another person, or of a group. */
  behalf?: BehalfFacts['behalf'] | undefined
  /** Cases of this kind are left out. */
  exceptKind?: PetitionKind | undefined
  /** What has most followers stands on top. */
  sort?: 'followers' | undefined
}

interface Days {
  today: CivilDate
  /** The last day that counts as due. */
  soon: CivilDate
}

/** Officers' list: by due date for work in hand, newest first for `all`, by the day asked for behind a number of the statistics; on wish the most followed first. */
export async function listInbox(
  db: Db,
  scope: Scope,
  desk: DeskScope,
  filter: InboxFilter,
  days: Days,
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  const query = await onInbox(db, scope, desk, filter, days)
  if (filter.sort !== 'followers') return inOrder(db, query, desk, filter, days, after, limit)
  const search = filter.q ? searchFor(filter.q) : null
  const rest = (from: string | null, room: number) => inOrder(db, query.where('followers', '=', 0), desk, filter, days, from, room)
  return mostFollowedFirst(inView(search ? matching(query, search) : query, desk, filter, days), rest, after, limit)
}

/** What the filters leave of this desk's cases. */
async function onInbox(db: Db, scope: Scope, desk: DeskScope, filter: InboxFilter, days: Days): Promise<Query> {
  let query = (db.selectFrom('petitions') as unknown as Query).where('authority_id', '=', scope.authorityId)
  if (desk.unitId) query = onDesk(query, desk.unitId, filter.view === 'all' ? (desk.formerUnitIds ?? []) : [])
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.behalf) query = query.where(isOf(filter.behalf))
  if (filter.exceptKind) query = query.where('kind', '<>', filter.exceptKind)
  if (filter.unit === NO_UNIT) query = query.where('unit_id', 'is', null)
  // Behind a number of the statistics: what the unit counts, no more.
  else if (filter.unit && caseFilterNames.some((name) => filter[name])) query = query.where('unit_id', '=', filter.unit)
  else if (filter.unit) query = await everOfUnit(db, scope, query, filter.unit)
  query = withCaseFilter(query, filter, days.today)
  return filter.view === 'promises' ? query.where(standingPromise) : query
}

async function inOrder(
  db: Db,
  filtered: Query,
  desk: DeskScope,
  filter: InboxFilter,
  days: Days,
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  const search = filter.q ? searchFor(filter.q) : null
  const day = filter.view === 'promises' ? 'promised_on' : orderDay(filter)
  if ((filter.view === 'all' || filter.view === 'promises') && day)
    return listByDay(search ? matching(filtered, search) : filtered, day, after, limit)
  if (filter.view === 'all' && !filter.open) return newestFirst(db, filtered, filter.q, after, limit)

  let query = inView(search ? matching(filtered, search) : filtered, desk, filter, days)
  const due = sql<string>`coalesce(due_on, date '${sql.raw(NO_DUE_DATE)}')`
  if (after) {
    const [on, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(${due}, petitions.id) > (${on}::date, ${id}::uuid)`)
  }
  const rows = (await query
    .select(petitionColumns)
    .orderBy(due)
    .orderBy('petitions.id')
    .limit(limit + 1)
    .execute()) as unknown as Petition[]
  return pageOf(rows, limit, (row) => [row.dueOn ?? NO_DUE_DATE, row.id])
}

function inView(filtered: Query, desk: DeskScope, { view }: InboxFilter, days: Days): Query {
  if (view === 'all' || view === 'promises') return filtered
  const query = filtered.where(sql<boolean>`status in ('received', 'accepted', 'suspended')`)
  const due = sql<string>`coalesce(due_on, date '${sql.raw(NO_DUE_DATE)}')`
  switch (view) {
    case 'mine':
      if (desk.mine === 'takeIn') return query.where('step', '=', 'new')
      if (desk.mine === 'sign') return query.where('step', '=', 'drafted')
      if (desk.mine === 'unitWithoutOfficer')
        return query.where((eb) => eb.or([eb('officer_id', 'is', null), eb('officer_id', '=', desk.officerId)]))
      return query.where('officer_id', '=', desk.officerId)
    case 'unassigned':
      return desk.unitId ? query.where('officer_id', 'is', null) : query.where('step', '=', 'unassigned')
    case 'due':
      return query.where(sql<boolean>`${due} between ${days.today}::date and ${days.soon}::date`)
    case 'overdue':
      return query.where(sql<boolean>`${due} < ${days.today}::date`)
    default:
      return query.where('step', '=', 'drafted')
  }
}
