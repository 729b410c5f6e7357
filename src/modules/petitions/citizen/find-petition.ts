import type { FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { type Access, normaliseCode } from '../access.ts'
import type { Petition } from '../petition.ts'
import { findByCode, type Keys, petitionColumns } from '../petition-repository.ts'
import { hasOpened } from './case-cookie.ts'
import type { CitizenOptions } from './options.ts'

export async function findById(db: Db, scope: Scope, id: string): Promise<(Petition & Keys) | undefined> {
  const row = await db
    .selectFrom('petitions')
    .leftJoin('petition_filers', (join) =>
      join.onRef('petition_filers.petition_id', '=', 'petitions.id').onRef('petition_filers.authority_id', '=', 'petitions.authority_id'),
    )
    .select(petitionColumns)
    .select(['secret_hash as secretHash', 'account_id as accountId'])
    .where('petitions.authority_id', '=', scope.authorityId)
    .where('petitions.id', '=', id)
    .executeTakeFirst()
  return row as (Petition & Keys) | undefined
}

/** True when this browser opened the case with its secret, or the account filed it. */
export function isOwn(
  request: FastifyRequest,
  { appKey, now }: Pick<CitizenOptions, 'appKey' | 'now'>,
  petition: Petition & Pick<Keys, 'accountId'>,
): boolean {
  return (request.actor !== null && petition.accountId === request.actor.personId) || hasOpened(request, appKey, now(), petition.id)
}

/** The visitor's own case, as its filer and nothing more: an officer who filed sees here what any filer sees. Undefined: unknown and not theirs alike. */
export async function findOwnCase(options: CitizenOptions, request: FastifyRequest, code: string): Promise<Access | undefined> {
  const found = await findByCode(options.db, request.scope, normaliseCode(code))
  if (!found || !isOwn(request, options, found)) return undefined
  const { secretHash: _hash, accountId: _account, ...petition } = found
  return { petition, roles: new Set(['filer']) }
}

/** A resident's own petitions, newest first. The id begins with the time of filing. */
export async function listOwn(
  db: Db,
  scope: Scope,
  personId: string,
  after: string | null,
  limit: number,
): Promise<{ items: Petition[]; next: string | null }> {
  let query = db
    .selectFrom('petition_filers')
    .innerJoin('petitions', (join) =>
      join.onRef('petitions.id', '=', 'petition_filers.petition_id').onRef('petitions.authority_id', '=', 'petition_filers.authority_id'),
    )
    .select(petitionColumns)
    .where('petition_filers.authority_id', '=', scope.authorityId)
    .where('petition_filers.account_id', '=', personId)
  if (after) query = query.where('petitions.id', '<', after)
  const rows = (await query
    .orderBy('petitions.id', 'desc')
    .limit(limit + 1)
    .execute()) as Petition[]
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}
