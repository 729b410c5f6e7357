import { isCivilDate } from '../../shared/civil-date.ts'
import { longDate, shortDate } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Entry } from '../history/index.ts'
import type { GroupChange, GroupRole } from './behalf/group-input.ts'
import { text as behalfText } from './behalf/text.ts'
import { text } from './text.ts'

/** What an entry says beside its name, for both sides' timelines. */
export interface EntryWords {
  /** The ground, or what came of it. */
  heading?: string | undefined
  /** Short facts: who, number, days. */
  lines: string[]
  /** What somebody wrote. */
  texts: string[]
}

/** Entries in which the filer's own words stand: for the filer and the office alone. */
const filersWords = ['petition.reopened', 'petition.partWithdrawn', 'petition.appealed']
/** Why an officer cut something out may itself say what it was. */
const officeWords = ['petition.redacted']

/** Words of the acts of casework; null for an entry that has none, or that is told in a way of its own. */
export function entryWords(lang: Lang, entry: Entry, reader: 'office' | 'filer' | 'public'): EntryWords | null {
  const names = text[lang]
  const told = tellings[entry.type]?.(lang, entry)
  if (!told) return null
  const written = entry.type.startsWith('petition.redacted') ? [entry.words['reason']] : [entry.words['reason'], entry.words['words']]
  const hidden = (filersWords.includes(entry.type) && reader === 'public') || (officeWords.includes(entry.type) && reader !== 'office')
  const labelled = (['agency', 'documentNumber', 'place'] as const).flatMap((field) =>
    entry.words[field] ? [`${names.fields[field]}: ${entry.words[field]}`] : [],
  )
  return {
    heading: told.heading,
    lines: [...(told.lines ?? []), ...labelled],
    texts: hidden ? [] : written.filter((words): words is string => Boolean(words)),
  }
}

type Telling = (lang: Lang, entry: Entry) => { heading?: string | undefined; lines?: string[] }

const nothing: Telling = () => ({})

function dayOf(lang: Lang, fact: unknown): string | null {
  return typeof fact === 'string' && isCivilDate(fact) ? longDate(lang, fact) : null
}

const tellings: Readonly<Record<string, Telling>> = {
  'petition.guided': nothing,
  'petition.transferred': nothing,
  'petition.reportedBack': nothing,
  'petition.askedToComplete': nothing,
  'petition.transferredWithin': nothing,
  'petition.carriedOver': (lang, { facts }) =>
    typeof facts['decision'] === 'string' ? { lines: [`${text[lang].fields['documentNumber']}: ${facts['decision']}`] } : {},
  'petition.extended': (lang, { facts }) => {
    const [old, now] = [dayOf(lang, facts['oldDueOn']), dayOf(lang, facts['dueOn'])]
    return old && now ? { lines: [text[lang].moved(old, now)] } : {}
  },
  'petition.suspended': (lang, { facts }) => ({
    heading: text[lang].suspensionGround[facts['ground'] as keyof (typeof text)['vi']['suspensionGround']],
  }),
  'petition.resumed': (lang, { facts }) => {
    const due = dayOf(lang, facts['dueOn'])
    return due ? { lines: [text[lang].newDue(due)] } : {}
  },
  'petition.dialogueInvited': (lang, { facts }) => {
    const day = dayOf(lang, facts['heldOn'])
    return day ? { lines: [`${facts['heldAt']}, ${day}`] } : {}
  },
  'petition.dialogueRecorded': (lang, { facts }) => ({
    heading: text[lang].attendance[facts['attendance'] as keyof (typeof text)['vi']['attendance']],
  }),
  'petition.promiseKept': (lang, { facts }) => {
    const promised = facts['promisedOn']
    return typeof promised === 'string' && isCivilDate(promised) ? { lines: [text[lang].wasPromised(shortDate(promised))] } : {}
  },
  'petition.appealed': (lang, { facts }) => ({
    lines: [
      ...(typeof facts['code'] === 'string' ? [text[lang].appealCode(facts['code'])] : []),
      ...(facts['late'] === true ? [text[lang].appealLate(dayOf(lang, facts['latestOn']) ?? '')] : []),
    ],
  }),
  'petition.closed': nothing,
  'petition.reopened': (lang, { facts }) => {
    const answered = dayOf(lang, facts['answeredOn'])
    return answered ? { lines: [text[lang].wasAnswered(answered)] } : {}
  },
  'petition.redacted': nothing,
  'petition.groupCorrected': (lang, { facts }) => ({
    heading: behalfText[lang].group.told(facts['change'] as GroupChange, facts['role'] as GroupRole, Number(facts['position'])),
  }),
  'petition.partWithdrawn': nothing,
}
