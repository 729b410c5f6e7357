import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { itemColumns } from './item-repository.ts'
import type { Item, Reason, View } from './moderation.ts'

export interface ItemFilter {
  view: View
  /** Only what the score speaks against. */
  suspect?: boolean | undefined
  reason?: Reason | undefined
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
const checks = [isInstant, isUuid]

/** One list of the queue: what waits, the longest waiting first; everything else, the newest first. */
export async function listItems(db: Db, scope: Scope, filter: ItemFilter, after: string | null, limit: number): Promise<Page<Item>> {
  const { view, suspect, reason } = filter
  const waits = view === 'waiting' || view === 'unread'
  let query = db
    .selectFrom('moderation_items')
    .select(itemColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('status', '=', view === 'unread' ? 'shown' : view)
    .where('step', '=', waits ? 'unread' : 'read')
  if (suspect) query = query.where('suspect', '=', true)
  if (reason && view === 'removed') query = query.where('reason', '=', reason)
  if (after) {
    const [movedAt, id] = decodeCursor(after, checks)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('moved_at', 'id'), waits ? '>' : '<', tuple(new Date(movedAt!) as never, id!)),
    )
  }
  const order = waits ? 'asc' : 'desc'
  const rows = await query
    .orderBy('moved_at', order)
    .orderBy('id', order)
    .limit(limit + 1)
    .execute()
  return pageOf(rows as Item[], limit, ({ movedAt, id }) => [movedAt.toISOString(), id])
}
