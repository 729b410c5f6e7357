import { codeOf, nextNumber } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, writeTogether } from '../../platform/write-together.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Lang } from '../../shared/lang.ts'
import { hashSecret, secretFor, tokenFingerprint } from '../../shared/secret.ts'
import type { Actor, Authority, Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import { type FiledMatter, fileOnce } from '../lifecycle/index.ts'
import { submitWriting } from '../moderation/index.ts'
import { consentWrite } from '../personal-data/index.ts'
import { recount } from '../tallies/index.ts'
import { type Comment, legible, matterOf, subjectOf } from './comment.ts'
import { addReply, commentColumns, findByToken, lockComment } from './comment-repository.ts'
import type { SendInput } from './fields.ts'
import { countsFor } from './rules.ts'
import { type CommentSubjects, getSubject, tagsOf } from './subject.ts'
import { tellReplied } from './tell-writer.ts'

export interface SendOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  publicUrl: string | null
  subjects: CommentSubjects
  dropPages: (tags: readonly string[]) => void
}

export interface Sending {
  scope: Scope
  site: Pick<Authority, 'codePrefix'>
  subject: Matter
  /** `name` is filled in, from the form or from the account. */
  input: SendInput & { name: string }
  actor: Pick<Actor, 'personId'> | null
  lang: Lang
  /** How the form was filled in; of a program nothing is known. */
  filled: { seconds: number | null; trap: boolean }
  /** Our sentences of consent were shown. */
  ourForm: boolean
  /** Throws when it is too often; not asked when this token was sent before. */
  limit: () => void
}

/**
 * Takes a comment in, exactly once a token.
 * @throws NotFound without subject · DomainError comments_closed 409, parent_not_there 422; nothing is written then
 */
export async function sendComment(options: SendOptions, sending: Sending): Promise<FiledMatter<Comment>> {
  const { db, appKey } = options
  const { scope, input } = sending
  const secret = secretFor(appKey, 'comment', scope.authorityId, input.clientToken)
  const filed = await fileOnce<Comment>(db, {
    secret,
    find: (from) => findByToken(from, scope, input.clientToken),
    insert: (trx) => insert(trx, options, sending, hashSecret(secret)),
  })
  if (!filed.repeated && filed.matter.status === 'shown') options.dropPages(tagsOf(options.subjects, subjectOf(filed.matter)))
  return filed
}

async function insert(trx: Trx, options: SendOptions, sending: Sending, secretHash: Buffer): Promise<Comment | undefined> {
  const { scope, site, subject, input, actor, lang, filled, ourForm } = sending
  sending.limit()
  const { open } = await getSubject(trx, scope, options.subjects, subject)
  if (!open) throw new DomainError('comments_closed', 409)
  const parentId = input.parent === undefined ? null : await rootOf(trx, scope, subject, input.parent)
  const at = options.now()
  const year = Number(civilDateOf(at).slice(0, 4))
  const id = newId(at.getTime())
  const row = await trx
    .insertInto('comments')
    .values({
      authority_id: scope.authorityId,
      id,
      code: codeOf(`${site.codePrefix}-YK`, year, await nextNumber(trx, scope, 'comment', year)),
      subject_type: subject.type,
      subject_id: subject.id,
      parent_id: parentId,
      status: 'waiting',
      reason: null,
      seen: false,
      first_shown_at: null,
      by_account: actor !== null,
      sent_at: at,
      secret_hash: secretHash,
      client_token: tokenFingerprint(input.clientToken),
      erased_at: null,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'client_token']).doNothing())
    .returning(commentColumns)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, email, body } = input
  const key = { authority_id: scope.authorityId, comment_id: id }
  const said = [{ purpose: 'publication', given: true } as const, ...(email ? [{ purpose: 'notifications', given: true } as const] : [])]
  await writeTogether(trx, [
    rowsFor('comment_words', [{ ...key, name: legible(name), email, account_id: actor?.personId ?? null, lang, body: legible(body) }]),
    consentWrite(scope, matterOf(row), said, { askedAt: ourForm ? 'comment' : null, byRole: 'filer', at }),
  ])
  const item = await submitWriting(trx, scope, { subject: matterOf(row), about: subject, body, name, filled, at })
  if (item.status !== 'shown') return row
  const shown = { status: 'shown', first_shown_at: at } as const
  await trx.updateTable('comments').set(shown).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
  const comment: Comment = { ...row, status: 'shown', firstShownAt: at }
  await recount(trx, scope, [], countsFor(comment))
  if (parentId) await addReply(trx, scope, parentId, 1)
  await tellReplied(trx, scope, comment, options.publicUrl, options.subjects)
  return comment
}

/** The comment under which an answer stands: answers have one level. What is answered must be there for everybody, at this moment. */
async function rootOf(trx: Trx, scope: Scope, subject: Matter, parentId: string): Promise<string> {
  const parent = await lockComment(trx, scope, parentId)
  const isThere = parent?.status === 'shown' && parent.subjectType === subject.type && parent.subjectId === subject.id
  if (!isThere) throw new DomainError('parent_not_there', 422)
  return parent.parentId ?? parent.id
}
