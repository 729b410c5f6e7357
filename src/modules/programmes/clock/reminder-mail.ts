import type { CivilDate } from '../../../shared/civil-date.ts'
import { addDays } from '../../../shared/civil-date.ts'
import { longDate, shortDate } from '../../../shared/format.ts'
import type { OfficeCalendar } from '../../clocks/index.ts'
import type { NoticeSource } from '../../notices/index.ts'
import { paths } from '../paths.ts'
import type { PartnerNews } from './partner-news.ts'
import type { Told } from './remind.ts'
import { text } from './text.ts'
import { sections, workingDaysLate } from './who-is-told.ts'

export const REMINDER = 'person.programmeReminder'
/** Officers are written to in Vietnamese, the language of the office. */
const lang = 'vi'
/** Lines of one section; the rest are counted. */
const NAMED = 20

interface MailFacts {
  calendar: OfficeCalendar
  today: CivilDate
  publicUrl: string | null
  authority: string
  /** Short names by unit. */
  units: ReadonlyMap<string, string>
}

/** Null when there is nothing to say. */
export function reminderMail(
  { name, told, news }: { name: string; told: readonly Told[]; news: readonly PartnerNews[] },
  facts: MailFacts,
): { subject: string; body: string } | null {
  if (told.length + news.length === 0) return null
  const words = text[lang].mail
  const parts = sections.flatMap((section) => {
    const own = told.filter(({ telling }) => telling.section === section)
    return own.length === 0
      ? []
      : [
          sectionOf(
            words.section[section](own.length),
            own.map((one) => lineOf(one, facts)),
          ),
        ]
  })
  if (news.length > 0)
    parts.push(
      sectionOf(
        words.partners(news.length),
        news.map((one) => newsLine(one, facts)),
      ),
    )
  const body = [words.greeting(name), words.lead(longDate(lang, facts.today)), ...parts, words.local, words.closing(facts.authority)].join(
    '\n\n',
  )
  return { subject: words.subject(shortDate(facts.today), told.length + news.length), body: `${body}\n` }
}

function sectionOf(title: string, lines: readonly string[]): string {
  const rest = lines.length - NAMED
  return [title, ...lines.slice(0, NAMED), ...(rest > 0 ? [text[lang].mail.more(rest)] : [])].join('\n')
}

function lineOf({ thing, telling }: Told, { calendar, today, units, publicUrl }: MailFacts): string {
  const words = text[lang].mail
  const late = workingDaysLate(calendar, thing.lateFrom, today)
  const unit = telling.section === 'escalated' && thing.unitId ? units.get(thing.unitId) : undefined
  return [
    `- ${words.kind[thing.kind]} ${[thing.name, thing.title].filter(Boolean).join(' – ')}`,
    `${words.due(longDate(lang, addDays(thing.lateFrom, -1)))}${late > 0 ? words.late(late) : ''}${unit ? `, ${unit}` : ''}`,
    ...linkTo(thing.path, publicUrl),
  ].join('\n  ')
}

function newsLine({ code, title, dueOn, toldDueOn }: PartnerNews, { publicUrl }: MailFacts): string {
  const words = text[lang].mail
  const day = dueOn ? longDate(lang, dueOn) : words.noDay
  const said = toldDueOn === undefined ? words.opened(day) : words.moved(toldDueOn ? longDate(lang, toldDueOn) : words.noDay, day)
  return [`- ${code} – ${title}`, said, ...linkTo(paths.officeTask(code), publicUrl)].join('\n  ')
}

const linkTo = (path: string, publicUrl: string | null) => (publicUrl ? [`${new URL(publicUrl).origin}${path}`] : [])

/** How the administrator's outbox names these mails. */
export const programmeNotices: NoticeSource['kinds'] = { vi: { [REMINDER]: text.vi.mail.name }, en: { [REMINDER]: text.en.mail.name } }
