import type { Db, Trx } from '../../platform/database.ts'
import { tokenFingerprint } from '../../shared/secret.ts'
import type { Scope } from '../accounts/index.ts'
import { recount } from '../tallies/index.ts'
import type { Comment, CommentWords } from './comment.ts'
import { countsFor } from './rules.ts'
import './comments.table.ts'

export const commentColumns = [
  'id',
  'code',
  'subject_type as subjectType',
  'subject_id as subjectId',
  'parent_id as parentId',
  'status',
  'reason',
  'seen',
  'first_shown_at as firstShownAt',
  'replies',
  'by_account as byAccount',
  'sent_at as sentAt',
] as const

type WithHash = Comment & { secretHash: Buffer }

function commentsOf(db: Db, scope: Scope) {
  return db
    .selectFrom('comments')
    .select([...commentColumns, 'secret_hash as secretHash'])
    .where('authority_id', '=', scope.authorityId)
}

export function findByCode(db: Db, scope: Scope, code: string): Promise<WithHash | undefined> {
  return commentsOf(db, scope).where('code', '=', code).executeTakeFirst()
}

export function findById(db: Db, scope: Scope, id: string): Promise<WithHash | undefined> {
  return commentsOf(db, scope).where('id', '=', id).executeTakeFirst()
}

export function findByToken(db: Db, scope: Scope, clientToken: string): Promise<WithHash | undefined> {
  return commentsOf(db, scope).where('client_token', '=', tokenFingerprint(clientToken)).executeTakeFirst()
}

/** The comment as it is now; while the transaction lasts it neither goes nor changes. */
export async function lockComment(trx: Trx, scope: Scope, id: string): Promise<Comment | undefined> {
  return trx
    .selectFrom('comments')
    .select(commentColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** What was written and by whom; undefined once erased. */
export async function findWords(db: Db, scope: Scope, id: string): Promise<CommentWords | undefined> {
  return db
    .selectFrom('comment_words')
    .select(['name', 'email', 'account_id as accountId', 'lang', 'body'])
    .where('authority_id', '=', scope.authorityId)
    .where('comment_id', '=', id)
    .executeTakeFirst()
}

export async function changeWords(trx: Trx, scope: Scope, id: string, set: Partial<Pick<CommentWords, 'name' | 'email' | 'body'>>) {
  if (Object.keys(set).length === 0) return
  await trx.updateTable('comment_words').set(set).where('authority_id', '=', scope.authorityId).where('comment_id', '=', id).execute()
}

/** Who can be written to and which account it was; name and words stay with what readers see. */
export async function eraseContacts(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx
    .updateTable('comment_words')
    .set({ email: null, account_id: null })
    .where('authority_id', '=', scope.authorityId)
    .where('comment_id', '=', id)
    .execute()
}

export async function eraseWords(trx: Trx, scope: Scope, id: string, at: Date): Promise<void> {
  await trx.deleteFrom('comment_words').where('authority_id', '=', scope.authorityId).where('comment_id', '=', id).execute()
  await trx.updateTable('comments').set({ erased_at: at }).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
}

/** Writes where a comment stands now, and keeps the counts: of its subject, and of the comment that it answers. */
export async function moveComment(
  trx: Trx,
  scope: Scope,
  before: Comment,
  set: Pick<Comment, 'status' | 'reason' | 'seen' | 'firstShownAt'>,
): Promise<Comment> {
  const after = { ...before, ...set }
  await trx
    .updateTable('comments')
    .set({ status: set.status, reason: set.reason, seen: set.seen, first_shown_at: set.firstShownAt })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', before.id)
    .execute()
  await recount(trx, scope, countsFor(before), countsFor(after))
  const step = Number(after.status === 'shown') - Number(before.status === 'shown')
  if (after.parentId && step !== 0) await addReply(trx, scope, after.parentId, step)
  return after
}

export async function addReply(trx: Trx, scope: Scope, parentId: string, step: number): Promise<void> {
  await trx
    .updateTable('comments')
    .set((eb) => ({ replies: eb('replies', '+', step) }))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', parentId)
    .execute()
}
