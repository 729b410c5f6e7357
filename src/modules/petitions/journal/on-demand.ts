import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { findWaiting } from './ledger.ts'

type Spreader = (scope: Scope, clientToken: string) => Promise<void>

/** By connection pool: who spreads for a look-up that comes through it. Any of several does. */
const spreaders = new WeakMap<Db, Spreader[]>()

export function rememberSpreader(db: Db, spreader: Spreader): void {
  spreaders.set(db, [...(spreaders.get(db) ?? []), spreader])
}

export function forgetSpreader(db: Db, spreader: Spreader): void {
  spreaders.set(
    db,
    (spreaders.get(db) ?? []).filter((one) => one !== spreader),
  )
}

/**
 * Spreads the filing that waits under a code, whichever process acknowledged it. Nobody can name a petition otherwise before somebody has
 * looked it up by its code: its id is told to nobody.
 * @returns false when none waits
 */
export async function spreadCode(db: Db, scope: Scope, code: string): Promise<boolean> {
  const spreader = spreaders.get(db)?.[0]
  const token = spreader && (await findWaiting(db, scope, code))
  if (!spreader || !token) return false
  await spreader(scope, token)
  return true
}
