import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type Mail, type Mailer, MailFailure } from '../../platform/mail.ts'
import { localPath } from '../../shared/lang.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { type ChoiceKeys, choiceUrl } from './choice.ts'
import { findChoice } from './choice-repository.ts'
import { isDigest, MAX_ATTEMPTS, type NoticeState } from './notice.ts'
import type { OutboxTable } from './notices.table.ts'
import { text } from './text.ts'

export interface SendingOptions {
  db: Db
  /** Null: mail stays in the outbox. */
  mailer: Mailer | null
  /** For the links by which people choose how much mail they want. */
  keys: ChoiceKeys
  now?: () => Date
}

/**
 * One try to send one mail. The row is locked from before the first byte until the answer is written down: two workers never send
 * it at once, and what the server acknowledged is not sent again. Only a process that dies between the server's "250" and our
 * commit leads to a second copy, with the same Message-ID: at least once, and once in all but that instant.
 * @throws when another try may help: the job queue comes back after a pause
 */
export async function sendNotice({ db, mailer, keys, now = () => new Date() }: SendingOptions, scope: Scope, id: string): Promise<void> {
  const failure = await db.transaction().execute(async (trx) => {
    const row = await lockQueued(trx, scope, id)
    if (!row || row.to_address === null || row.body === null) return null
    const instead = await chosenInstead(trx, scope, row)
    if (instead || !mailer) {
      await update(trx, row, { state: instead ?? 'kept', ...(instead === 'silenced' ? { to_address: null, body: null } : {}) })
      return null
    }
    const attempts = row.attempts + 1
    const { subject, lang, to_address: to } = row
    const unsubscribeUrl = linkOf(keys, scope, row)
    const body = unsubscribeUrl ? `${row.body}\n${text[lang].choice.inMail(unsubscribeUrl)}\n` : row.body
    const failed = await trySending(mailer, { id, fromName: await nameOf(trx, scope), to, subject, body, lang, unsubscribeUrl })
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

type Row = Selectable<OutboxTable>

/** Undefined when it was sent or given up, or when another worker is sending it now: that one tries again if it must. */
function lockQueued(trx: Trx, scope: Scope, id: string): Promise<Row | undefined> {
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

/** What happens to it instead of going out now, because the person chose so; null: it goes out. */
async function chosenInstead(trx: Trx, scope: Scope, row: Row): Promise<Extract<NoticeState, 'silenced' | 'gathered'> | null> {
  if (row.manner !== 'optional') return null
  const choice = await findChoice(trx, scope, { type: row.matter_type, id: row.matter_id })
  if (choice === 'none') return 'silenced'
  return choice === 'daily' && !isDigest(row.kind) ? 'gathered' : null
}

/** Mails of work have none: officers choose on the page of their account. */
function linkOf(keys: ChoiceKeys, scope: Scope, row: Row): string | null {
  if (row.manner === 'work') return null
  return choiceUrl(keys, scope, { type: row.matter_type, id: row.matter_id }, (page) => localPath(row.lang, page))
}

async function update(
  trx: Trx,
  { authority_id, id }: Pick<Row, 'authority_id' | 'id'>,
  set: Partial<Pick<Row, 'state' | 'attempts' | 'last_error_code' | 'sent_at' | 'to_address' | 'body'>>,
): Promise<void> {
  await trx.updateTable('outbox').set(set).where('authority_id', '=', authority_id).where('id', '=', id).execute()
}

async function trySending(mailer: Mailer, mail: Mail): Promise<MailFailure | null> {
  try {
    await mailer.send(mail)
    return null
  } catch (error) {
    if (error instanceof MailFailure) return error
    throw error
  }
}

async function nameOf(trx: Trx, scope: Scope): Promise<string> {
  return (await listAuthorities(trx)).find((authority) => authority.id === scope.authorityId)?.name ?? ''
}
