import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { compareWithRows, type Difference } from '../tallies/index.ts'
import type { Comment } from './comment.ts'
import { commentColumns } from './comment-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of comments that differ from the rows. */
export async function compareCommentCounts(db: Db, scope: Scope): Promise<Difference[]> {
  return compareWithRows<Comment>(db, scope, {
    names: countedNames,
    list: (trx, after, limit) =>
      trx
        .selectFrom('comments')
        .select(commentColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    countsFor,
  })
}
