import { isCivilDate } from '../civil-date.ts'
import { longDate, longInstant, number } from '../format.ts'
import type { Lang } from '../lang.ts'
import type { CheckedReceipt, FalseReceipt, TrueReceipt } from '../tlog/check-receipt.ts'
import { type ReceiptCheckText, text } from './text.ts'

export type Verdict = keyof ReceiptCheckText['title']

/** What people are told: drawn alike by the page, the kept file and the command line. */
export interface Explanation {
  verdict: Verdict
  title: string
  lead: string
  sections: readonly Section[]
}

interface Section {
  title: string
  items?: readonly string[]
  pairs?: readonly Pair[]
}

type Pair = readonly [label: string, value: string]

export type Unchecked = keyof Omit<ReceiptCheckText['lead'], 'true' | 'uncompared'>

/** Nothing was checked, and why. */
export function explainUnchecked(lang: Lang, why: Unchecked): Explanation {
  const verdict = why === 'unreadable' || why === 'noQr' ? 'unreadable' : 'unreached'
  const words = text[lang]
  return { verdict, title: why === 'noQr' ? words.title.unreached : words.title[verdict], lead: words.lead[why], sections: [] }
}

/** @param short it was looked up from the square on a paper */
export function explain(lang: Lang, checked: CheckedReceipt, { short = false } = {}): Explanation {
  return checked.ok ? explainTrue(lang, checked, short) : explainFalse(lang, checked)
}

function explainFalse(lang: Lang, { part, fault }: FalseReceipt): Explanation {
  const words = text[lang]
  const { name, wrong } = words.parts[part]
  const lead = `${words.wrongPart(name)} ${words.faults[fault] ?? wrong}`
  return { verdict: 'false', title: words.title.false, lead, sections: [{ title: words.sections.todo, items: words.advice }] }
}

function explainTrue(lang: Lang, receipt: TrueReceipt, short: boolean): Explanation {
  const words = text[lang]
  const { opened, keyKnown, witnesses, checkpoint, index, key } = receipt
  const verdict = keyKnown ? 'true' : 'uncompared'
  const [line, size] = [number(lang, index + 1), number(lang, checkpoint.size)]
  const says: Pair[] = [
    ...statementPairs(lang, receipt),
    [words.labels.place, words.place(line, size)],
    [words.labels.log, checkpoint.origin],
    [words.labels.key, key],
  ]
  const proved = [
    words.proved.inLog(line, size, checkpoint.origin),
    words.proved.signed,
    ...(keyKnown ? [words.proved.keyKnown] : []),
    ...(opened.length > 0 ? [words.proved.words] : []),
    ...witnesses.map(({ name, at, known }) => words.proved[known ? 'witness' : 'witnessUnknown'](name, longInstant(lang, at))),
  ]
  const { notProved } = words
  const open = [
    ...(keyKnown ? [] : [notProved.key]),
    ...(short ? [notProved.shortLater] : []),
    notProved.truth,
    notProved.holder,
    notProved.later,
    witnesses.length > 0 ? notProved.witness : notProved.noWitness,
  ]
  return {
    verdict,
    title: words.title[verdict],
    lead: words.lead[verdict],
    sections: [
      { title: words.sections.says, pairs: says },
      ...(opened.length > 0 ? [{ title: words.sections.words, pairs: opened.flatMap((one) => wordPairs(words, one)) }] : []),
      { title: words.sections.proved, items: proved },
      { title: words.sections.notProved, items: open },
    ],
  }
}

/** Own properties only: a hostile receipt may name anything. */
const labelOf = (labels: Readonly<Record<string, string>>, name: string) => (Object.hasOwn(labels, name) ? labels[name]! : name)

function statementPairs(lang: Lang, { statement }: TrueReceipt): Pair[] {
  const words = text[lang]
  const { type, at, role, facts } = statement
  // Those with a label first, in the order of the labels: the code of the case stands on top.
  const order = (name: string) => (Object.hasOwn(words.facts, name) ? Object.keys(words.facts).indexOf(name) : Number.MAX_SAFE_INTEGER)
  const shown = Object.entries(facts)
    .filter(([name]) => !name.endsWith('Commitment'))
    .sort(([a], [b]) => order(a) - order(b))
  return [
    [words.labels.what, labelOf(words.types, type)],
    [words.labels.at, longInstant(lang, new Date(at))],
    ...(role === null ? [] : [[words.labels.role, labelOf(words.roles, role)] as const]),
    ...shown.map(([name, value]) => [labelOf(words.facts, name), valueText(lang, value)] as const),
  ]
}

function valueText(lang: Lang, value: unknown): string {
  const words = text[lang]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (isCivilDate(value)) return longDate(lang, value)
  if (typeof value === 'string') return labelOf(words.values, value)
  return Array.isArray(value) ? value.map((one) => valueText(lang, one)).join(', ') : JSON.stringify(value)
}

/** A petition's content is committed to as one JSON text: its parts are shown. */
function wordPairs(words: ReceiptCheckText, { field, words: said }: TrueReceipt['opened'][number]): Pair[] {
  return (
    (field === 'content' ? contentParts(said) : null)?.map(([name, part]) => [labelOf(words.fields, name), part] as const) ?? [
      [labelOf(words.fields, field), said],
    ]
  )
}

function contentParts(json: string): Pair[] | null {
  try {
    const { subject, body } = JSON.parse(json) as Record<string, unknown>
    return typeof subject === 'string' && typeof body === 'string'
      ? [
          ['subject', subject],
          ['body', body],
        ]
      : null
  } catch {
    return null
  }
}
