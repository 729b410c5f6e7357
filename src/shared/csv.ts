export type CsvValue = string | number | boolean | null

/** Tells spreadsheets that the text is UTF-8; other programs want it without. */
export const BOM = '\uFEFF'

/** What spreadsheets take for a formula when a cell begins with it, also behind spaces. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** One record as RFC 4180 writes it, with its line end. A text that a spreadsheet would run is made a text by an apostrophe. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
