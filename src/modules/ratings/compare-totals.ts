import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Difference } from '../tallies/index.ts'
import './ratings.table.ts'

/** Kept sums of ratings that differ from the ratings themselves and what the earlier portal had: two numbers an article. */
export async function compareRatingTotals(db: Db, scope: Scope): Promise<Difference[]> {
  const { rows } = await sql<{ id: string; points: number; ratings: number; sum: number; count: number }>`
    with counted as (
      select article_id, sum(stars)::int as points, count(*)::int as ratings
      from article_ratings where authority_id = ${scope.authorityId} group by article_id
    ), kept as (
      select article_id, points, ratings, start_points, start_ratings
      from article_rating_totals where authority_id = ${scope.authorityId}
    )
    select coalesce(kept.article_id, counted.article_id) as id, coalesce(kept.points, 0) as points, coalesce(kept.ratings, 0) as ratings,
      coalesce(counted.points, 0) + coalesce(kept.start_points, 0) as sum,
      coalesce(counted.ratings, 0) + coalesce(kept.start_ratings, 0) as count
    from kept full join counted on counted.article_id = kept.article_id
    where coalesce(kept.points, 0) <> coalesce(counted.points, 0) + coalesce(kept.start_points, 0)
      or coalesce(kept.ratings, 0) <> coalesce(counted.ratings, 0) + coalesce(kept.start_ratings, 0)
    order by 1`.execute(db)
  const count = (owner: string, bucket: string) => ({ name: 'article.rating', owner, bucket })
  return rows.flatMap(({ id, ...row }) => [
    ...(row.points === row.sum ? [] : [{ count: count(id, 'points'), kept: row.points, counted: row.sum }]),
    ...(row.ratings === row.count ? [] : [{ count: count(id, 'ratings'), kept: row.ratings, counted: row.count }]),
  ])
}
