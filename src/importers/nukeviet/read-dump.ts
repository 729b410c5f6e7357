import { SourceUnreadable } from './source-unreadable.ts'
import { Malformed, NeedsMore, readString, readTuple, type SqlValue, skipBlank } from './sql-values.ts'

/** One row of the portal, by the names of its columns. */
export interface DumpRow {
  table: string
  /** Null: the row has not as many values as its table has columns. */
  row: Record<string, SqlValue> | null
}

/** Rows of the portal's tables, one after another; those of tables that are not wanted are read past. @throws SourceUnreadable */
export type RowReader = (isWanted: (table: string) => boolean) => AsyncIterable<DumpRow>

/** Letters of one row or statement at most; MariaDB itself takes 16 MB unless told otherwise. */
const LARGEST_ROW = 128 * 1024 * 1024

const insertHead =
  /(?:insert|replace)\s+(?:(?:low_priority|delayed|high_priority|ignore)\s+)*(?:into\s+)?((?:`[^`]+`\.)?`[^`]+`|[\w$.]+)\s*(\([^)]*\))?\s*values?\s*/iy
const createHead = /create\s+table\s+(?:if\s+not\s+exists\s+)?(?:`[^`]+`\.)?`?([^`\s(]+)`?\s*\(/iy
const delimiterLine = /delimiter[ \t]+(\S+)[ \t]*\r?\n/iy
const charset = /set\s+names\s+'?([a-z0-9]+)/i

/**
 * Rows of a dump by mysqldump or mariadb-dump, one after another as they come: never more than one row of it is in memory.
 * Column names come from the dump's own CREATE TABLE, or from the INSERT. Rows of tables that are not wanted are read past.
 * @throws SourceUnreadable
 */
export async function* readDump(chunks: AsyncIterable<Uint8Array>, isWanted: (table: string) => boolean): AsyncGenerator<DumpRow> {
  const reader = new DumpReader(isWanted)
  const decoder = new TextDecoder()
  for await (const chunk of chunks) yield* reader.push(decoder.decode(chunk, { stream: true }))
  yield* reader.end(decoder.decode())
}

class DumpReader {
  private rest = ''
  /** Not tried again before there is so much text: a long row is not scanned once for each piece of it. */
  private enough = 0
  private delimiter = ';'
  private readonly columns = new Map<string, string[]>()
  /** The INSERT that is being read. */
  private insert: { table: string; columns: string[] | undefined } | null = null
  private readonly isWanted: (table: string) => boolean

  constructor(isWanted: (table: string) => boolean) {
    this.isWanted = isWanted
  }

  *push(text: string, isEnd = false): Generator<DumpRow> {
    this.rest += text
    if (this.rest.length < this.enough && !isEnd) return
    let at = 0
    try {
      for (;;) {
        at = skipBlank(this.rest, at)
        if (at >= this.rest.length) break
        const [next, row] = this.insert ? this.readRow(at) : this.readStatement(at, isEnd)
        if (row) yield row
        at = next
      }
    } catch (error) {
      if (error instanceof Malformed) throw new SourceUnreadable('dump_malformed', error.message)
      if (!(error instanceof NeedsMore)) throw error
    }
    this.rest = this.rest.slice(at)
    this.enough = this.rest.length * 1.5
    if (this.rest.length > LARGEST_ROW) throw new SourceUnreadable('dump_row_too_large', this.rest.slice(0, 40))
  }

  *end(text: string): Generator<DumpRow> {
    yield* this.push(`${text}\n`, true)
    if (this.insert || this.rest.trim() !== '') throw new SourceUnreadable('dump_cut', this.rest.trim().slice(0, 40))
  }

  private readRow(start: number): [number, DumpRow | null] {
    const { table, columns } = this.insert!
    const [values, after] = readTuple(this.rest, start)
    const at = skipBlank(this.rest, after)
    if (at >= this.rest.length) throw new NeedsMore()
    if (this.rest[at] === ';') this.insert = null
    else if (this.rest[at] !== ',') throw new Malformed(this.rest.slice(at, at + 40))
    if (!this.isWanted(table)) return [at + 1, null]
    const row = columns?.length === values.length ? Object.fromEntries(columns.map((name, i) => [name, values[i]!])) : null
    return [at + 1, { table, row }]
  }

  private readStatement(start: number, isEnd: boolean): [number, null] {
    const { rest } = this
    const comment = this.skipComment(start, isEnd)
    if (comment !== null) return [comment, null]
    delimiterLine.lastIndex = start
    const delimiter = delimiterLine.exec(rest)
    if (delimiter) {
      this.delimiter = delimiter[1]!
      return [start + delimiter[0].length, null]
    }
    insertHead.lastIndex = start
    const head = insertHead.exec(rest)
    if (head) {
      const at = start + head[0].length
      if (at >= rest.length) throw new NeedsMore()
      if (rest[at] === '(') {
        const table = nameOf(head[1]!)
        const named = head[2]?.slice(1, -1).split(',').map(nameOf)
        this.insert = { table, columns: named ?? this.columns.get(table) }
        return [at, null]
      }
    }
    const end = this.endOfStatement(start)
    this.learn(rest.slice(start, end))
    return [end + this.delimiter.length, null]
  }

  /** @returns the place after a comment that begins here; null when none does */
  private skipComment(start: number, isEnd: boolean): number | null {
    const two = this.rest.slice(start, start + 2)
    if (two.length < 2 && !isEnd) throw new NeedsMore()
    const isLine = two.startsWith('#') || two === '--'
    if (!isLine && two !== '/*') return null
    const end = this.rest.indexOf(isLine ? '\n' : '*/', start + 1)
    if (end === -1) throw new NeedsMore()
    if (!isLine) requireUtf8(this.rest.slice(start, end))
    // A comment of MariaDB's own holds a statement, and its semicolon follows.
    const after = end + (isLine ? 1 : 2)
    return !isLine && this.rest.startsWith(this.delimiter, after) ? after + this.delimiter.length : after
  }

  private endOfStatement(start: number): number {
    const { rest } = this
    for (let at = start; at < rest.length; at++) {
      if (rest.startsWith(this.delimiter, at)) return at
      const letter = rest[at]
      if (letter === "'" || letter === '"') at = readString(rest, at)[1] - 1
      else if (letter === '`' || (letter === '/' && rest[at + 1] === '*')) {
        const end = rest.indexOf(letter === '`' ? '`' : '*/', at + 1)
        if (end === -1) break
        at = letter === '`' ? end : end + 1
      }
    }
    throw new NeedsMore()
  }

  private learn(statement: string): void {
    if (/^set\s/i.test(statement)) requireUtf8(statement)
    createHead.lastIndex = 0
    const head = createHead.exec(statement)
    if (head) this.columns.set(head[1]!, columnsIn(statement.slice(head[0].length)))
  }
}

function requireUtf8(statement: string): void {
  const name = charset.exec(statement)?.[1]
  if (name && !/^(utf8|utf8mb3|utf8mb4)$/i.test(name)) throw new SourceUnreadable('dump_charset', name)
}

const nameOf = (quoted: string) => quoted.trim().split('.').at(-1)!.replaceAll('`', '')

/** Names of the columns of a CREATE TABLE, from after its bracket. */
function columnsIn(body: string): string[] {
  const names: string[] = []
  let depth = 0
  let isNew = true
  for (let at = 0; at < body.length && depth >= 0; at++) {
    const letter = body[at]!
    if (letter === "'") at = readString(`${body} `, at)[1] - 1
    else if (letter === '`') {
      const end = body.indexOf('`', at + 1)
      if (isNew) names.push(body.slice(at + 1, end))
      at = end
    } else if (letter === '(') depth++
    else if (letter === ')') depth--
    if (letter === ',' && depth === 0) isNew = true
    else if (!/\s/.test(letter)) isNew = false
  }
  return names
}
