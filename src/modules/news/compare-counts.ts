import { comparisonWith } from '../tallies/index.ts'
import type { ArticleHead } from './article.ts'
import { headColumns } from './article-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of articles that differ from the rows. */
export const compareArticleCounts = comparisonWith<ArticleHead>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('articles').select(headColumns),
  countsFor,
})
