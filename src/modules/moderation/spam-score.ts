import { fold, hasMarks } from '../../shared/vietnamese-text.ts'
import data from './data/spam-words.json' with { type: 'json' }

/** What may speak against a text; each with the points that it gave. */
export const signalNames = ['trap', 'fast', 'same', 'links', 'phone', 'adWords', 'repeated', 'capitals', 'disguised'] as const
export type SignalName = (typeof signalNames)[number]
export type Signals = Partial<Record<SignalName, number>>

/** From here on the moderator is warned. */
export const SUSPECT_FROM = 50
/** Below this a text may be shown at once, where the office wants that. */
export const CLEAN_BELOW = 20

export interface Scored {
  body: string
  name: string
  /** From the opening of the form to its sending; null: no form of ours, or an unsigned time. */
  seconds: number | null
  /** A field that people do not see was filled in. */
  trap: boolean
  /** How often the same text was sent within the last hour. */
  same: number
}

const phrases = data.phrases.map(({ phrase, points }) => ({ phrase, folded: fold(phrase), points }))

const links =
  /(?:https?:\/\/|www\.)\S+|\b[\p{L}\d-]+\.(?:com|net|org|vn|info|xyz|top|club|site|online|vip|shop|link|me|io|biz|win|bet)\b/giu
const phone = /(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/
/** Letters that nobody sees, or that turn the order of writing: they hide words from filters. */
const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/
/** One word in letters of two scripts that look alike. */
const mixedScripts =
  /(?:\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}])|(?:[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin})/u

/** Points of a text from the text and how it was sent; never from who sent it. Zero: nothing speaks against it. */
export function spamSignals({ body, name, seconds, trap, same }: Scored): Signals {
  const plain = fold(body)
  const found = body.match(links)?.length ?? 0
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const points: Record<SignalName, number> = {
    trap: trap ? 100 : 0,
    fast: seconds !== null && seconds < 3 ? 30 : 0,
    same: Math.min(80, same * 40),
    links: found === 0 ? 0 : Math.min(70, 25 + (found - 1) * 15),
    phone: phone.test(body) ? 20 : 0,
    adWords: Math.min(60, sum(phrases.filter((one) => meansPhrase(body, plain, one)).map((one) => one.points))),
    repeated: isRepeated(body, words) ? 20 : 0,
    capitals: isShouted(body) ? 15 : 0,
    disguised: hidden.test(body) || hidden.test(name) || mixedScripts.test(body) ? 25 : 0,
  }
  return Object.fromEntries(signalNames.filter((signal) => points[signal] > 0).map((signal) => [signal, points[signal]]))
}

export function scoreOf(signals: Signals): number {
  return sum(Object.values(signals))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** As whole words; without tones only in a text that has none, where "lo de" may be anything. */
function meansPhrase(body: string, plain: string, { phrase, folded }: { phrase: string; folded: string }): boolean {
  const [text, wanted] = hasMarks(body) ? [body.normalize('NFC').toLowerCase(), phrase] : [plain, folded]
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + wanted.length] ?? ' '}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

/** Eight times the same sign, or a text in which few words come again and again. */
function isRepeated(body: string, words: readonly string[]): boolean {
  if (/(\S)\1{7,}/u.test(body)) return true
  return words.length >= 12 && new Set(words).size / words.length < 0.3
}

function isShouted(body: string): boolean {
  const letters = body.match(/\p{L}/gu) ?? []
  const capitals = body.match(/\p{Lu}/gu) ?? []
  return letters.length >= 20 && capitals.length / letters.length >= 0.7
}
