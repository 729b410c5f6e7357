import type { Db } from '../../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { longDate, shortDate } from '../../../shared/format.ts'
import { findPeople, listAuthorities, listUnits, listWorkMail, type Scope } from '../../accounts/index.ts'
import { loadCalendar, type OfficeCalendar } from '../../clocks/index.ts'
import { type NoticeSource, queueNotice } from '../../notices/index.ts'
import { text as petitionText } from '../text.ts'
import { collectReminders, type RemindedCase, type Reminder } from './collect-reminders.ts'
import { text } from './text.ts'
import { isReminderDay, type Section, sections, workingDaysLate } from './who-is-told.ts'

/** Officers are written to in Vietnamese, the language of the office. */
const lang = 'vi'
const KIND = 'person.reminder'
/** Somebody above pressed on many cases at once. */
export const BULK_REMINDER = 'person.bulkReminder'

export interface ReminderOptions {
  db: Db
  /** Null: mails carry no links. */
  publicUrl: string | null
  now: () => Date
}

/**
 * The morning's reminders of one authority: one mail a person and day, to those who have an address. Safe to run again and in two
 * workers at once: the key of the outbox names person and day.
 * @returns how many mails were queued
 */
export async function remindOfficers({ db, publicUrl, now }: ReminderOptions, scope: Scope): Promise<number> {
  const today = civilDateOf(now())
  const calendar = await loadCalendar(db, scope)
  if (!isReminderDay(calendar, today)) return 0
  const reminders = await collectReminders(db, scope, calendar, today)
  const [mails, names] = await Promise.all([listWorkMail(db, scope, [...reminders.keys()]), findPeople(db, [...reminders.keys()])])
  const page = { calendar, today, publicUrl, authority: await nameOf(db, scope), units: await unitNames(db, scope) }
  let queued = 0
  for (const [personId, { email, beforeDue }] of mails) {
    const { soon, ...always } = reminders.get(personId)!
    const words = reminderMail(beforeDue && soon ? { ...always, soon } : always, names.get(personId) ?? '', page)
    if (!words) continue
    const notice = {
      matter: { type: 'person', id: personId },
      kind: KIND,
      key: `${KIND}:${personId}:${today}`,
      lang,
      to: email,
      manner: 'work',
      ...words,
    } as const
    if (await db.transaction().execute((trx) => queueNotice(trx, scope, notice))) queued++
  }
  return queued
}

interface MailFacts {
  calendar: OfficeCalendar
  today: CivilDate
  publicUrl: string | null
  authority: string
  /** Short names by unit. */
  units: ReadonlyMap<string, string>
}

/** Codes, kinds, days and links: nothing that a filer wrote. Null when there is nothing to say. */
function reminderMail(reminder: Reminder, name: string, facts: MailFacts): { subject: string; body: string } | null {
  const words = text[lang]
  const shown = sections.filter((section) => reminder[section])
  if (shown.length === 0) return null
  const total = shown.reduce((sum, section) => sum + reminder[section]!.total, 0)
  const parts = [
    words.greeting(name),
    words.lead(longDate(lang, facts.today)),
    ...shown.map((section) => sectionWords(section, reminder, facts)),
    words.local,
    words.closing(facts.authority),
  ]
  return { subject: words.subject(shortDate(facts.today), total), body: `${parts.join('\n\n')}\n` }
}

function sectionWords(section: Section, reminder: Reminder, facts: MailFacts): string {
  const words = text[lang]
  const { total, named } = reminder[section]!
  const lines = named.map((one) => caseLine(section, one, facts))
  if (total > named.length) lines.push(words.more(total - named.length))
  return [words.section[section](total), ...lines].join('\n')
}

function caseLine(section: Section, { code, kind, dueOn, unitId }: RemindedCase, { calendar, today, publicUrl, units }: MailFacts): string {
  const words = text[lang]
  const line = words.line(code, petitionText[lang].kind[kind], dueOn, workingDaysLate(calendar, dueOn, today))
  const unit = section === 'escalated' && unitId ? units.get(unitId) : undefined
  const link = publicUrl ? `\n  ${new URL(publicUrl).origin}/lam-viec/don/${encodeURIComponent(code)}` : ''
  return `${line}${unit ? words.ofUnit(unit) : ''}${link}`
}

async function nameOf(db: Db, scope: Scope): Promise<string> {
  return (await listAuthorities(db)).find((authority) => authority.id === scope.authorityId)?.name ?? ''
}

async function unitNames(db: Db, scope: Scope): Promise<Map<string, string>> {
  return new Map((await listUnits(db, scope)).map((unit) => [unit.id, unit.shortName]))
}

/** How the administrator's outbox names reminders: by the officer. */
export function reminderNotices(db: Db): NoticeSource {
  return {
    kinds: {
      vi: { [KIND]: text.vi.kind, [BULK_REMINDER]: text.vi.bulkKind },
      en: { [KIND]: text.en.kind, [BULK_REMINDER]: text.en.bulkKind },
    },
    matters: async (_scope, _actor, ids) => {
      const names = await findPeople(db, ids)
      return new Map([...names].map(([id, name]) => [id, { text: name, href: `/lam-viec/quan-tri/nguoi-dung/${id}` }]))
    },
  }
}
