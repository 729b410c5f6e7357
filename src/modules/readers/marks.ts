import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Identity, Subject } from './reader.ts'
import './readers.table.ts'

const present = (hash: Buffer | null): hash is Buffer => hash !== null

/**
 * What says that this reader has done it already. An account that did it does not hold up the next account of the same browser; a
 * browser in which anybody did it holds up whoever comes without an account, and one that did it without an account holds up all.
 */
function contrary({ own, hasAccount, browser, seen }: Identity): Buffer[] {
  return [own, hasAccount ? browser : seen].filter(present)
}

/** Whether this one mark stands: of an account, a browser, or that an account did it there. */
export async function hasMark(db: Db, scope: Scope, subject: Subject, mark: Buffer): Promise<boolean> {
  return anyMark(db, scope, subject, [mark])
}

export async function isMarked(db: Db, scope: Scope, subject: Subject, identity: Identity): Promise<boolean> {
  return anyMark(db, scope, subject, contrary(identity))
}

async function anyMark(db: Db, scope: Scope, subject: Subject, marks: readonly Buffer[]): Promise<boolean> {
  const row = await db
    .selectFrom('reader_marks')
    .select('mark')
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('mark', 'in', [...marks])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Until the transaction ends nobody else acts as this account or from this browser on the same subject. */
export async function lockIdentity(trx: Trx, { own, browser }: Identity): Promise<void> {
  const keys = [own, browser].filter(present).map((hash) => hash.readBigInt64BE(0))
  for (const key of [...new Set(keys)].toSorted((a, b) => (a < b ? -1 : 1))) await sql`select pg_advisory_xact_lock(${key})`.execute(trx)
}

/** @returns false when the reader is marked already: nothing is written then */
export async function markOnce(trx: Trx, scope: Scope, subject: Subject, identity: Identity): Promise<boolean> {
  await lockIdentity(trx, identity)
  if (await isMarked(trx, scope, subject, identity)) return false
  await addMarks(trx, scope, subject, [identity.own, identity.hasAccount ? identity.seen : null].filter(present))
  return true
}

/** Marks that stand already stay. */
export async function addMarks(trx: Trx, scope: Scope, subject: Subject, marks: readonly Buffer[]): Promise<void> {
  await trx
    .insertInto('reader_marks')
    .values(marks.map((mark) => ({ authority_id: scope.authorityId, subject_type: subject.type, subject_id: subject.id, mark })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropMark(trx: Trx, scope: Scope, subject: Subject, mark: Buffer): Promise<void> {
  await trx
    .deleteFrom('reader_marks')
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('mark', '=', mark)
    .execute()
}

/** Nobody can tell any more who took part, or take part once more as the same. */
export async function forgetMarks(trx: Trx, scope: Scope, subject: Subject): Promise<void> {
  await trx
    .deleteFrom('reader_marks')
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
}

/**
 * Writes all marks and counts of arrivals of a subject anew, in the order of their hashes. Where a transaction that marks somebody writes more
 * than sums, nothing tells afterwards which mark came with it: neither its number (`xmin`) nor its place on the disk. The caller has locked the
 * subject, so that nobody is marked meanwhile.
 */
export async function mixMarks(trx: Trx, scope: Scope, subject: Subject): Promise<void> {
  for (const [table, hash] of [
    ['reader_marks', 'mark'],
    ['reader_buckets', 'bucket'],
  ] as const)
    await sql`
      with taken as (
        delete from ${sql.table(table)}
        where authority_id = ${scope.authorityId} and subject_type = ${subject.type} and subject_id = ${subject.id}
        returning *
      )
      insert into ${sql.table(table)} select * from taken order by ${sql.ref(hash)}`.execute(trx)
}
