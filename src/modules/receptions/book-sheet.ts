import type { Sheet } from '../../platform/spreadsheet.ts'
import { shortDate } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import { type BookRow, columnsOf } from './book-rows.ts'
import type { Period } from './sources.ts'
import { text } from './text.ts'

/** Widths in characters of the twelve columns. */
const widths = [6, 11, 30, 16, 44, 14, 10, 20, 9, 24, 24, 36]

/** Form 03/TCD as a sheet: its heads, the row of column numbers, real days and numbers. */
export function bookSheet(lang: Lang, authority: string, { from, to }: Period, rows: readonly BookRow[]): Sheet {
  const { form, book } = text[lang]
  return {
    name: book.sheet,
    title: [form.title, `${authority} · ${form.period(shortDate(from), shortDate(to))}`, form.source],
    columns: form.columns.map((head, i) => ({ head, width: widths[i]! })),
    numbered: true,
    rows: rows.map((row) => {
      const cells = columnsOf(lang, row)
      const [, , ...rest] = cells
      return [row.entry.number, { day: row.entry.receivedOn }, ...rest.map((cell, i) => (i === 4 ? row.entry.people : cell))]
    }),
  }
}
