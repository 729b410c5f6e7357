import type { Db, Trx } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/input.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { addMarks, countArrival, dropMark, hasMark, type Identity, identityOn, lockIdentity, type Reader } from '../readers/index.ts'
import { labels, RateInput } from './fields.ts'
import type { RatedArticle, RatedArticles } from './rated-article.ts'
import { ratingTags, subjectOf, type Totals } from './rating.ts'
import { deleteOwn, getTotals, insertOwn, listOwn, moveTotals } from './rating-repository.ts'

export interface RateOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  articles: RatedArticles
  /** Called after commit. */
  dropPages: (tags: readonly string[]) => void
}

/** Ratings of an article, and this reader's own. */
export interface RatingView extends Totals {
  article: RatedArticle
  /** Stars that this reader gave; null: none. */
  own: number | null
}

interface Sent {
  slug: string
  reader: Reader
}

/**
 * Rates an article, or rates it anew: the earlier rating of the same reader is replaced, in one transaction with the sums.
 * @throws NotFound · DomainError article_withdrawn, ratings_closed, rated_with_account 409, no_reader 422, too_many_from_address 429;
 * InvalidInput
 */
export async function rate(
  options: RateOptions,
  scope: Scope,
  { slug, reader, input, address }: Sent & { input: unknown; address: string },
): Promise<RatingView> {
  const { db, appKey, now, articles, dropPages } = options
  const view = await db.transaction().execute(async (trx) => {
    const article = await articles.hold(trx, scope, slug)
    if (!article) throw new NotFound()
    if (article.state === 'withdrawn') throw new DomainError('article_withdrawn', 409)
    if (article.state === 'closed') throw new DomainError('ratings_closed', 409)
    const subject = subjectOf(article.id)
    const identity = identityOn(appKey, scope, subject, reader)
    if (!identity) throw new DomainError('no_reader', 422)
    await lockIdentity(trx, identity)
    if (await isOfAnAccount(trx, scope, article, identity)) throw new DomainError('rated_with_account', 409)
    const { stars } = parseInput(RateInput, input, labels)
    const before = await deleteOwn(trx, scope, article.id, handsOf(identity))
    if (before.length === 0 && !identity.hasAccount) await countArrival(trx, appKey, scope, subject, { address, today: civilDateOf(now()) })
    await insertOwn(trx, scope, article.id, identity.own, stars)
    if (identity.hasAccount && identity.seen) await addMarks(trx, scope, subject, [identity.seen])
    await moveTotals(trx, scope, article.id, { sum: stars - sumOf(before), count: 1 - before.length })
    return { article, ...(await getTotals(trx, scope, article.id)), own: stars }
  })
  dropPages(ratingTags(view.article.id))
  return view
}

/**
 * Takes the reader's rating back, also where nobody may rate any more; without one nothing happens.
 * @throws NotFound · DomainError article_withdrawn 409
 */
export async function takeBack(options: RateOptions, scope: Scope, { slug, reader }: Sent): Promise<RatingView> {
  const { db, appKey, articles, dropPages } = options
  const { view, taken } = await db.transaction().execute(async (trx) => {
    const article = await articles.hold(trx, scope, slug)
    if (!article) throw new NotFound()
    if (article.state === 'withdrawn') throw new DomainError('article_withdrawn', 409)
    const subject = subjectOf(article.id)
    const identity = identityOn(appKey, scope, subject, reader)
    if (identity) await lockIdentity(trx, identity)
    const before = identity ? await deleteOwn(trx, scope, article.id, handsOf(identity)) : []
    if (before.length > 0) await moveTotals(trx, scope, article.id, { sum: -sumOf(before), count: -before.length })
    // Of what is taken back nothing stays, not even that there was something.
    if (identity?.hasAccount && identity.seen) await dropMark(trx, scope, subject, identity.seen)
    return { view: { article, ...(await getTotals(trx, scope, article.id)), own: null }, taken: before.length > 0 }
  })
  if (taken) dropPages(ratingTags(view.article.id))
  return view
}

/** What this reader may see of an article that readers see. */
export async function viewRating(
  { db, appKey }: Pick<RateOptions, 'db' | 'appKey'>,
  scope: Scope,
  article: RatedArticle,
  reader: Reader,
): Promise<RatingView> {
  const identity = identityOn(appKey, scope, subjectOf(article.id), reader)
  const [{ sum, count }, ratings] = await Promise.all([
    getTotals(db, scope, article.id),
    identity ? listOwn(db, scope, article.id, handsOf(identity)) : [],
  ])
  const own = ratings.find((rating) => identity?.own.equals(rating.reader)) ?? ratings[0]
  return { article, sum, count, own: own?.stars ?? null }
}

/** Under what one reader may have rated: with an account also what was rated in this browser before signing in. It is one reader. */
function handsOf({ own, hasAccount, browser }: Identity): Buffer[] {
  return hasAccount && browser ? [own, browser] : [own]
}

/** An account rated in this browser: whoever is not signed in there is held to be the same person. */
async function isOfAnAccount(trx: Trx, scope: Scope, article: RatedArticle, { hasAccount, seen }: Identity): Promise<boolean> {
  return !hasAccount && seen !== null && (await hasMark(trx, scope, subjectOf(article.id), seen))
}

const sumOf = (stars: readonly number[]) => stars.reduce((sum, n) => sum + n, 0)
