import { type BroughtComment, bringComment, COMMENT_NAME_LETTERS } from '../../modules/comments/index.ts'
import { beginImported, findArticle, findImported, finishImported } from '../../modules/news/index.ts'
import { newId } from '../../shared/ids.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { findStaged, type Row, walkStaged } from './staged-rows.ts'
import { instantIn, named, numberIn, textIn } from './tables.ts'
import { lineOf, plainOf } from './words.ts'

/** In NukeViet a comment waits or is shown; any other number is a portal's own way to take one away. */
const statuses: Readonly<Record<string, BroughtComment['status']>> = { '0': 'waiting', '1': 'shown' }
/** Answers to answers are followed up so far; NukeViet's pages nest no deeper than a few. */
const DEEPEST = 200

type Note = { code: string; what: string }
type CommentOptions = ImportOptions & { table: string; refusedArticles: ReadonlySet<string> }

/** Comments on the articles of this module: those that stand by themselves first, then what answers them, on one level as here. */
export async function importComments(options: ImportOptions, refusedArticles: ReadonlySet<string>): Promise<void> {
  const table = named(options.source, 'comment')
  const whole = { ...options, table, refusedArticles }
  for (const pass of ['roots', 'answers'] as const) {
    for await (const { sourceId, row } of walkStaged(options.db, options.scope, table)) {
      const { rootId, isCut } = await rootOf(whole, sourceId, row)
      if ((pass === 'roots') !== (rootId === sourceId)) continue
      await importComment(whole, sourceId, row, rootId === sourceId ? null : rootId, isCut ? [{ code: 'parent_missing', what: '' }] : [])
    }
  }
}

/** The uppermost comment that this one answers, and whether what that one answered is not there any more. */
async function rootOf({ db, scope, table }: CommentOptions, sourceId: string, row: Row): Promise<{ rootId: string; isCut: boolean }> {
  const above = new Set([sourceId])
  let rootId = sourceId
  let parentId = numberIn(row, 'pid')
  while (parentId > 0 && above.size < DEEPEST) {
    const parent = await findStaged(db, scope, table, String(parentId))
    // Deleted, of another article, or a ring: the answer stands by itself.
    if (!parent || above.has(String(parentId)) || textIn(parent, 'id') !== textIn(row, 'id')) break
    rootId = String(parentId)
    above.add(rootId)
    parentId = numberIn(parent, 'pid')
  }
  return { rootId, isCut: rootId === sourceId && numberIn(row, 'pid') > 0 }
}

async function importComment(options: CommentOptions, sourceId: string, row: Row, rootId: string | null, notes: Note[]): Promise<void> {
  const { db, scope, source, report, dryRun, now, table, refusedArticles } = options
  if ((await findImported(db, scope, table, sourceId))?.isFinished) return report.count(table, 'already')
  const body = plainOf(textIn(row, 'content')).trim()
  if (body === '') return report.refuse(table, sourceId, 'comment_empty')
  const articles = named(source, `${source.module}_rows`)
  const articleId = textIn(row, 'id')
  const about = await findImported(db, scope, articles, articleId)
  const isComing = dryRun && !refusedArticles.has(articleId) && (await findStaged(db, scope, articles, articleId)) !== undefined
  if (!about?.isFinished && !isComing) return report.refuse(table, sourceId, 'article_not_here', articleId)
  const name = nameOf(row, notes)
  const attached = textIn(row, 'attach')
  if (attached !== '') notes.push({ code: 'attachment_dropped', what: attached })
  if (about?.isFinished && !dryRun) {
    const root = rootId === null ? undefined : await findImported(db, scope, table, rootId)
    if (rootId !== null && !root) notes.push({ code: 'parent_missing', what: '' })
    const at = now()
    const posted = instantIn(row, 'post_time')
    const sentAt = posted && posted <= at ? posted : ((await findArticle(db, scope, about.matter.id))?.publishedAt ?? at)
    if (sentAt !== posted) notes.push({ code: 'time_unknown', what: '' })
    await db.transaction().execute(async (trx) => {
      const id = newId(sentAt.getTime())
      await beginImported(trx, scope, { table, sourceId, matter: { type: 'comment', id }, alias: null }, at)
      const status = statuses[textIn(row, 'status')] ?? 'removed'
      const comment = await bringComment(trx, scope, {
        id,
        site: options.site,
        about: about.matter,
        parentId: root?.matter.id ?? null,
        body,
        name,
        status,
        sentAt,
        from: `${table} ${sourceId}`,
        by: { personId: options.actor.personId, at },
      })
      if (comment.status !== status) notes.push({ code: 'parent_hidden', what: comment.code })
      if (comment.status === 'shown' && !comment.seen) notes.push({ code: 'comment_suspect', what: comment.code })
      await finishImported(trx, scope, table, sourceId, at)
    })
  }
  report.count(table, 'brought')
  for (const { code, what } of notes) report.note(table, sourceId, code, what)
}

function nameOf(row: Row, notes: Note[]): string {
  const whole = lineOf(textIn(row, 'post_name'))
  if (whole === '') notes.push({ code: 'name_missing', what: '' })
  if ([...whole].length > COMMENT_NAME_LETTERS) notes.push({ code: 'field_cut', what: 'post_name' })
  return [...(whole || 'Bạn đọc')].slice(0, COMMENT_NAME_LETTERS).join('').trim()
}
