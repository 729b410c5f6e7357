import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { countsByOwner, countsOf } from '../../tallies/index.ts'
import { lateFrom } from '../late-from.ts'
import type { Programme, ProgrammeKind, ProgrammeStatus } from '../programme.ts'
import { programmesOf } from '../programme-repository.ts'
import { isShown } from '../rules.ts'

const isInstant = (part: string) => !Number.isNaN(Date.parse(part))

/** Plans or programmes of agencies, those changed last first. */
export async function listByStatus(
  db: Db,
  scope: Scope,
  kind: ProgrammeKind,
  statuses: readonly ProgrammeStatus[],
  after: string | null,
  limit: number,
): Promise<Page<Programme>> {
  let query = programmesOf(db, scope)
    .where('kind', '=', kind)
    .where('status', 'in', [...statuses])
  if (after) {
    const [at, id] = decodeCursor(after, [isInstant, isUuid])
    query = query.where(sql<boolean>`(updated_at, id) < (${new Date(at!)}, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id])
}

const OWN_MOST = 50

/** What is the officer's own agencies': the newest first. */
export async function listOfUnits(db: Db, scope: Scope, unitIds: readonly string[]): Promise<Programme[]> {
  if (unitIds.length === 0) return []
  return programmesOf(db, scope)
    .where('unit_id', 'in', [...unitIds])
    .where('status', '<>', 'discarded')
    .orderBy('id', 'desc')
    .limit(OWN_MOST)
    .execute()
}

/** How many plans, or programmes of agencies under all plans, stand at each status. */
export async function countByStatus(db: Db, scope: Scope, kind: ProgrammeKind): Promise<Map<string, number>> {
  if (kind === 'plan') return new Map((await countsOf(db, scope, 'programme.status', 'plans')).map(({ bucket, n }) => [bucket, n]))
  const counts = new Map<string, number>()
  for (const [owner, buckets] of await countsByOwner(db, scope, 'programme.status')) {
    if (owner === 'plans') continue
    for (const [bucket, n] of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + n)
  }
  return counts
}

/** An agency that was asked for its programme. */
export interface AskedAgency {
  programme: Programme
  /** First day on which its programme is late; null once it is out. */
  lateSince: CivilDate | null
}

/** Programmes of agencies under a plan, by agency; discarded ones are left out. */
export async function listAgencies(db: Db, scope: Scope, planId: string): Promise<AskedAgency[]> {
  const programmes = await programmesOf(db, scope)
    .where('plan_id', '=', planId)
    .where('kind', '=', 'agency')
    .where('status', '<>', 'discarded')
    .orderBy('id')
    .execute()
  if (programmes.length === 0) return []
  const calendar = await loadCalendar(db, scope)
  return programmes.map((programme) => ({
    programme,
    lateSince: isShown(programme) || programme.dueOn === null ? null : lateFrom(calendar, programme.dueOn),
  }))
}
