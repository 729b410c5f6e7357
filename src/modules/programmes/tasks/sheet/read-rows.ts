import { readSheet } from 'read-excel-file/node'
import { DomainError } from '../../../../shared/errors.ts'
import { fold } from '../../../../shared/vietnamese-text.ts'
import { checkOffice } from '../../../files/index.ts'
import { text } from '../text.ts'

export const MOST_ROWS = 1_000
export const MOST_BYTES = 5 * 1024 * 1024
/** Columns in the order of the template. */
export const columns = [
  'title',
  'kind',
  'lead',
  'partners',
  'startsOn',
  'dueOn',
  'every',
  'weight',
  'indicator',
  'target',
  'unitOfMeasure',
] as const
export type SheetColumn = (typeof columns)[number]

export interface SheetRow {
  /** Number of the row in the file, as a spreadsheet program shows it. */
  row: number
  /** What stands in each cell: days as `YYYY-MM-DD`, numbers as digits. */
  cells: Record<SheetColumn, string>
}

const folded = (words: string) => fold(words).replace(/\s+/g, ' ').trim()

/**
 * The rows under the heads of the template, which may stand in either language; empty rows are left out.
 * @throws DomainError sheet_broken, sheet_columns, sheet_empty, sheet_too_long 422
 */
export async function readRows(bytes: Buffer): Promise<SheetRow[]> {
  const lines = await linesOf(bytes)
  const head = lines.findIndex((line) => columnsIn(line).has('title'))
  if (head < 0) throw new DomainError('sheet_columns', 422)
  const at = columnsIn(lines[head]!)
  const rows = lines
    .slice(head + 1)
    .map((line, i) => ({
      row: head + i + 2,
      cells: Object.fromEntries(columns.map((name) => [name, at.has(name) ? (line[at.get(name)!] ?? '') : ''])) as SheetRow['cells'],
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
  if (rows.length === 0) throw new DomainError('sheet_empty', 422)
  if (rows.length > MOST_ROWS) throw new DomainError('sheet_too_long', 422, { max: MOST_ROWS })
  return rows
}

function columnsIn(line: readonly string[]): Map<SheetColumn, number> {
  const names = (name: SheetColumn) => [text.vi.import.columns[name], text.en.import.columns[name]].map(folded)
  return new Map(
    columns.flatMap((name) => {
      const place = line.findIndex((cell) => names(name).includes(folded(cell)))
      return place < 0 ? [] : [[name, place] as const]
    }),
  )
}

async function linesOf(bytes: Buffer): Promise<string[][]> {
  const office = checkOffice(bytes)
  // A part that unpacks to too much reads as null: it is not given to the reader of sheets.
  if (typeof office === 'string' || !office.mediaType.includes('spreadsheetml') || office.zip.names.some(unreadable))
    throw new DomainError('sheet_broken', 422)
  try {
    return (await readSheet(bytes)).map((line) => line.map(cellText))
  } catch {
    throw new DomainError('sheet_broken', 422)
  }

  function unreadable(name: string): boolean {
    return /\.(xml|rels)$/.test(name) && (office as Exclude<typeof office, string>).zip.read(name) === null
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10)
  return String(cell).trim()
}
