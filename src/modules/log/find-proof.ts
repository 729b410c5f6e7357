import type { Db } from '../../platform/database.ts'
import { inclusionProof } from '../../shared/tlog/merkle.ts'
import type { Scope } from '../accounts/index.ts'
import { listLogKeys } from './log-keys.ts'
import { findHeadOver, type Head, hashReader } from './tree-repository.ts'
import './log.table.ts'

/** That an entry stands in the log: all that a receipt needs besides the words that its holder may know. */
export interface EntryProof {
  /** Vkey of the key that signed the checkpoint. */
  key: string
  leaf: Buffer
  /** Place of the leaf. */
  index: number
  hashes: readonly Uint8Array[]
  checkpoint: string
}

/**
 * @param chooseHead which of the heads over the leaf; the first unless said, so that the proof is the same for ever
 * @returns null while the entry waits for its leaf
 */
export async function findProof(
  db: Db,
  scope: Scope,
  entryId: string,
  chooseHead: (db: Db, scope: Scope, position: number) => Promise<Head | undefined> = findHeadOver,
): Promise<EntryProof | null> {
  const row = await db
    .selectFrom('log_leaves')
    .select(['position', 'leaf'])
    .where('authority_id', '=', scope.authorityId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  const head = row && (await chooseHead(db, scope, row.position))
  if (!row || !head) return null
  const hashes = await inclusionProof(hashReader(db, scope, head.size), row.position, head.size)
  const keys = await listLogKeys(db, scope)
  // A key signs the heads behind the one at which it came; the first signed from the beginning.
  const key = keys.findLast(({ number, fromSize }) => number === 1 || fromSize < head.size)
  if (!key) throw new Error('The log has a head and no key. Run: congdan audit')
  return { key: key.vkey, leaf: row.leaf, index: row.position, hashes, checkpoint: head.checkpoint }
}
