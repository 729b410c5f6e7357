import type { OutlineTable } from '../../../platform/office-text/outline.ts'
import { fold } from '../../../shared/vietnamese-text.ts'
import { agenciesIn, agenciesOf } from './agencies.ts'
import { dueIn, dueOfCell } from './due.ts'
import type { ItemKind, PlanItem, Unread } from './plan.ts'
import { hasFigure, sectionOf } from './sections.ts'

type Column = 'number' | 'text' | 'lead' | 'partners' | 'due' | 'target' | 'unit' | 'value' | 'other'

const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(stt|tt|so tt|so thu tu)$/, 'number'],
  [/don vi tinh|^dvt$/, 'unit'],
  [/phoi hop/, 'partners'],
  [
    /chu tri|don vi thuc hien|co quan thuc hien|don vi chiu trach nhiem|co quan chiu trach nhiem|dau moi|phu trach|trach nhiem|^don vi$|^co quan$/,
    'lead',
  ],
  [/thoi gian|thoi han|tien do|hoan thanh|ky bao cao|^han$/, 'due'],
  [/^(cac )?chi tieu( chu yeu| cu the)?$|^ten chi tieu/, 'target'],
  [/noi dung|nhiem vu|cong viec|hoat dong|giai phap|^viec$/, 'text'],
  [/^(ke hoach|muc tieu|nam|chi tieu giao|thuc hien nam|phan dau)( |$)/, 'value'],
]

const columnOf = (heading: string): Column => {
  const words = fold(heading).replace(/\s+/g, ' ').trim()
  return columns.find(([form]) => form.test(words))?.[1] ?? 'other'
}

/** Rows in which headings are looked for. */
const HEAD_ROWS = 3

export interface TableContext {
  year: number | null
  kind: ItemKind | null
  lead: string | null
  /** Of the document's tables, from 1. */
  place: number
}

/** Items of a table of assignments or of targets; null when its headings name neither. */
export function readTable({ table, path }: OutlineTable, context: TableContext): { items: PlanItem[]; unread: Unread[] } | null {
  const head = table.rows.slice(0, HEAD_ROWS).findIndex((row) => isHead(row.map(columnOf)))
  if (head < 0) return null
  const heads = table.rows[head]!.map(columnOf)
  const words = fold(table.rows[head]!.join(' '))
  const at = (column: Column) => heads.indexOf(column)
  const textAt = at('text') >= 0 ? at('text') : at('target')
  let kind: ItemKind = at('text') < 0 ? 'target' : /giai phap/.test(words) && !/nhiem vu/.test(words) ? 'measure' : (context.kind ?? 'task')
  if (kind === 'objective') kind = 'task'
  const items: PlanItem[] = []
  const unread: Unread[] = []
  table.rows.slice(head + 1).forEach((row, index) => {
    const cell = (column: Column) => (at(column) < 0 ? '' : (row[at(column)] ?? '').trim())
    const text = (row[textAt] ?? '').replace(/\s+/g, ' ').trim()
    const address = [path, `B${context.place}`, String(head + index + 2)].filter((part) => part !== '').join('/')
    const others = row.filter((_, column) => column !== textAt && heads[column] !== 'number').filter((value) => value.trim() !== '')
    const group = text === '' ? row.find((value) => value.trim() !== '')?.trim() : text
    if (others.length === 0 || text === '') {
      // A row across the table: it heads those below.
      const section = group ? sectionOf(group.replace(/^[IVX\dA-Z]+[.)]\s*/u, '')) : null
      if (section?.kind) kind = section.kind === 'objective' ? 'task' : section.kind
      else if (text !== '' && others.length === 0 && cell('number') !== '' && /^\d/.test(cell('number'))) items.push(itemOf(text, address))
      else if (group && !section) unread.push({ text: group.replace(/\s+/g, ' '), path: address, because: 'heading' })
      return
    }
    // A row of numbers under the headings: "(1) (2) (3)".
    if (row.every((value) => /^\(?\d*\)?$/.test(value.trim()))) return
    const leads = agenciesOf(cell('lead'))
    const item = itemOf(text, address)
    item.lead = leads[0] ?? item.lead
    item.partners = [...new Set([...leads.slice(1), ...agenciesOf(cell('partners')), ...item.partners])].filter(
      (name) => name !== item.lead,
    )
    item.due = dueOfCell(cell('due'), context.year) ?? item.due
    if (item.kind === 'target' && cell('value') !== '') item.text = `${text}: ${[cell('value'), cell('unit')].filter(Boolean).join(' ')}`
    items.push(item)
  })
  return { items, unread }

  function itemOf(text: string, address: string): PlanItem {
    const named = agenciesIn(text)
    const own = kind === 'task' && hasFigure(text) && /^(?:tỷ lệ|phấn đấu|trên|ít nhất|\d)/iu.test(text) ? 'target' : kind
    return {
      kind: own,
      text,
      lead: named.lead ?? context.lead,
      partners: named.partners,
      due: dueIn(text, context.year),
      sentence: { text, path: address },
      sure: 0.95,
    }
  }
}

function isHead(row: readonly Column[]): boolean {
  const known = new Set(row.filter((column) => column !== 'other' && column !== 'number'))
  return (known.has('text') || known.has('target')) && known.size >= 2
}
