import { randomBytes } from 'node:crypto'
import type { Db, Trx } from '../../../platform/database.ts'
import { hashSecret } from '../../../shared/secret.ts'
import type { Scope } from '../../accounts/index.ts'
import './clock.table.ts'

export interface Feed {
  personId: string
  /** Null: the person's own items; else those of the agency. */
  unitId: string | null
}

/** 160 random bits in hex: an address that nobody guesses. Kept is its hash; an earlier address of the same calendar opens nothing any more. */
export async function makeFeed(trx: Trx, scope: Scope, { personId, unitId }: Feed, at: Date): Promise<string> {
  const token = randomBytes(20).toString('hex')
  await revokeFeed(trx, scope, { personId, unitId })
  await trx
    .insertInto('programme_feeds')
    .values({ authority_id: scope.authorityId, person_id: personId, unit_id: unitId, token_hash: hashSecret(token), made_at: at })
    .execute()
  return token
}

export async function revokeFeed(trx: Trx, scope: Scope, { personId, unitId }: Feed): Promise<void> {
  await trx
    .deleteFrom('programme_feeds')
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', '=', personId)
    .where('unit_id', unitId === null ? 'is' : '=', unitId)
    .execute()
}

/** Calendars that have an address, by whose they are. */
export async function listFeeds(db: Db, scope: Scope, personId: string): Promise<{ unitId: string | null; madeAt: Date }[]> {
  return db
    .selectFrom('programme_feeds')
    .select(['unit_id as unitId', 'made_at as madeAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', '=', personId)
    .execute()
}

export async function findFeed(db: Db, scope: Scope, token: string): Promise<Feed | undefined> {
  if (!/^[0-9a-f]{40}$/.test(token)) return undefined
  return db
    .selectFrom('programme_feeds')
    .select(['person_id as personId', 'unit_id as unitId'])
    .where('authority_id', '=', scope.authorityId)
    .where('token_hash', '=', hashSecret(token))
    .executeTakeFirst()
}
