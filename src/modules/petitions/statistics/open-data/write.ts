import { BOM, type CsvValue, csvLine } from '../../../../shared/csv.ts'
import { type DatasetName, datasets } from './datasets.ts'
import type { DataRow } from './rows.ts'

/** In CSV, one to four. */
const FEW = '<5'
/** In CSV, what is not told so that a few cannot be worked out. */
const WITHHELD = 'x'

const hidden = { few: FEW, withheld: WITHHELD } as const
type Hidden = keyof typeof hidden
const isHidden = (value: unknown): value is Hidden => value === 'few' || value === 'withheld'

/** A row for programs: null where a number is not told, and which they are. */
export function jsonRow(row: DataRow) {
  const entries = Object.entries(row)
  const hiddenAs = (kind: Hidden) => entries.filter(([, value]) => value === kind).map(([name]) => name)
  return {
    ...Object.fromEntries(entries.map(([name, value]) => [name, isHidden(value) ? null : value])),
    lessThan5: hiddenAs('few'),
    withheld: hiddenAs('withheld'),
  }
}

export function csvHead(name: DatasetName, withBom: boolean): string {
  return `${withBom ? BOM : ''}${csvLine(datasets[name])}`
}

export function csvRow(name: DatasetName, row: Readonly<Record<string, CsvValue>>): string {
  return csvLine(
    datasets[name].map((field) => {
      const value = row[field] ?? null
      return isHidden(value) ? hidden[value] : value
    }),
  )
}
