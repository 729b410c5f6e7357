import { type DemoComment, type DemoDecision, demoComments } from '../../db/demo/comments.ts'
import { commentSubjects } from '../comment-subjects.ts'
import type { Actor, Authority, Scope } from '../modules/accounts/index.ts'
import { commentModeration, sendComment } from '../modules/comments/index.ts'
import { findItemOf, moderate } from '../modules/moderation/index.ts'
import type { Db } from '../platform/database.ts'
import { addDays, civilDateOf } from '../shared/civil-date.ts'
import { demoToken } from './demo-token.ts'

export interface CommentLoad {
  db: Db
  appKey: Buffer
  now: Date
  site: Pick<Authority, 'codePrefix'>
}

/**
 * Comments under two articles, by the acts of readers and moderators: approved ones with answers, one that waits, one removed with its
 * reason in its place. Safe to run again: nothing is made twice.
 */
export async function loadComments(load: CommentLoad, scope: Scope, people: ReadonlyMap<string, Actor>): Promise<void> {
  const instantOf = ({ daysAgo, at }: { daysAgo: number; at: string }) =>
    new Date(`${addDays(civilDateOf(load.now), -daysAgo)}T${at}:00+07:00`)
  const ids = new Map<string, string>()
  const events = demoComments.flatMap((comment) => [
    {
      on: instantOf(comment),
      run: async () => void ids.set(comment.key, await send(load, scope, people, comment, ids, instantOf(comment))),
    },
    ...comment.decisions.map((decision, i) => ({
      on: instantOf(decision),
      run: () => decide(load, scope, people, ids.get(comment.key)!, decision, { done: i, now: instantOf(decision) }),
    })),
  ])
  // What is answered must be there at that moment: as it happened, one after the other.
  for (const { run } of events.toSorted((a, b) => a.on.getTime() - b.on.getTime())) await run()
}

async function send(
  { db, appKey, site }: CommentLoad,
  scope: Scope,
  people: ReadonlyMap<string, Actor>,
  { key, article, answers, account, name, body }: DemoComment,
  ids: ReadonlyMap<string, string>,
  now: Date,
): Promise<string> {
  const actor = account ? people.get(account)! : null
  const { matter } = await sendComment(
    { db, appKey, now: () => now, publicUrl: null, subjects: commentSubjects, dropPages: () => undefined },
    {
      scope,
      site,
      subject: { type: 'article', id: demoToken(appKey, `article:${article}`) },
      input: {
        parent: answers && ids.get(answers),
        name: actor?.name ?? name!,
        email: null,
        body,
        clientToken: demoToken(appKey, `comment:${key}`),
      },
      actor,
      lang: 'vi',
      filled: { seconds: null, trap: false },
      ourForm: true,
      limit: () => undefined,
    },
  )
  return matter.id
}

async function decide(
  { db }: CommentLoad,
  scope: Scope,
  people: ReadonlyMap<string, Actor>,
  commentId: string,
  { act, by, reason, words }: DemoDecision,
  { done, now }: { done: number; now: Date },
): Promise<void> {
  const item = await findItemOf(db, scope, { type: 'comment', id: commentId })
  // Each act adds one to the version: those already done are not done again.
  if (!item || item.version > done + 1) return
  const kinds = { comment: commentModeration({ subjects: commentSubjects, publicUrl: null }) }
  const acting = { db, now: () => now, dropPages: () => undefined, kinds }
  const input = { ...(reason && { reason }), ...(words && { words }) }
  await moderate(acting, { scope, actor: people.get(by)!, isWriter: false, id: item.id, act, input })
}
