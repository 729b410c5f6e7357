/** What looks like data of a person in a free text. A guess for the officer who reads, never a decision. */
export type PersonalKind = 'phone' | 'identity' | 'email' | 'bank' | 'name'

/** Place of a find, in UTF-16 units of the text that was given. */
export interface Finding {
  kind: PersonalKind
  start: number
  end: number
}

/** One space, dot or dash between digits; brackets and doubled marks as people type them. */
const gap = String.raw`[ .()\-]{0,2}`
const digits = (n: number) => String.raw`(?:${gap}\d){${n}}`
const alone = { before: String.raw`(?<![\d])`, after: String.raw`(?!\d)` }

/** `ten@vidu.vn`, with the letters of any language. Looks only from the beginning of a word, so that a long word costs no more than its length. */
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Case codes and numbers of documents are not of a person. */
const officeNumber = /(?<![\p{L}\p{N}])\p{Lu}{2,}-\d{4}-\d{3,6}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)/gu
/** Since 2021 the identity number has 12 digits and begins with a province below 100. */
const identity12 = new RegExp(`${alone.before}0${digits(11)}${alone.after}`, 'g')
/** +84, 84 or 0, then a mobile (3 5 7 8 9), a fixed line (2…) or a mobile of the days before 2018 (12 16 18 19). */
const phone = new RegExp(
  String.raw`${alone.before}(?:(?:\+|00)?84${gap}(?:0${gap})?|0${gap})(?:[35789]${digits(8)}|2${digits(9)}|1${gap}[2689]${digits(8)})${alone.after}`,
  'g',
)
/** Digits in groups, with one mark between groups. */
const run = /(?<!\d)\d(?:[ .-]?\d){5,18}(?!\d)/g
const saysAccount = /(?:\bstk|số\s+tài\s+khoản|so\s+tai\s+khoan|tài\s+khoản|\btk|ngân\s+hàng|account|bank)[^\d\n]{0,30}$/iu
const saysIdentity = /(?:\bcccd|\bcmnd|\bcmt|căn\s+cước|chứng\s+minh|định\s+danh)[^\d\n]{0,30}$/iu
const saysMoney = /^\s?(?:đồng|đ|vnđ|vnd|₫|dong)(?!\p{L})/iu

/** How people address each other: `ông Bình`, `chị Bình`. */
const address = '(?:ông|bà|anh|chị|cô|chú|bác|em|cụ|dì|cậu)'

/** The whole name, or the given name behind a form of address; exact tones, any case. */
function namePatterns(name: string): RegExp[] {
  const words = name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const given = words.at(-1)
  if (!given) return []
  const whole = words.length > 1 ? [words.join(String.raw`\s+`)] : []
  return [...whole, String.raw`${address}\s+${given}`].map((form) => new RegExp(String.raw`(?<!\p{L})${form}(?!\p{L})`, 'giu'))
}

/**
 * Phone numbers, identity numbers (9 or 12 digits), e-mail addresses and numbers like those of banks, in order of their place.
 * Full-width digits and digits parted by spaces, dots or dashes are read as well.
 * @param names people whose names must not go out: the filer
 */
export function personalDataIn(text: string, names: readonly string[] = []): Finding[] {
  const found: Finding[] = []
  // Each find is blanked out, letter for letter, so that no later pattern reads a part of it again.
  let rest = narrow(text)
  const take = (pattern: RegExp, kind: PersonalKind | null) => {
    for (const match of [...rest.matchAll(pattern)]) {
      if (kind) found.push({ kind, start: match.index, end: match.index + match[0].length })
      rest = rest.slice(0, match.index) + '#'.repeat(match[0].length) + rest.slice(match.index + match[0].length)
    }
  }
  for (const name of names) for (const pattern of namePatterns(name)) take(pattern, 'name')
  take(email, 'email')
  take(identity12, 'identity')
  take(phone, 'phone')
  take(officeNumber, null)
  for (const match of rest.matchAll(run)) {
    const kind = kindOfRun(match[0], rest.slice(Math.max(0, match.index - 60), match.index), rest.slice(match.index + match[0].length))
    if (kind) found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  return found.sort((a, b) => a.start - b.start)
}

function kindOfRun(run: string, before: string, after: string): PersonalKind | null {
  const length = run.replace(/\D/g, '').length
  if (saysAccount.test(before)) return 'bank'
  if (saysIdentity.test(before)) return 'identity'
  if (saysMoney.test(after)) return null
  if (length === 9 || length === 12) return 'identity'
  // Unbroken long numbers, and cards written in fours.
  if (length >= 10 && (/^\d+$/.test(run) || /^\d{4}([ .-]\d{3,4}){2,4}$/.test(run))) return 'bank'
  return null
}

/** Full-width letters, digits and marks as plain ones, and all spaces as one; every letter keeps its place. */
function narrow(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00b7\u2022]/g, '.')
}

export interface MarkedPart {
  text: string
  /** Null for what is plain. */
  kind: PersonalKind | null
}

/** The text cut at its finds; joined together the parts are the text again. */
export function markedParts(text: string, names: readonly string[] = []): MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = 0
  for (const { kind, start, end } of personalDataIn(text, names)) {
    if (start > at) parts.push({ text: text.slice(at, start), kind: null })
    parts.push({ text: text.slice(start, end), kind })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null })
  return parts
}
