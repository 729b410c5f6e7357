import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type KeptTotals, noRatings, type Totals } from './rating.ts'
import './ratings.table.ts'

export async function getTotals(db: Db, scope: Scope, articleId: string): Promise<KeptTotals> {
  const row = await db
    .selectFrom('article_rating_totals')
    .select(['points', 'ratings', 'start_points', 'start_ratings'])
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  if (!row) return { ...noRatings, start: noRatings }
  return { sum: row.points, count: row.ratings, start: { sum: row.start_points, count: row.start_ratings } }
}

/** Adds to the sums; the row of an article that nobody has rated yet is made. */
export async function moveTotals(trx: Trx, scope: Scope, articleId: string, by: Totals): Promise<void> {
  const move = () =>
    trx
      .updateTable('article_rating_totals')
      .set({ points: sql`points + ${by.sum}`, ratings: sql`ratings + ${by.count}` })
      .where('authority_id', '=', scope.authorityId)
      .where('article_id', '=', articleId)
      .executeTakeFirstOrThrow()
  if ((await move()).numUpdatedRows > 0n) return
  await trx
    .insertInto('article_rating_totals')
    .values({ authority_id: scope.authorityId, article_id: articleId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await move()
}

/** Says with what the sums begin; said again, the newer figure replaces the older. */
export async function setStart(trx: Trx, scope: Scope, articleId: string, { sum, count }: Totals): Promise<void> {
  await trx
    .insertInto('article_rating_totals')
    .values({
      authority_id: scope.authorityId,
      article_id: articleId,
      points: sum,
      ratings: count,
      start_points: sum,
      start_ratings: count,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'article_id']).doUpdateSet({
        points: sql`article_rating_totals.points - article_rating_totals.start_points + excluded.start_points`,
        ratings: sql`article_rating_totals.ratings - article_rating_totals.start_ratings + excluded.start_ratings`,
        start_points: sql`excluded.start_points`,
        start_ratings: sql`excluded.start_ratings`,
      }),
    )
    .execute()
}

interface OwnRating {
  reader: Buffer
  stars: number
}

/** Ratings under these hashes. */
export function listOwn(db: Db, scope: Scope, articleId: string, readers: readonly Buffer[]): Promise<OwnRating[]> {
  return db
    .selectFrom('article_ratings')
    .select(['reader', 'stars'])
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .where('reader', 'in', [...readers])
    .execute()
}

/** Takes ratings away. @returns what they were */
export async function deleteOwn(trx: Trx, scope: Scope, articleId: string, readers: readonly Buffer[]): Promise<number[]> {
  const rows = await trx
    .deleteFrom('article_ratings')
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .where('reader', 'in', [...readers])
    .returning('stars')
    .execute()
  return rows.map(({ stars }) => stars)
}

export async function insertOwn(trx: Trx, scope: Scope, articleId: string, reader: Buffer, stars: number): Promise<void> {
  await trx.insertInto('article_ratings').values({ authority_id: scope.authorityId, article_id: articleId, reader, stars }).execute()
}

/** How often each number of stars was given here, for the desk alone: an earlier portal's are not among them. */
export async function countByStars(db: Db, scope: Scope, articleId: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('article_ratings')
    .select(['stars', (eb) => eb.fn.countAll<string>().as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .groupBy('stars')
    .execute()
  return new Map(rows.map(({ stars, n }) => [stars, Number(n)]))
}

/** Sums of all that was rated, by article. */
export async function listTotals(db: Db, scope: Scope, afterId: string | null, limit: number): Promise<({ articleId: string } & Totals)[]> {
  let query = db
    .selectFrom('article_rating_totals')
    .select(['article_id as articleId', 'points as sum', 'ratings as count'])
    .where('authority_id', '=', scope.authorityId)
    .where('ratings', '>', 0)
  if (afterId) query = query.where('article_id', '>', afterId)
  return query.orderBy('article_id').limit(limit).execute()
}
