import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { Described, Item, ModeratedKind, ModerationAct } from '../moderation/index.ts'
import { legible, writeSubject } from './comment.ts'
import { changeWords, commentColumns, lockComment, moveComment } from './comment-repository.ts'
import { paths } from './paths.ts'
import { type CommentSubjects, findSubjects, tagsOf } from './subject.ts'
import { type Told, tellReplied, tellWriter } from './tell-writer.ts'
import { text } from './text.ts'

/** Where a comment stands by its item in the queue. */
export const standingOf = ({ status, reason, step, firstShownAt }: Item) => ({ status, reason, seen: step === 'read', firstShownAt })

/** How comments pass the moderators' queue. */
export function commentModeration({ subjects, publicUrl }: { subjects: CommentSubjects; publicUrl: string | null }): ModeratedKind {
  return {
    name: { vi: text.vi.kind, en: text.en.kind },
    describe: (db, scope, items, lang) => describe(db, scope, subjects, items, lang),
    tags: (about) => tagsOf(subjects, about),
    decided: async (trx, scope, item, act, { body }) => {
      const before = await lockComment(trx, scope, item.subjectId)
      if (!before) throw new NotFound()
      const comment = await moveComment(trx, scope, before, standingOf(item))
      if (body !== undefined) await changeWords(trx, scope, comment.id, { body: legible(body) })
      const what = toldAfter(act, before.firstShownAt !== null)
      const href = comment.status === 'shown' ? await hrefOf(trx, scope, subjects, comment) : null
      // What was shown at once and is approved afterwards is no news.
      const isNews = before.status !== 'shown' || comment.status !== 'shown'
      if (what && isNews)
        await tellWriter(trx, scope, { comment, what, key: String(item.version), reason: comment.reason, href }, publicUrl)
      if (comment.status === 'shown' && before.firstShownAt === null) await tellReplied(trx, scope, comment, publicUrl, subjects)
      if (act === 'withdraw') await changeWords(trx, scope, comment.id, { email: null })
    },
  }
}

function toldAfter(act: ModerationAct, wasShown: boolean): Told | null {
  if (act === 'approve') return 'shown'
  if (act === 'remove') return wasShown ? 'removed' : 'refused'
  return act === 'restore' ? 'restored' : null
}

async function hrefOf(db: Db, scope: Scope, subjects: CommentSubjects, comment: { id: string; subjectType: string; subjectId: string }) {
  const found = await subjects[comment.subjectType]?.find(db, scope, comment.subjectId)
  return found ? `${found.href}#${paths.anchor(comment.id)}` : null
}

async function describe(db: Db, scope: Scope, subjects: CommentSubjects, items: readonly Item[], lang: Lang) {
  const comments = await rowsWithNames(
    db,
    scope,
    items.map(({ subjectId }) => subjectId),
  )
  const parents = await rowsWithNames(
    db,
    scope,
    [...comments.values()].map(({ parentId }) => parentId).filter((id) => id !== null),
  )
  const aboutOf = ({ aboutType, aboutId }: Item) => ({ type: aboutType, id: aboutId })
  const abouts = await findSubjects(db, scope, subjects, items.map(aboutOf))
  return new Map(
    items.map((item): [string, Described] => {
      const comment = comments.get(item.subjectId)
      const about = abouts.get(writeSubject(aboutOf(item)))
      const parent = comment?.parentId ? parents.get(comment.parentId) : undefined
      return [
        item.id,
        {
          author: comment?.name ?? text[lang].nameErased,
          about: about?.title ?? text[lang].subjectGone,
          href: about ? `${about.href}${comment?.firstShownAt ? `#${paths.anchor(item.subjectId)}` : ''}` : null,
          answers: comment?.parentId ? (parent?.body ?? text[lang].nameErased) : null,
        },
      ]
    }),
  )
}

/** For the office: names and words whatever the state. */
async function rowsWithNames(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('comments')
    .leftJoin('comment_words', (join) =>
      join.onRef('comment_words.authority_id', '=', 'comments.authority_id').onRef('comment_words.comment_id', '=', 'comments.id'),
    )
    .select([...commentColumns, 'name', 'body'])
    .where('comments.authority_id', '=', scope.authorityId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
