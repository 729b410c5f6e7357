import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { isPossible } from './rating.ts'
import { setStart } from './rating-repository.ts'

/**
 * What an earlier portal had counted, without saying of whom: the sums begin with it. Said again, the newer figure replaces the older.
 * @returns false, and nothing is written, when so many ratings from one to five cannot have that sum
 */
export async function importRating(trx: Trx, scope: Scope, articleId: string, sum: number, count: number): Promise<boolean> {
  if (!isPossible({ sum, count })) return false
  await setStart(trx, scope, articleId, { sum, count })
  return true
}
