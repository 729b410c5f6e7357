import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type Count, compareWithRows } from '../tallies/index.ts'
import type { ArticleHead } from './article.ts'
import { headColumns } from './article-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of articles that differ from the rows. */
export async function compareArticleCounts(db: Db, scope: Scope): Promise<{ count: Count; kept: number; counted: number }[]> {
  return compareWithRows<ArticleHead>(db, scope, {
    names: countedNames,
    list: (trx, after, limit) =>
      trx
        .selectFrom('articles')
        .select(headColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    countsFor,
  })
}
