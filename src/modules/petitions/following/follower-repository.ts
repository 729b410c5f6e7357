import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Petition } from '../petition.ts'
import { petitionColumns } from '../petition-repository.ts'
import type { Follower } from './follower.ts'
import './followers.table.ts'

const columns = [
  'id',
  'petition_id as petitionId',
  'email',
  'account_id as accountId',
  'lang',
  'asked_at as askedAt',
  'confirmed_at as confirmedAt',
  'email_confirmed_at as emailConfirmedAt',
  'told_seq as toldSeq',
] as const

function ofAuthority(db: Db, scope: Scope) {
  return db.selectFrom('petition_followers').select(columns).where('authority_id', '=', scope.authorityId)
}

export async function findFollower(db: Db, scope: Scope, id: string): Promise<Follower | undefined> {
  return ofAuthority(db, scope).where('id', '=', id).executeTakeFirst()
}

/** The case of a follower, to read; whoever acts locks it. */
export async function findCaseOf(db: Db, scope: Scope, petitionId: string): Promise<Petition | undefined> {
  const row = await db
    .selectFrom('petitions')
    .select(petitionColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', petitionId)
    .executeTakeFirst()
  return row as Petition | undefined
}

export async function lockFollower(trx: Trx, scope: Scope, id: string): Promise<Follower | undefined> {
  return ofAuthority(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function findByAccount(db: Db, scope: Scope, petitionId: string, accountId: string): Promise<Follower | undefined> {
  return ofAuthority(db, scope)
    .where('petition_id', '=', petitionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export async function findByAddress(db: Db, scope: Scope, petitionId: string, email: string): Promise<Follower | undefined> {
  return ofAuthority(db, scope)
    .where('petition_id', '=', petitionId)
    .where('email', 'is not', null)
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
}

type NewFollower = Pick<Follower, 'id' | 'petitionId' | 'email' | 'accountId' | 'lang' | 'confirmedAt' | 'toldSeq'> &
  Pick<Follower, 'askedAt'>

/** @returns false when the address or the account is there already */
export async function addFollower(trx: Trx, scope: Scope, follower: NewFollower): Promise<boolean> {
  const added = await trx
    .insertInto('petition_followers')
    .values({
      authority_id: scope.authorityId,
      id: follower.id,
      petition_id: follower.petitionId,
      email: follower.email,
      account_id: follower.accountId,
      lang: follower.lang,
      asked_at: follower.askedAt,
      confirmed_at: follower.confirmedAt,
      email_confirmed_at: null,
      told_seq: follower.toldSeq,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

type Change = Partial<{
  email: string | null
  account_id: null
  asked_at: Date
  erased_at: Date
  ended_at: Date
  confirmed_at: Date | null
  email_confirmed_at: Date | null
  told_seq: number
  lang: Follower['lang']
}>

export async function changeFollower(trx: Trx, scope: Scope, id: string, set: Change): Promise<void> {
  await trx.updateTable('petition_followers').set(set).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
}

export async function removeFollower(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx.deleteFrom('petition_followers').where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
}

/** The case must be locked: the count is kept on it. */
export async function countFollower(trx: Trx, scope: Scope, petitionId: string, by: 1 | -1): Promise<void> {
  await trx
    .updateTable('petitions')
    .set({ followers: sql<number>`followers + ${by}` })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', petitionId)
    .execute()
}

/** How many questions went to this address lately that nobody answered, whichever the case. */
export async function countAsked(db: Db, scope: Scope, email: string, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('petition_followers')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('authority_id', '=', scope.authorityId)
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('email', 'is not', null)
    .where('email_confirmed_at', 'is', null)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Number of the last entry of a case that everybody reads; 0 when there is none. */
export async function lastPublicSeq(db: Db, scope: Scope, petitionId: string): Promise<number> {
  const { seq } = await db
    .selectFrom('history_entries')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', 'petition')
    .where('matter_id', '=', petitionId)
    .where('audience', '=', 'public')
    .executeTakeFirstOrThrow()
  return Number(seq ?? 0)
}

/** A following that has ended makes room for a new one. */
export async function removeEnded(trx: Trx, scope: Scope, petitionId: string, accountId: string): Promise<void> {
  await trx
    .deleteFrom('petition_followers')
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is not', null)
    .execute()
}
