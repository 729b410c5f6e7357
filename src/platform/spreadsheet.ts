import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { CivilDate } from '../shared/civil-date.ts'

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

function cellOf(value: SheetValue): Cell {
  const look = { ...border, alignVertical: 'top' as const, wrap: true }
  if (value === null || value === '') return { value: '', type: String, ...look }
  if (typeof value === 'number') return { value, type: Number, ...look }
  if (typeof value === 'string') return { value, type: String, format: '@', ...look }
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...look }
}

/** An .xlsx workbook: heads that stay in sight, widths, real dates. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      orientation: 'landscape' as const,
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: sheet.title.length + (sheet.numbered ? 2 : 1),
      data: [
        ...sheet.title.map((text, i) => line(text, i === 0)),
        sheet.columns.map((column) => ({ value: column.head, type: String, ...head })),
        ...(sheet.numbered ? [sheet.columns.map((_, i) => ({ value: `(${i + 1})`, type: String, ...head }))] : []),
        ...sheet.rows.map((row) => row.map(cellOf)),
        ...(sheet.notes ?? []).map((text) => line(text)),
      ],
    })),
    { fontFamily: 'Times New Roman', fontSize: 11 },
  ).toBuffer()
}
