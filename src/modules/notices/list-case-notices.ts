import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import { maskAddress, type Notice } from './notice.ts'
import './notices.table.ts'

/** The newest mails of one matter are enough to answer "I never got it". */
const MOST = 30

/** A mail as the officers of its matter see it. */
export type CaseNotice = Pick<Notice, 'id' | 'kind' | 'maskedTo' | 'state' | 'attempts' | 'problem' | 'queuedAt' | 'sentAt'>

/** What was told about a matter, newest first. */
export async function listCaseNotices(db: Db, scope: Scope, matter: Matter): Promise<CaseNotice[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'kind', 'to_address', 'state', 'attempts', 'last_error_code', 'queued_at', 'sent_at'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    maskedTo: row.to_address && maskAddress(row.to_address),
    state: row.state,
    attempts: row.attempts,
    problem: row.last_error_code,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
  }))
}
