import { isCivilDate } from '../../shared/civil-date.ts'
import { shortDate } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Leaf } from './leaf.ts'
import { text } from './text.ts'

/** What other modules know of what a leaf names; put together in `log-words.ts`. */
export interface LeafNames {
  /** Names of rules of the law, by their id. */
  rules: Readonly<Record<string, string>>
  /** Names of entry types. */
  events: Readonly<Record<string, string>>
  /** Short names of units. */
  units: ReadonlyMap<string, string>
}

/** Facts of a leaf that are one thing: before and after. A unit of measure goes with its number. */
const pairs: readonly (readonly [before: string, after: string, label: string])[] = [
  ['oldDueOn', 'dueOn', 'dueOn'],
  ['oldDueOn', 'newDueOn', 'dueOn'],
  ['fromOn', 'toOn', 'dueOn'],
  ['oldLateFrom', 'newLateFrom', 'lateFrom'],
  ['previousUnitId', 'unitId', 'unitId'],
  ['fromUnitId', 'toUnitId', 'unitId'],
  ['oldValue', 'value', 'value'],
  ['old', 'new', 'state'],
  ['oldKey', 'key', 'key'],
  ['oldDigest', 'digest', 'digest'],
]
const measures: Readonly<Record<string, string>> = { value: 'unit', oldValue: 'oldUnit' }
const untold = new Set([
  'unit',
  'oldUnit',
  'noticeOn',
  'role',
  'files',
  'answerId',
  'verificationId',
  'appealId',
  'officerReleased',
  'criteria',
  'verdict',
  // Ids of rows: the matter itself is named and leads on.
  'programmeId',
  'planId',
  'plan',
  'carriesId',
  'otherId',
  'noteId',
  'evidenceId',
  'refId',
])

/** One line a fact, in the reader's words. */
export function factLines(lang: Lang, { facts }: Leaf, names: LeafNames): string[] {
  const words = text[lang]
  const told = new Set<string>(untold)
  const lines: string[] = []
  const say = (name: string) => {
    const measure = measures[name] && facts[measures[name]]
    return [valueWords(lang, facts[name], names), measure && valueWords(lang, measure, names)].filter(Boolean).join(' ')
  }
  for (const [before, after, label] of pairs) {
    if (facts[before] === undefined || facts[after] === undefined) continue
    // What stayed is said once: an item that another person of the same agency leads.
    const [was, is] = [say(before), say(after)]
    lines.push(`${words.fact[label]}: ${was === is ? is : words.fromTo(was, is)}`)
    told.add(before).add(after)
  }
  const order = Object.keys(words.fact)
  for (const name of Object.keys(facts).sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
    if (told.has(name) || name.endsWith('Commitment')) continue
    const label = words.fact[name.replace(/^old([A-Z])/, (_, letter: string) => letter.toLowerCase())] ?? name
    lines.push(`${label}: ${say(name)}`)
  }
  const sealed = Object.keys(facts).filter((name) => name.endsWith('Commitment')).length
  return sealed > 0 ? [...lines, words.sealed(sealed)] : lines
}

function valueWords(lang: Lang, value: unknown, names: LeafNames): string {
  const words = text[lang]
  if (Array.isArray(value)) return value.map((one) => valueWords(lang, one, names)).join(', ')
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (isCivilDate(value)) return shortDate(value)
  if (typeof value !== 'string') return String(value)
  return names.units.get(value) ?? names.rules[value] ?? words.word[value] ?? value
}

export function eventName({ type }: Leaf, { events }: LeafNames): string {
  return events[type] ?? type
}
