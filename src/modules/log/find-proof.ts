import type { Db } from '../../platform/database.ts'
import { inclusionProof } from '../../shared/tlog/merkle.ts'
import type { Scope } from '../accounts/index.ts'
import { quickHashReader } from './read-hashes.ts'
import { findLeafUnderHead } from './witnesses/cosignatures.ts'
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
  const row = await findLeafUnderHead(db, scope, entryId)
  if (!row) return null
  const { size, position: index, leaf, key, cosigned } = row
  if (!key) throw new Error('The log has a head and no key. Run: congdan audit')
  return {
    key,
    leaf,
    index,
    hashes: await inclusionProof(quickHashReader(db, scope, size), index, size),
    checkpoint: row.checkpoint + cosigned.map(({ line }) => line).join(''),
    witnesses: cosigned.map(({ vkey }) => vkey),
  }
}
