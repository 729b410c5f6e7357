import type { Db } from '../../platform/database.ts'
import type { Page } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { Sort } from './comment.ts'
import { countComments, hasUnseen, listThreads, type Thread } from './list-comments.ts'

/** Comments under one subject, ready for `CommentSection`. */
export interface Section {
  subject: Matter
  open: boolean
  count: number
  sort: Sort
  page: Page<Thread>
  /** Comments that no officer has read are left out here, and are on the list that search engines stay away from. */
  leftOut: boolean
}

const THREADS = 20

/**
 * Comments of a subject. On its own page, which search engines read, `onlySeen` leaves out what no officer has read yet.
 * A page that is kept is kept under `commentTags(subject)` as well.
 */
export async function loadSection(
  db: Db,
  scope: Scope,
  subject: Matter,
  { open, sort = 'newest', after = null, onlySeen = false }: { open: boolean; sort?: Sort; after?: string | null; onlySeen?: boolean },
): Promise<Section> {
  const [count, page, leftOut] = await Promise.all([
    countComments(db, scope, subject),
    listThreads(db, scope, subject, { sort, after, limit: THREADS, onlySeen }),
    onlySeen && hasUnseen(db, scope, subject),
  ])
  return { subject, open, count, sort, page, leftOut }
}
