import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type Mailer, MailFailure } from '../../platform/mail.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { MAX_ATTEMPTS } from './notice.ts'
import type { OutboxTable } from './notices.table.ts'

export interface SendingOptions {
  db: Db
  /** Null: mail stays in the outbox. */
  mailer: Mailer | null
  now?: () => Date
}

/**
 * One try to send one mail. The row is locked from before the first byte until the answer is written down: two workers never send
 * it at once, and what the server acknowledged is not sent again. Only a process that dies between the server's "250" and our
 * commit leads to a second copy, with the same Message-ID: at least once, and once in all but that instant.
 * @throws when another try may help: the job queue comes back after a pause
 */
export async function sendNotice({ db, mailer, now = () => new Date() }: SendingOptions, scope: Scope, id: string): Promise<void> {
  const failure = await db.transaction().execute(async (trx) => {
    const row = await lockQueued(trx, scope, id)
    if (!row || row.to_address === null || row.body === null) return null
    if (!mailer) {
      await update(trx, row, { state: 'kept' })
      return null
    }
    const attempts = row.attempts + 1
    const failed = await trySending(mailer, row.to_address, row.body, row, await nameOf(trx, scope))
    if (!failed) {
      await update(trx, row, { state: 'sent', attempts, sent_at: now(), last_error_code: null })
      return null
    }
    const givenUp = failed.isFinal || attempts >= MAX_ATTEMPTS
    await update(trx, row, { state: givenUp ? 'failed' : 'queued', attempts, last_error_code: failed.problem })
    return givenUp ? null : { problem: failed.problem, attempts }
  })
  if (failure) throw new Error(`Mail ${id} was not sent: ${failure.problem}, attempt ${failure.attempts}. The queue tries again.`)
}

/** Undefined when it was sent or given up, or when another worker is sending it now: that one tries again if it must. */
function lockQueued(trx: Trx, scope: Scope, id: string): Promise<Selectable<OutboxTable> | undefined> {
  return trx
    .selectFrom('outbox')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

async function update(
  trx: Trx,
  { authority_id, id }: Pick<Selectable<OutboxTable>, 'authority_id' | 'id'>,
  set: Partial<Pick<Selectable<OutboxTable>, 'state' | 'attempts' | 'last_error_code' | 'sent_at'>>,
): Promise<void> {
  await trx.updateTable('outbox').set(set).where('authority_id', '=', authority_id).where('id', '=', id).execute()
}

async function trySending(
  mailer: Mailer,
  to: string,
  body: string,
  { id, subject, lang }: Pick<Selectable<OutboxTable>, 'id' | 'subject' | 'lang'>,
  fromName: string,
): Promise<MailFailure | null> {
  try {
    await mailer.send({ id, fromName, to, subject, body, lang })
    return null
  } catch (error) {
    if (error instanceof MailFailure) return error
    throw error
  }
}

async function nameOf(trx: Trx, scope: Scope): Promise<string> {
  return (await listAuthorities(trx)).find((authority) => authority.id === scope.authorityId)?.name ?? ''
}
