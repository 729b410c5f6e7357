import type { Db } from '../../platform/database.ts'
import { inclusionProof } from '../../shared/tlog/merkle.ts'
import type { Scope } from '../accounts/index.ts'
import { listLogKeys } from './log-keys.ts'
import { quickHashReader } from './read-hashes.ts'
import { cosignaturesOn, findCosignedHeadOver } from './witnesses/cosignatures.ts'
import './log.table.ts'

/** That an entry stands in the log: all that a receipt needs besides the words that its holder may know. */
export interface EntryProof {
  /** Vkey of the key that signed the checkpoint. */
  key: string
  leaf: Buffer
  /** Place of the leaf. */
  index: number
  hashes: readonly Uint8Array[]
  /** With the cosignatures of the witnesses that are named beside it. */
  checkpoint: string
  /** Vkeys. */
  witnesses: readonly string[]
}

/**
 * By the first head over the leaf that a witness has cosigned; until one has, by the first.
 * @returns null while the entry waits for its leaf
 */
export async function findProof(db: Db, scope: Scope, entryId: string): Promise<EntryProof | null> {
  const row = await db
    .selectFrom('log_leaves')
    .select(['position', 'leaf'])
    .where('authority_id', '=', scope.authorityId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  const head = row && (await findCosignedHeadOver(db, scope, row.position))
  if (!row || !head) return null
  const [hashes, keys, cosigned] = await Promise.all([
    inclusionProof(quickHashReader(db, scope, head.size), row.position, head.size),
    listLogKeys(db, scope),
    cosignaturesOn(db, scope, head.size),
  ])
  // A key signs the heads behind the one at which it came; the first signed from the beginning.
  const key = keys.findLast(({ number, fromSize }) => number === 1 || fromSize < head.size)
  if (!key) throw new Error('The log has a head and no key. Run: congdan audit')
  const checkpoint = head.checkpoint + cosigned.map(({ line }) => line).join('')
  return { key: key.vkey, leaf: row.leaf, index: row.position, hashes, checkpoint, witnesses: cosigned.map(({ vkey }) => vkey) }
}
