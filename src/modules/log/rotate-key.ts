import { formatVkey } from '../../shared/tlog/vkey.ts'
import type { Scope } from '../accounts/index.ts'
import { type IntegrateOptions, integrateAll, integrateBatch } from './integrate.ts'
import { findLogKey, type LogKey, makeKeyFile } from './log-keys.ts'
import { noteKeyChange } from './note-key-change.ts'

/**
 * Gives the log a new key: the successor is announced by a leaf under the present key, then the next checkpoint is signed by it. Nothing
 * that was signed before loses its worth.
 * @returns the key before and the key now; null where there is no log yet, or somebody else changed the key meanwhile
 */
export async function rotateKey(options: IntegrateOptions, scope: Scope): Promise<{ before: LogKey; now: LogKey } | null> {
  const before = await findLogKey(options.db, scope)
  if (!before) return null
  const name = before.vkey.slice(0, before.vkey.indexOf('+'))
  const successor = makeKeyFile(options.folder, scope, name)
  const key = formatVkey(successor.vkey)
  await options.db.transaction().execute((trx) => noteKeyChange(trx, scope, 'announced', { key, oldKey: before.vkey }))
  await integrateAll(options, scope)
  for (;;) {
    await integrateBatch({ ...options, successor }, scope)
    const now = await findLogKey(options.db, scope)
    if (now?.vkey === key) return { before, now }
    if (now?.number !== before.number) return null
  }
}
