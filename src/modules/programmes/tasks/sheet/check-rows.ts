import { isCivilDate } from '../../../../shared/civil-date.ts'
import { fold } from '../../../../shared/vietnamese-text.ts'
import type { Unit } from '../../../accounts/index.ts'
import { ItemInput } from '../../items/item-fields.ts'
import { text } from '../text.ts'
import type { SheetColumn, SheetRow } from './read-rows.ts'

/** What is wrong with a cell; `code` has its sentence in the texts. */
export interface CellProblem {
  row: number
  column: SheetColumn
  code: string
}

export interface CheckedRows {
  /** Right rows as `addItems` takes them. */
  items: object[]
  problems: CellProblem[]
}

const plain = (words: string) => fold(words).replace(/\s+/g, ' ').trim()
/** What begins like a formula would calculate in the next spreadsheet that it is copied into; a minus before a number does not. */
const formula = /^[=+@]|^-(?!\d+([.,]\d+)?$)/
/** By what people write for it, in either language; the codes themselves count too. */
const byWords = (vi: Record<string, string>, en: Record<string, string>) =>
  new Map(Object.keys(vi).flatMap((code) => [code, vi[code]!, en[code]!].map((words) => [plain(words), code] as const)))
const kinds = byWords(text.vi.kind, text.en.kind)
const recurrences = byWords(text.vi.every, text.en.every)

/** Looks at every cell; a row is right when all of its cells are. */
export function checkRows(rows: readonly SheetRow[], units: readonly Pick<Unit, 'id' | 'name' | 'shortName'>[]): CheckedRows {
  const unitOf = new Map(units.flatMap(({ id, name, shortName }) => [name, shortName].map((words) => [plain(words), id] as const)))
  const titles = new Set<string>()
  const checked: CheckedRows = { items: [], problems: [] }
  for (const { row, cells } of rows) {
    const problems: CellProblem[] = []
    const wrong = (column: SheetColumn, code: string) => {
      problems.push({ row, column, code })
    }
    for (const [column, cell] of Object.entries(cells) as [SheetColumn, string][]) if (formula.test(cell)) wrong(column, 'formula')
    if (problems.length === 0) {
      const item = itemOf(cells, unitOf, wrong)
      if (titles.has(plain(cells.title))) wrong('title', 'repeated')
      const parsed = ItemInput.safeParse(item)
      if (!parsed.success && problems.length === 0)
        for (const { path, code, ...issue } of parsed.error.issues) {
          const params = 'params' in issue ? (issue.params as { code?: string } | undefined) : undefined
          wrong(columnOf[String(path[0])] ?? 'title', params?.code ?? code)
        }
      if (problems.length === 0) checked.items.push(item)
    }
    if (cells.title !== '') titles.add(plain(cells.title))
    checked.problems.push(...problems)
  }
  return checked
}

/** Column of each field of an item. */
const columnOf: Record<string, SheetColumn> = {
  title: 'title',
  kind: 'kind',
  leadWords: 'lead',
  unitId: 'lead',
  partnerIds: 'partners',
  partnerWords: 'partners',
  startsOn: 'startsOn',
  dueOn: 'dueOn',
  every: 'every',
  weight: 'weight',
  indicator: 'indicator',
  target: 'target',
  unitOfMeasure: 'unitOfMeasure',
}

function itemOf(
  cells: SheetRow['cells'],
  unitOf: ReadonlyMap<string, string>,
  wrong: (column: SheetColumn, code: string) => void,
): Record<string, unknown> {
  const chosen = (column: 'kind' | 'every', choices: ReadonlyMap<string, string>, otherwise: string) => {
    const code = cells[column] === '' ? otherwise : choices.get(plain(cells[column]))
    if (code === undefined) wrong(column, column)
    return code ?? otherwise
  }
  const day = (column: 'startsOn' | 'dueOn') => {
    const on = dayOf(cells[column])
    if (on === null) wrong(column, 'invalid_date')
    return on ?? ''
  }
  if (cells.title === '') wrong('title', 'required')
  if (cells.weight !== '' && !/^([1-9]\d?|100)$/.test(cells.weight)) wrong('weight', 'weight')
  if (cells.target !== '' && !/^-?\d{1,12}([.,]\d{1,4})?$/.test(cells.target)) wrong('target', 'figure')
  const lead = unitOf.get(plain(cells.lead))
  const partners = cells.partners
    .split(/[;\n]/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
  return {
    title: cells.title,
    kind: chosen('kind', kinds, 'task'),
    unitId: lead ?? '',
    // An agency that is none of our units stands in the words of the sheet.
    leadWords: lead ? '' : cells.lead,
    partnerIds: [...new Set(partners.flatMap((words) => unitOf.get(plain(words)) ?? []))],
    partnerWords: partners.filter((words) => !unitOf.has(plain(words))),
    startsOn: day('startsOn'),
    dueOn: day('dueOn'),
    every: chosen('every', recurrences, ''),
    weight: cells.weight,
    indicator: cells.indicator,
    target: cells.target,
    unitOfMeasure: cells.unitOfMeasure,
  }
}

/** `31/12/2026`, `2026-12-31`; empty stays empty; null: no such day. */
function dayOf(cell: string): string | null {
  if (cell === '') return ''
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  const on = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : cell
  return isCivilDate(on) ? on : null
}
