import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { CivilDate } from '../shared/civil-date.ts'
import { printed } from './spreadsheet-print.ts'

/** Text stays text, also where it begins with `=`, `+`, `-` or `@`: a file from strangers' words must not calculate. */
export type SheetValue = string | number | { day: CivilDate } | null

export interface Sheet {
  name: string
  /** Above the table, one line each; the first is bold. */
  title: readonly string[]
  columns: readonly { head: string; width: number }[]
  /** The row of numbers under the heads, as forms have it. */
  numbered?: boolean
  rows: readonly (readonly SheetValue[])[]
  /** Below the table. */
  notes?: readonly string[]
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const border = { borderStyle: 'thin', borderColor: '#808080' } as const
const head = { ...border, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, backgroundColor: '#f2ead8' } as const
/** One line over the whole table would be cut; it runs over the empty cells beside it. */
const line = (value: string, bold = false): Cell[] => [{ value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) }]

function cellOf(value: SheetValue, height: number) {
  const look = { ...border, alignVertical: 'top' as const, wrap: true, height }
  if (value === null || value === '') return { value: '', type: String, ...look }
  if (typeof value === 'number') return { value, type: Number, ...look }
  if (typeof value === 'string') return { value, type: String, format: '@', ...look }
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...look, align: 'center' as const }
}

/** Points of a line of the font below, and what stays free above and below the lines of a row. */
const LINE = 14.5
const FREE = 3
/** Letters in a line for each character of a column's width, as LibreOffice shows them: fewer of bold ones. */
const FILLED = { plain: 1.05, bold: 0.8 } as const

/** Programs that open the file do not measure wrapped words themselves: a row is as high as its longest cell is told to be. */
function heightOf(values: readonly SheetValue[], widths: readonly number[], look: keyof typeof FILLED): number {
  const lines = values.map((value, i) => {
    if (typeof value !== 'string') return 1
    const room = Math.max(1, Math.floor(widths[i]! * FILLED[look]))
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / room)), 0)
  })
  return Math.max(1, ...lines) * LINE + FREE
}

/** An .xlsx workbook: heads that stay in sight and stand on each printed page, widths and heights that show every word, real dates. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      orientation: 'landscape' as const,
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: sheet.title.length + (sheet.numbered ? 2 : 1),
      data: dataOf(sheet),
    })),
    { fontFamily: 'Times New Roman', fontSize: 11, features: [printed(sheets)] },
  ).toBuffer()
}

function dataOf({ title, columns, numbered, rows, notes = [] }: Sheet): Cell[][] {
  const widths = columns.map(({ width }) => width)
  const heads = columns.map((column) => column.head)
  const height = heightOf(heads, widths, 'bold')
  return [
    ...title.map((text, i) => line(text, i === 0)),
    heads.map((value) => ({ value, type: String, ...head, height })),
    ...(numbered ? [heads.map((_, i) => ({ value: `(${i + 1})`, type: String, ...head }))] : []),
    ...rows.map((row) => {
      const rowHeight = heightOf(row, widths, 'plain')
      return row.map((value) => cellOf(value, rowHeight))
    }),
    ...notes.map((text) => line(text)),
  ]
}
