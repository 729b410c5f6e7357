import type { Db } from '../../../platform/database.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { longDate, shortDate } from '../../../shared/format.ts'
import { findPeople, listAuthorities, listWorkMail, type Scope } from '../../accounts/index.ts'
import { queueNotice } from '../../notices/index.ts'
import { BULK_REMINDER } from '../reminders/remind-officers.ts'
import { text as reminderText } from '../reminders/text.ts'
import { text as petitionText } from '../text.ts'
import { remindedOf, remindingOn } from './remind-check.ts'
import { text } from './text.ts'

/** Officers are written to in Vietnamese, the language of the office. */
const lang = 'vi'

interface MailOptions {
  db: Db
  /** Null: mails carry no links. */
  publicUrl: string | null
}

/**
 * The mails of one press: one an officer, with all the cases; to those who have a work address. Safe to run again: the key names
 * press and person.
 * @returns how many were queued
 */
export async function mailBulkReminders({ db, publicUrl }: MailOptions, scope: Scope, bulkId: string): Promise<number> {
  const cases = await remindedCases(db, scope, bulkId)
  const [first] = cases
  if (!first) return 0
  const reminding = await remindingOn(db, scope, civilDateOf(first.startedAt))
  const byPerson = new Map<string, typeof cases>()
  for (const one of cases) for (const id of remindedOf(reminding, one)) byPerson.set(id, [...(byPerson.get(id) ?? []), one])
  byPerson.delete(first.startedBy)
  const [mails, names, authorities] = await Promise.all([
    listWorkMail(db, scope, [...byPerson.keys()]),
    findPeople(db, [...byPerson.keys(), first.startedBy]),
    listAuthorities(db),
  ])
  const { mail } = text[lang]
  const words = reminderText[lang]
  const authority = authorities.find(({ id }) => id === scope.authorityId)?.name ?? ''
  let queued = 0
  for (const [personId, { email }] of mails) {
    const own = byPerson.get(personId)!
    const lines = own.map(({ code, kind, dueOn }) => {
      const link = publicUrl ? `\n  ${new URL(publicUrl).origin}/lam-viec/don/${encodeURIComponent(code)}` : ''
      return `${mail.line(code, petitionText[lang].kind[kind], dueOn && longDate(lang, dueOn))}${link}`
    })
    const body = [
      words.greeting(names.get(personId) ?? ''),
      mail.lead(names.get(first.startedBy) ?? '', own.length),
      lines.join('\n'),
      mail.closing(authority),
    ].join('\n\n')
    const notice = {
      matter: { type: 'person', id: personId },
      kind: BULK_REMINDER,
      key: `${BULK_REMINDER}:${bulkId}:${personId}`,
      lang,
      to: email,
      manner: 'work',
      subject: mail.subject(shortDate(reminding.today), own.length),
      body: `${body}\n`,
    } as const
    if (await db.transaction().execute((trx) => queueNotice(trx, scope, notice))) queued++
  }
  return queued
}

function remindedCases(db: Db, scope: Scope, bulkId: string) {
  return db
    .selectFrom('petition_reminders')
    .innerJoin('bulk_acts', (join) =>
      join.onRef('bulk_acts.authority_id', '=', 'petition_reminders.authority_id').onRef('bulk_acts.id', '=', 'petition_reminders.bulk_id'),
    )
    .innerJoin('petitions', (join) =>
      join
        .onRef('petitions.authority_id', '=', 'petition_reminders.authority_id')
        .onRef('petitions.id', '=', 'petition_reminders.petition_id'),
    )
    .select(['petitions.id', 'code', 'kind', 'due_on as dueOn', 'unit_id as unitId', 'officer_id as officerId'])
    .select(['started_by as startedBy', 'started_at as startedAt'])
    .where('petition_reminders.authority_id', '=', scope.authorityId)
    .where('petition_reminders.bulk_id', '=', bulkId)
    .orderBy('due_on')
    .orderBy('petitions.id')
    .execute()
}
