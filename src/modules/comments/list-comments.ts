import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import { sumsOf } from '../tallies/index.ts'
import type { Comment, Sort } from './comment.ts'
import { commentColumns } from './comment-repository.ts'
import { ownerOf } from './rules.ts'

/** Answers that stand under a comment at once; the rest has a list of its own. */
export const FIRST_REPLIES = 10

/** A comment as everybody may read it. What is not shown has neither name nor words here. */
export interface PublicComment extends Comment {
  name: string | null
  body: string | null
}

export interface Thread extends PublicComment {
  answers: PublicComment[]
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
const isCount = (text: string) => /^\d{1,9}$/.test(text)
const instant = (date: Date) => date.toISOString()

export interface ListOptions {
  sort: Sort
  after: string | null
  limit: number
  /** Leaves out what is shown and no officer has read. */
  onlySeen?: boolean
}

/** Comments that stand by themselves, each with its first answers. What was never shown is not among them. */
export async function listThreads(
  db: Db,
  scope: Scope,
  subject: Matter,
  { sort, after, limit, onlySeen = false }: ListOptions,
): Promise<Page<Thread>> {
  let query = rowsOf(db, scope)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('parent_id', 'is', null)
    .where('first_shown_at', 'is not', null)
  if (onlySeen) query = query.where((eb) => eb.or([eb('seen', '=', true), eb('status', '<>', 'shown')]))
  if (after && sort === 'replies') {
    const [replies, sentAt, id] = decodeCursor(after, [isCount, isInstant, isUuid])
    query = query.where(sql<boolean>`(replies, sent_at, id) < (${Number(replies)}::int, ${sentAt}::timestamptz, ${id}::uuid)`)
  } else if (after) {
    const [sentAt, id] = decodeCursor(after, [isInstant, isUuid])
    const beyond = sql.raw(sort === 'oldest' ? '>' : '<')
    query = query.where(sql<boolean>`(sent_at, id) ${beyond} (${sentAt}::timestamptz, ${id}::uuid)`)
  }
  if (sort === 'replies') query = query.orderBy('replies', 'desc')
  const order = sort === 'oldest' ? 'asc' : 'desc'
  const rows = await query
    .orderBy('sent_at', order)
    .orderBy('id', order)
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, ({ replies, sentAt, id }) =>
    sort === 'replies' ? [String(replies), instant(sentAt), id] : [instant(sentAt), id],
  )
  const answers = (await firstAnswers(db, scope, page.items)).filter(({ seen, status }) => !onlySeen || seen || status !== 'shown')
  const readable = await withWords(db, scope, [...page.items, ...answers])
  const items = page.items.map((comment) => ({
    ...readable.get(comment.id)!,
    answers: answers.filter(({ parentId }) => parentId === comment.id).map(({ id }) => readable.get(id)!),
  }))
  return { items, next: page.next }
}

/** All answers to one comment, the oldest first. */
export async function listAnswers(
  db: Db,
  scope: Scope,
  parentId: string,
  after: string | null,
  limit: number,
): Promise<Page<PublicComment>> {
  return oldestFirst(db, scope, rowsOf(db, scope).where('parent_id', '=', parentId).where('first_shown_at', 'is not', null), after, limit)
}

/** What an officer has approved, of all subjects or of one, the oldest first: for open data. */
export async function listApproved(
  db: Db,
  scope: Scope,
  { subject, after, limit }: { subject: Matter | undefined; after: string | null; limit: number },
): Promise<Page<PublicComment>> {
  let query = rowsOf(db, scope).where('status', '=', 'shown').where('seen', '=', true)
  if (subject) query = query.where('subject_type', '=', subject.type).where('subject_id', '=', subject.id)
  return oldestFirst(db, scope, query, after, limit)
}

function rowsOf(db: Db, scope: Scope) {
  return db.selectFrom('comments').select(commentColumns).where('authority_id', '=', scope.authorityId)
}

/** A page of these by key, with name and words of those that are shown. */
async function oldestFirst(
  db: Db,
  scope: Scope,
  chosen: ReturnType<typeof rowsOf>,
  after: string | null,
  limit: number,
): Promise<Page<PublicComment>> {
  let query = chosen
  if (after) {
    const [sentAt, id] = decodeCursor(after, [isInstant, isUuid])
    query = query.where(sql<boolean>`(sent_at, id) > (${sentAt}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('sent_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, ({ sentAt, id }) => [instant(sentAt), id])
  const readable = await withWords(db, scope, page.items)
  return { items: page.items.map(({ id }) => readable.get(id)!), next: page.next }
}

async function firstAnswers(db: Db, scope: Scope, comments: readonly Comment[]): Promise<Comment[]> {
  if (comments.length === 0) return []
  const ids = comments.map(({ id }) => id)
  return db
    .selectFrom(sql<{ id: string }>`unnest(${sql.val(ids)}::uuid[])`.as<'parents'>(sql`parents(id)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('comments')
          .select(commentColumns)
          .where('authority_id', '=', scope.authorityId)
          .whereRef('parent_id', '=', 'parents.id')
          .where('first_shown_at', 'is not', null)
          .orderBy('sent_at')
          .orderBy('comments.id')
          .limit(FIRST_REPLIES)
          .as('answer'),
      (join) => join.onTrue(),
    )
    .selectAll('answer')
    .execute()
}

/** Name and words of those that are shown; of the others nothing is read. */
export async function withWords(db: Db, scope: Scope, comments: readonly Comment[]): Promise<Map<string, PublicComment>> {
  const shown = comments.filter(({ status }) => status === 'shown').map(({ id }) => id)
  const rows =
    shown.length === 0
      ? []
      : await db
          .selectFrom('comment_words')
          .select(['comment_id', 'name', 'body'])
          .where('authority_id', '=', scope.authorityId)
          .where('comment_id', 'in', shown)
          .execute()
  const words = new Map(rows.map((row) => [row.comment_id, row]))
  return new Map(
    comments.map((comment) => {
      const said = words.get(comment.id)
      return [comment.id, { ...comment, name: said?.name ?? null, body: said?.body ?? null }]
    }),
  )
}

/** How many comments everybody can read under this subject, from the kept counts. */
export async function countComments(db: Db, scope: Scope, subject: Matter): Promise<number> {
  return (await sumsOf(db, scope, 'comment.shown', [ownerOf(subject)])).get(ownerOf(subject)) ?? 0
}

/** The same for many subjects of one type, by their ids. */
export async function countsOfSubjects(db: Db, scope: Scope, type: string, ids: readonly string[]): Promise<Map<string, number>> {
  const sums = await sumsOf(
    db,
    scope,
    'comment.shown',
    ids.map((id) => ownerOf({ type, id })),
  )
  return new Map(ids.map((id) => [id, sums.get(ownerOf({ type, id })) ?? 0]))
}

/** Whether something is shown there that no officer has read. */
export async function hasUnseen(db: Db, scope: Scope, subject: Matter): Promise<boolean> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('status', '=', 'shown')
    .where('seen', '=', false)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
