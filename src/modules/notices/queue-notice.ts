import type { Db, Trx } from '../../platform/database.ts'
import { addJob } from '../../platform/jobs.ts'
import { newId } from '../../shared/ids.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { NoticeManner } from './notice.ts'
import './notices.table.ts'

export const SEND_JOB = 'sendNotice'

export interface NewNotice {
  matter: Matter
  /** `petition.received` */
  kind: string
  /** What is told once in this authority; the same key again queues nothing. */
  key: string
  lang: Lang
  to: string
  /** No personal text: it is read on locked screens and stays after erasure. */
  subject: string
  /** Plain text. */
  body: string
  /** Whether the person may silence it; `optional` when not said. */
  manner?: NoticeManner
}

/**
 * Queues a mail inside the act's transaction: it goes out only if that commits.
 * @returns its id; null when this was told before
 */
export async function queueNotice(trx: Trx, scope: Scope, notice: NewNotice): Promise<string | null> {
  const { matter, kind, key, lang, to, subject, body, manner = 'optional' } = notice
  const queued = await trx
    .insertInto('outbox')
    .values({
      authority_id: scope.authorityId,
      id: newId(),
      matter_type: matter.type,
      matter_id: matter.id,
      kind,
      key,
      lang,
      to_address: to,
      subject,
      body,
      manner,
      last_error_code: null,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!queued) return null
  await addSending(trx, scope, queued.id)
  return queued.id
}

/** Asks for a try; a try that waits already is brought forward. */
export function addSending(trx: Trx, scope: Scope, id: string): Promise<void> {
  return addJob(trx, SEND_JOB, { authorityId: scope.authorityId, id }, `${SEND_JOB}:${id}`)
}

/** The language in which people were first written to about a matter. */
export async function findNoticeLang(db: Db, scope: Scope, matter: Matter): Promise<Lang | undefined> {
  const first = await db
    .selectFrom('outbox')
    .select('lang')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return first?.lang
}
