import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { identityOn } from '../readers/index.ts'
import type { RatedArticles } from './rated-article.ts'
import { EVERY_RATING_TAG, subjectOf } from './rating.ts'
import { deleteOwn, listTotals, moveTotals } from './rating-repository.ts'

/** Articles that are looked through at once. */
const AT_ONCE = 500

interface Found {
  articleId: string
  reader: Buffer
  stars: number
}

/**
 * What an account rated. No row names it: the hash that it would have is made for each rated article and looked for, which takes the
 * server's key. What was rated in a browser without an account is found in that browser alone, on the page of each article.
 */
export function ratingPersonalData(appKey: Buffer, articles: Pick<RatedArticles, 'list'>) {
  async function* ratingsOf(db: Db, scope: Scope, accountId: string): AsyncGenerator<Found[]> {
    let after: string | null = null
    for (;;) {
      const rated: { articleId: string }[] = await listTotals(db, scope, after, AT_ONCE)
      if (rated.length === 0) return
      yield findAmong(db, scope, rated, (articleId) => identityOn(appKey, scope, subjectOf(articleId), { accountId, token: null })!.own)
      after = rated.at(-1)!.articleId
    }
  }

  return {
    collect: async (db: Db, scope: Scope, accountId: string) => {
      const ratings: { article: string; stars: number }[] = []
      for await (const found of ratingsOf(db, scope, accountId)) {
        const ids = found.map(({ articleId }) => articleId)
        const titles = new Map((await articles.list(db, scope, ids)).map(({ id, title }) => [id, title]))
        ratings.push(...found.map(({ articleId, stars }) => ({ article: titles.get(articleId) ?? articleId, stars })))
      }
      return { ratings }
    },

    /** As if each had been taken back. */
    erase: async (trx: Trx, scope: Scope, accountId: string): Promise<void> => {
      for await (const found of ratingsOf(trx, scope, accountId)) {
        for (const { articleId, reader } of found) {
          const [stars] = await deleteOwn(trx, scope, articleId, [reader])
          if (stars !== undefined) await moveTotals(trx, scope, articleId, { sum: -stars, count: -1 })
        }
      }
    },

    tags: [EVERY_RATING_TAG],
  }
}

async function findAmong(
  db: Db,
  scope: Scope,
  rated: readonly { articleId: string }[],
  hashOf: (articleId: string) => Buffer,
): Promise<Found[]> {
  const ids = rated.map(({ articleId }) => articleId)
  const asked = sql<{ article_id: string; reader: Buffer }>`unnest(${ids}::uuid[], ${ids.map(hashOf)}::bytea[])`
  const { rows } = await sql<Found>`
    select rating.article_id as "articleId", rating.reader, rating.stars
    from ${asked} as asked (article_id, reader)
    join article_ratings rating on rating.authority_id = ${scope.authorityId}
      and rating.article_id = asked.article_id and rating.reader = asked.reader
    order by rating.article_id`.execute(db)
  return rows
}
