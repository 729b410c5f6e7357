import { comparisonWith } from '../tallies/index.ts'
import type { Comment } from './comment.ts'
import { commentColumns } from './comment-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of comments that differ from the rows. */
export const compareCommentCounts = comparisonWith<Comment>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('comments').select(commentColumns),
  countsFor,
})
