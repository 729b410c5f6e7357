import { createHash } from 'node:crypto'
import type { Db, Trx } from '../../../platform/database.ts'
import { newId } from '../../../shared/ids.ts'
import type { Scope } from '../../accounts/index.ts'
import type { DraftForm } from './draft-form.ts'
import '../petitions.table.ts'

/** A form half filled, kept for one browser. */
export interface Draft {
  id: string
  /** Makes the filing of this draft happen once. */
  clientToken: string
  form: DraftForm
  filedPetitionId: string | null
}

const columns = ['id', 'form', 'filed_petition_id as filedPetitionId'] as const

/** The key has 192 random bits: a plain hash is enough. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** The filing's token comes from the browser's key and is kept nowhere: with it one could ask the server for the secret. */
function tokenOfKey(key: string): string {
  const hex = createHash('sha256').update(`draft-token:${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function draftMatter(draft: Pick<Draft, 'id'>) {
  return { type: 'petitionDraft', id: draft.id }
}

export async function findDraft(db: Db, scope: Scope, key: string): Promise<Draft | undefined> {
  const row = await ofKey(db, scope, key).executeTakeFirst()
  return row && ({ ...row, clientToken: tokenOfKey(key) } as Draft)
}

/** Locked until the end of the transaction: nothing is added to a draft while it is being filed. */
export async function lockDraft(trx: Trx, scope: Scope, key: string): Promise<Draft | undefined> {
  const row = await ofKey(trx, scope, key).forUpdate().executeTakeFirst()
  return row && ({ ...row, clientToken: tokenOfKey(key) } as Draft)
}

function ofKey(db: Db, scope: Scope, key: string) {
  return db.selectFrom('petition_drafts').select(columns).where('authority_id', '=', scope.authorityId).where('key_hash', '=', hashKey(key))
}

export async function createDraft(trx: Trx, scope: Scope, key: string, form: DraftForm, now: Date): Promise<Draft> {
  const draft = { id: newId(now.getTime()), clientToken: tokenOfKey(key), form, filedPetitionId: null }
  await trx
    .insertInto('petition_drafts')
    .values({
      authority_id: scope.authorityId,
      id: draft.id,
      key_hash: hashKey(key),
      form: JSON.stringify(form),
      filed_petition_id: null,
      updated_at: now,
    })
    .execute()
  return draft
}

export async function saveDraft(trx: Trx, scope: Scope, draft: Draft, form: DraftForm, now: Date): Promise<Draft> {
  await trx
    .updateTable('petition_drafts')
    .set({ form: JSON.stringify(form), updated_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', draft.id)
    .execute()
  return { ...draft, form }
}

/** The petition holds the words now; the draft keeps only what tells that it was this one. */
export async function markFiled(trx: Trx, scope: Scope, draft: Draft, petitionId: string, now: Date): Promise<void> {
  await trx
    .updateTable('petition_drafts')
    .set({ form: JSON.stringify({ sent: fingerprint(draft.form) }), filed_petition_id: petitionId, updated_at: now })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', draft.id)
    .execute()
}

export async function deleteDraft(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx.deleteFrom('petition_drafts').where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
}

/** True when this form says what the filed draft said: somebody went back and pressed again. */
export function sameAsFiled(draft: Draft, form: DraftForm): boolean {
  return draft.form.sent === fingerprint(form)
}

function fingerprint({ kind = '', subject = '', body = '' }: DraftForm): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, subject, body]))
    .digest('base64url')
}
