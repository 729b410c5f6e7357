import type { Actor, Scope } from '../../modules/accounts/index.ts'
import { discardUploads, listFiles, removeFile } from '../../modules/files/index.ts'
import { appendEntry } from '../../modules/history/index.ts'
import {
  actOnArticle,
  beginImported,
  createArticle,
  findArticle,
  findImported,
  finishImported,
  type NewsOptions,
  plainText,
} from '../../modules/news/index.ts'
import { importRating, isPossibleRating } from '../../modules/ratings/index.ts'
import { setStartingViews } from '../../modules/visits/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { personalDataIn } from '../../shared/privacy-guard.ts'
import { type OldArticle, type ReadArticle, readArticle } from './article-content.ts'
import { bringFiles } from './bring-files.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { instantIn, numberIn, textIn } from './tables.ts'

/** Published; the other states of the portal (waiting, expired, suspended, draft) become drafts. */
const SHOWN = 1

/**
 * Brings over one article or page, by the acts that editors use, each at the time the portal says. What was begun by a run that was
 * cut off is gone on with; what is done is not done again.
 * @returns false when it was refused
 */
export async function importArticle(options: ImportOptions, table: string, sourceId: string, old: OldArticle): Promise<boolean> {
  const { db, scope, report, now } = options
  const rating = ratingOf(old)
  const before = await findImported(db, scope, table, sourceId)
  const count = (what: 'brought' | 'already') => {
    report.count(table, what)
    if (rating && what === 'brought' && !isPossibleRating(rating))
      report.refuse('ratings', sourceId, 'rating_impossible', `${rating.sum} / ${rating.count}`)
    else if (rating) report.count('ratings', what)
    return true
  }
  const refuse = (code: string, what = '') => {
    report.refuse(table, sourceId, code, what)
    return false
  }
  if (rating) report.count('ratings', 'read')
  if (before?.isFinished) return count('already')
  const read = readArticle(old, options.source)
  if (typeof read === 'string') return refuse(read)
  if (options.dryRun) return count('brought')
  const id = before?.matter.id ?? newId()
  const alias = textIn(old.row, 'alias') || null
  if (!before) await beginImported(db, scope, { table, sourceId, matter: { type: 'article', id }, alias }, now())
  try {
    const notes: ReadArticle['notes'] = []
    await bringText(options, id, old, read, notes)
    await show(options, id, old, read, notes)
    await finish(options, table, sourceId, id, old)
    count('brought')
    for (const { code, what } of [...read.notes, ...notes]) report.note(table, sourceId, code, what)
    return true
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return refuse(error.code, JSON.stringify(error.details) === '{}' ? '' : JSON.stringify(error.details))
  }
}

const doing = ({ db, afterAct }: ImportOptions, at: Date) => ({
  db,
  now: () => at,
  // Pages that a running server keeps live a minute at most.
  dropPages: () => undefined,
  ...(afterAct ? { afterAct: afterAct as NonNullable<NewsOptions['afterAct']> } : {}),
})

/** A draft under its title, then its text. */
async function bringText(
  options: ImportOptions,
  id: string,
  old: OldArticle,
  read: ReadArticle,
  notes: ReadArticle['notes'],
): Promise<void> {
  const { scope, actor, categoryIds } = options
  const at = instantIn(old.row, 'addtime') ?? instantIn(old.row, 'publtime') ?? options.now()
  const categoryId = categoryIds.get(textIn(old.row, 'catid')) ?? null
  const acting = doing(options, at)
  const article =
    (await findArticle(options.db, scope, id)) ??
    (await createArticle(acting, scope, actor, { kind: old.kind, title: read.title, categoryId }, id))
  if (article.edition > 1) return
  await forgetFiles(options, scope, id)
  const filing = { ...options, note: (code: string, what: string) => void notes.push({ code, what }) }
  const content = await bringFiles(filing, scope, article, actor.personId, read.blocks)
  const { title, lead, tags, author, source } = read
  const body = { type: 'doc', content }
  await actOnArticle(acting, { scope, actor }, id, 'save', {
    title,
    lead,
    body,
    categoryId,
    tags,
    author,
    source,
    edition: article.edition,
  })
}

/** Files that a run brought before it was cut off, and no text shows. */
async function forgetFiles({ db, files }: ImportOptions, scope: Scope, id: string): Promise<void> {
  const matter = { type: 'article', id }
  for (const file of await listFiles(db, scope, matter)) {
    await discardUploads(files, [await db.transaction().execute((trx) => removeFile(trx, scope, matter, file.id))])
  }
}

async function show(options: ImportOptions, id: string, old: OldArticle, read: ReadArticle, notes: ReadArticle['notes']): Promise<void> {
  const { scope, actor } = options
  const at = instantIn(old.row, 'publtime')
  const article = await findArticle(options.db, scope, id)
  if (article?.status !== 'draft') return
  if (numberIn(old.row, 'status') !== SHOWN || !at || at > options.now()) {
    notes.push({ code: 'kept_as_draft', what: `status ${numberIn(old.row, 'status')}` })
    return
  }
  // It has been before readers already; the office is told what to look at.
  const text = plainText(article.body)
  if (personalDataIn([read.title, read.lead ?? '', text].join('\n')).length > 0) notes.push({ code: 'personal_data', what: read.title })
  try {
    await actOnArticle(doing(options, at), { scope, actor }, id, 'publish', { checked: true })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'forbidden') throw error
    notes.push({ code: 'not_published', what: error.code })
  }
}

async function finish(
  { db, scope, actor, now }: ImportOptions,
  table: string,
  sourceId: string,
  id: string,
  old: OldArticle,
): Promise<void> {
  const at = now()
  const matter = { type: 'article', id }
  const rating = ratingOf(old)
  await db.transaction().execute(async (trx) => {
    const by: { role: string; personId: Actor['personId']; at: Date } = { role: 'editor', personId: actor.personId, at }
    await appendEntry(trx, scope, matter, { type: 'article.imported', audience: 'internal', facts: { from: `${table} ${sourceId}` } }, by)
    const views = numberIn(old.row, 'hitstotal')
    if (views > 0) await setStartingViews(trx, scope, matter, views)
    if (rating) await importRating(trx, scope, id, rating.sum, rating.count)
    await finishImported(trx, scope, table, sourceId, at)
  })
}

/** Points and number of ratings, without saying of whom; null: nobody rated it. */
function ratingOf({ row }: OldArticle): { sum: number; count: number } | null {
  const [sum, count] = [numberIn(row, 'total_rating'), numberIn(row, 'click_rating')]
  return sum === 0 && count === 0 ? null : { sum, count }
}
