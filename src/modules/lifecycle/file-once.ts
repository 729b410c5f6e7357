import type { Db, Trx } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import { secretMatches } from '../../shared/secret.ts'

/** What somebody sent in, with the secret that opens it. */
export interface Filed<Matter> {
  matter: Matter
  secret: string
  /** True when this token had been filed before: the first content stands. */
  repeated: boolean
}

export interface Filing<Matter> {
  /** Derived from the filing's token: the same token, the same secret. */
  secret: string
  /** What was filed under this token, with the hash of its secret. */
  find: (db: Db) => Promise<(Matter & { secretHash: Buffer }) | undefined>
  /** Writes everything; undefined when another request with the same token was quicker (`on conflict do nothing`). */
  insert: (trx: Trx) => Promise<Matter | undefined>
}

/**
 * Files a matter in one transaction, exactly once a token: acknowledged means committed, and a lost reply is given again.
 * @throws DomainError secret_lost 409 when the server's key was changed since the first filing
 */
export async function fileOnce<Matter>(db: Db, { secret, find, insert }: Filing<Matter>): Promise<Filed<Matter>> {
  const known = await find(db)
  if (known) return again(known, secret)
  const matter = await db.transaction().execute(insert)
  if (matter) return { matter, secret, repeated: false }
  const winner = await find(db)
  if (!winner) throw new DomainError('not_ready', 503)
  return again(winner, secret)
}

function again<Matter>({ secretHash, ...matter }: Matter & { secretHash: Buffer }, secret: string): Filed<Matter> {
  if (!secretMatches(secret, secretHash)) throw new DomainError('secret_lost', 409)
  return { matter: matter as Matter, secret, repeated: true }
}
