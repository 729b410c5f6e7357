import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Petition } from '../petition.ts'
import { petitionColumns } from '../petition-repository.ts'
import './followers.table.ts'

/** Public cases that an account follows, the newest following first. */
export async function listFollowed(
  db: Db,
  scope: Scope,
  accountId: string,
  after: string | null,
  limit: number,
): Promise<{ items: Petition[]; next: string | null }> {
  let query = db
    .selectFrom('petition_followers')
    .innerJoin('petitions', (join) =>
      join
        .onRef('petitions.authority_id', '=', 'petition_followers.authority_id')
        .onRef('petitions.id', '=', 'petition_followers.petition_id'),
    )
    .select(petitionColumns)
    .select('petition_followers.id as followerId')
    .where('petition_followers.authority_id', '=', scope.authorityId)
    .where('petition_followers.account_id', '=', accountId)
    .where('petition_followers.ended_at', 'is', null)
    .where(sql<boolean>`publish and cleared_at is not null and status <> 'withdrawn'`)
  if (after) query = query.where('petition_followers.id', '<', after)
  const rows = (await query
    .orderBy('petition_followers.id', 'desc')
    .limit(limit + 1)
    .execute()) as (Petition & { followerId: string })[]
  const shown = rows.slice(0, limit)
  return { items: shown.map(({ followerId: _, ...petition }) => petition), next: rows.length > limit ? shown.at(-1)!.followerId : null }
}

/** Codes of cases that an account followed until they left the register, and nothing else of them; the newest first. */
export async function listEnded(db: Db, scope: Scope, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('petition_followers')
    .innerJoin('petitions', (join) =>
      join
        .onRef('petitions.authority_id', '=', 'petition_followers.authority_id')
        .onRef('petitions.id', '=', 'petition_followers.petition_id'),
    )
    .select('petitions.code')
    .where('petition_followers.authority_id', '=', scope.authorityId)
    .where('petition_followers.account_id', '=', accountId)
    .where('petition_followers.ended_at', 'is not', null)
    .orderBy('petition_followers.ended_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ code }) => code)
}

/** What an account follows, as part of the data held about a person. */
export async function listFollowings(db: Db, scope: Scope, accountId: string) {
  return db
    .selectFrom('petition_followers')
    .innerJoin('petitions', (join) =>
      join
        .onRef('petitions.authority_id', '=', 'petition_followers.authority_id')
        .onRef('petitions.id', '=', 'petition_followers.petition_id'),
    )
    .select(['petitions.code', 'petition_followers.email', 'petition_followers.confirmed_at as since'])
    .where('petition_followers.authority_id', '=', scope.authorityId)
    .where('petition_followers.account_id', '=', accountId)
    .where('petition_followers.ended_at', 'is', null)
    .orderBy('petition_followers.id')
    .execute()
}
