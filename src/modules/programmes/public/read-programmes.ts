import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { isCivilDate } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { type Programme, type ProgrammeKind, shownStatuses } from '../programme.ts'
import { findProgrammeBySlug, programmesOf } from '../programme-repository.ts'
import { isShown } from '../rules.ts'

/** Plans, or programmes of agencies, that everybody may read, the newest first. */
export async function listShown(db: Db, scope: Scope, kind: ProgrammeKind, after: string | null, limit: number): Promise<Page<Programme>> {
  let query = programmesOf(db, scope)
    .where('kind', '=', kind)
    .where('status', 'in', [...shownStatuses])
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDate, isUuid])
    query = query.where(sql<boolean>`(published_on, id) < (${on}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (row) => [row.publishedOn!, row.id])
}

/** @throws NotFound when there is none, or not for everybody */
export async function requireShown(db: Db, scope: Scope, slug: string): Promise<Programme> {
  const programme = await findProgrammeBySlug(db, scope, slug)
  if (!programme || !isShown(programme)) throw new NotFound()
  return programme
}

/** What is told of a programme that an agency owes a plan. */
export type OwedProgramme = Pick<Programme, 'unitId' | 'slug' | 'status' | 'publishedOn' | 'dueOn'>

/** Programmes that agencies owe a plan, whatever their state: a few hundred. What is not out yet is known by its agency and day alone. */
export function listOfAgencies(db: Db, scope: Scope, planId: string): Promise<(OwedProgramme & { id: string })[]> {
  return db
    .selectFrom('programmes')
    .select(['id', 'unit_id as unitId', 'slug', 'status', 'published_on as publishedOn', 'due_on as dueOn'])
    .where('authority_id', '=', scope.authorityId)
    .where('plan_id', '=', planId)
    .where('kind', '=', 'agency')
    .where('status', '!=', 'discarded')
    .execute()
}

/** What an agency wrote, and what it owes, the newest plan first. */
export function listOfUnit(db: Db, scope: Scope, unitId: string): Promise<Programme[]> {
  return programmesOf(db, scope)
    .where('unit_id', '=', unitId)
    .where('status', '!=', 'discarded')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

export async function programmesById(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, Programme>> {
  if (ids.length === 0) return new Map()
  const rows = await programmesOf(db, scope)
    .where('id', 'in', [...new Set(ids)])
    .where('status', 'in', [...shownStatuses])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
