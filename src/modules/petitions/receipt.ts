import type { Db } from '../../platform/database.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { NotFound } from '../../shared/errors.ts'
import { makeReceipt } from '../../shared/tlog/receipt.ts'
import type { Scope } from '../accounts/index.ts'
import { commitment } from '../history/index.ts'
import { type EntryProof, findProof, readLeaf } from '../log/index.ts'
import { matterOf, type Petition } from './petition.ts'
import './petitions.table.ts'

/** Words behind a commitment of the leaf, for who may read them. */
interface Opening {
  field: string
  salt: Buffer
  words: string
}

export interface ReceiptRequest {
  petition: Petition
  /** Which public step of the case; the first is that it was received. */
  seq: number
  /** The filer is given the salts of what only the filer and the office can read. */
  isFiler: boolean
}

/**
 * The receipt of a step of a case: nobody can make one, nor take the step back without its showing.
 * @returns its bytes; null while the step waits for its place in the public log
 * @throws NotFound when the case has no such public step
 */
export async function findReceipt(db: Db, scope: Scope, { petition, seq, isFiler }: ReceiptRequest): Promise<Uint8Array | null> {
  const entry = await db
    .selectFrom('history_entries')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matterOf(petition).type)
    .where('matter_id', '=', petition.id)
    .where('seq', '=', seq)
    .where('audience', '=', 'public')
    .executeTakeFirst()
  if (!entry) throw new NotFound()
  const proof = await findProof(db, scope, entry.id)
  if (!proof) return null
  const opened = isFiler ? await openings(db, scope, petition.id, entry.id, proof) : []
  return makeReceipt({ ...proof, opened })
}

/** What is left of the words: what was erased, or put right since, is no longer opened by anybody. */
async function openings(db: Db, scope: Scope, petitionId: string, entryId: string, { leaf }: EntryProof): Promise<Opening[]> {
  const { facts, seq } = readLeaf(leaf)
  const kept = await db
    .selectFrom('history_words')
    .select(['field', 'salt', 'words'])
    .where('authority_id', '=', scope.authorityId)
    .where('entry_id', '=', entryId)
    .where('words', '<>', '')
    .execute()
  const content = seq === 1 ? [await contentOf(db, scope, petitionId)] : []
  return [...kept, ...content].filter(({ field, salt, words }) => facts[`${field}Commitment`] === commitment(words, salt))
}

/** What was filed, as the first entry commits to it. */
async function contentOf(db: Db, scope: Scope, id: string): Promise<Opening> {
  const { subject, body, salt } = await db
    .selectFrom('petitions')
    .select(['subject', 'body', 'salt'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { field: 'content', salt, words: canonicalJson({ subject, body }) }
}
