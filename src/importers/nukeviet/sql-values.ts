/** What a value of a dump may be. Binary literals are read as UTF-8 text. */
export type SqlValue = string | number | null

/** The text goes on beyond what has been read: more of it is needed. */
export class NeedsMore extends Error {
  override name = 'NeedsMore'
}

/** The text is no SQL that a dump of MariaDB or MySQL would hold. */
export class Malformed extends Error {
  override name = 'Malformed'
}

/** What a backslash and a letter stand for; any other letter stands for itself. */
const escapes: Readonly<Record<string, string>> = { '0': '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a', '%': '\\%', _: '\\_' }

const BACKSLASH = 92

/** Reads one quoted string from `at`, its quote. @returns the text and the place after it */
export function readString(sql: string, at: number): [string, number] {
  const quote = sql.charCodeAt(at)
  let text = ''
  let from = at + 1
  for (let i = from; i < sql.length; i++) {
    const code = sql.charCodeAt(i)
    if (code === BACKSLASH) {
      if (i + 1 >= sql.length) throw new NeedsMore()
      text += sql.slice(from, i) + (escapes[sql[i + 1]!] ?? sql[i + 1]!)
      from = ++i + 1
    } else if (code === quote) {
      if (i + 1 >= sql.length) throw new NeedsMore()
      if (sql.charCodeAt(i + 1) !== quote) return [text + sql.slice(from, i), i + 1]
      text += sql.slice(from, i + 1)
      from = ++i + 1
    }
  }
  throw new NeedsMore()
}

const blank = /\s*/y
const introducer = /_(?:binary|utf8|utf8mb3|utf8mb4)\s*(?=['"0xX])/iy
const hex = /0x([0-9a-f]*)(?=[\s,)])/iy
const word = /(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|null|true|false)(?=[\s,)])/iy
const quotedBits = /([xb])'([0-9a-f]*)'(?=[\s,)])/iy
/** Longest literal that is not a string; what is longer and has no end is no value. */
const LONGEST_WORD = 64

function match(pattern: RegExp, sql: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(sql)
}

export function skipBlank(sql: string, at: number): number {
  return at + (match(blank, sql, at)?.[0].length ?? 0)
}

function readValue(sql: string, start: number): [SqlValue, number] {
  const at = start + (match(introducer, sql, start)?.[0].length ?? 0)
  const first = sql[at]
  if (first === undefined) throw new NeedsMore()
  if (first === "'" || first === '"') return readString(sql, at)
  const found = match(hex, sql, at)
  if (found) return [fromHex(found[1]!), at + found[0].length]
  const bits = match(quotedBits, sql, at)
  if (bits) return [bits[1]!.toLowerCase() === 'x' ? fromHex(bits[2]!) : Number.parseInt(bits[2] || '0', 2), at + bits[0].length]
  const plain = match(word, sql, at)
  if (plain) return [literalOf(plain[1]!), at + plain[0].length]
  // A word, or a binary literal of any length, whose end is not there yet.
  if (sql.length - at < LONGEST_WORD || /^(?:0x|x')[0-9a-f]*$/i.test(sql.slice(at, at + 64)) || /^_[a-z0-9]*\s*$/i.test(sql.slice(at)))
    throw new NeedsMore()
  throw new Malformed(sql.slice(at, at + 40))
}

function literalOf(literal: string): SqlValue {
  const lower = literal.toLowerCase()
  if (lower === 'null') return null
  if (lower === 'true' || lower === 'false') return lower === 'true' ? 1 : 0
  const number = Number(literal)
  // Beyond what a number holds exactly, its digits are kept.
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? literal : number
}

function fromHex(digits: string): string {
  return Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex').toString('utf8')
}

/** Reads `(…, …)` from its bracket. @throws NeedsMore, Malformed */
export function readTuple(sql: string, start: number): [SqlValue[], number] {
  if (sql[start] !== '(') throw start >= sql.length ? new NeedsMore() : new Malformed(sql.slice(start, start + 40))
  const values: SqlValue[] = []
  let at = start + 1
  for (;;) {
    const [value, after] = readValue(sql, skipBlank(sql, at))
    values.push(value)
    at = skipBlank(sql, after)
    if (at >= sql.length) throw new NeedsMore()
    if (sql[at] === ')') return [values, at + 1]
    if (sql[at] !== ',') throw new Malformed(sql.slice(at, at + 40))
    at++
  }
}
