import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { netsOf } from './address-nets.ts'
import type { Subject } from './reader.ts'
import './readers.table.ts'

export interface Arrival {
  /** As the server sees it: a forwarded one only from a proxy that is named. */
  address: string
  today: CivilDate
}

/**
 * Counts one more reader without an account from this address. Called where something new is written, in its transaction: what is
 * refused in the end is not counted.
 * @throws DomainError too_many_from_address 429
 */
export async function countArrival(trx: Trx, appKey: Buffer, scope: Scope, subject: Subject, { address, today }: Arrival): Promise<void> {
  const key = await keyOfDay(trx, scope, today)
  for (const { name, most } of netsOf(address)) {
    // The server's key as well: a copy of the database alone finds no address by trying them all.
    const bucket = createHmac('sha256', key).update(appKey).update(`${subject.type}:${subject.id}:${name}`).digest()
    const { n } = await trx
      .insertInto('reader_buckets')
      .values({ authority_id: scope.authorityId, on_date: today, subject_type: subject.type, subject_id: subject.id, bucket, n: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['authority_id', 'on_date', 'subject_type', 'subject_id', 'bucket'])
          .doUpdateSet({ n: sql<number>`reader_buckets.n + 1` }),
      )
      .returning('n')
      .executeTakeFirstOrThrow()
    if (n > most) throw new DomainError('too_many_from_address', 429)
  }
}

/** In the database, so that all processes count under one key. */
async function keyOfDay(trx: Trx, scope: Scope, today: CivilDate): Promise<Buffer> {
  const find = () =>
    trx
      .selectFrom('reader_day_keys')
      .select('key')
      .where('authority_id', '=', scope.authorityId)
      .where('on_date', '=', today)
      .executeTakeFirst()
  const known = await find()
  if (known) return known.key
  await trx
    .insertInto('reader_day_keys')
    .values({ authority_id: scope.authorityId, on_date: today, key: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await find()
  if (!made) throw new Error('The key of the day was made and is not there.')
  return made.key
}

/** Throws the keys of past days away, and what was counted under them. */
export async function forgetAddresses(db: Db, scope: Scope, today: CivilDate): Promise<void> {
  await db.deleteFrom('reader_day_keys').where('authority_id', '=', scope.authorityId).where('on_date', '<', today).execute()
}
