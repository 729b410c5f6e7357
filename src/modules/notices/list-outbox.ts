import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { maskAddress, type Notice, type NoticeState } from './notice.ts'
import './notices.table.ts'

export interface OutboxFilter {
  state: NoticeState | null
  after: string | null
  limit: number
}

/**
 * Newest first. The id begins with the time of queueing.
 * @throws DomainError bad_cursor 422
 */
export async function listOutbox(db: Db, scope: Scope, { state, after, limit }: OutboxFilter): Promise<Page<Notice>> {
  let query = db
    .selectFrom('outbox')
    .select(['id', 'matter_type', 'matter_id', 'kind', 'to_address', 'subject', 'state', 'attempts', 'last_error_code'])
    .select(['queued_at', 'sent_at'])
    .where('authority_id', '=', scope.authorityId)
  if (state) query = query.where('state', '=', state)
  if (after) query = query.where('id', '<', decodeCursor(after, [isUuid])[0]!)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const notices = rows.map((row) => ({
    id: row.id,
    matter: { type: row.matter_type, id: row.matter_id },
    kind: row.kind,
    maskedTo: row.to_address && maskAddress(row.to_address),
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    problem: row.last_error_code,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
  }))
  return pageOf(notices, limit, (notice) => [notice.id])
}
