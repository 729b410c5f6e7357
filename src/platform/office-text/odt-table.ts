import { attribute, type XmlNode } from './xml-tree.ts'

/** Most columns that one cell may stand for. */
const MOST_COLUMNS = 64
/** Most cells in a row. */
const MOST_CELLS = 256

/** Groups of rows: a head that is repeated on each page, a body. */
const groups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group'])

/** Cells by row; a cell that goes on over several rows repeats its text, one over several columns leaves the others empty. */
export function tableRows(table: XmlNode, textOf: (cell: XmlNode) => string): string[][] {
  /** By column: a cell from above that is not over yet. */
  const above = new Map<number, { text: string; rows: number }>()
  return rowsIn(table).map((row) => {
    const cells: string[] = []
    for (const cell of row.children) {
      if (cell.name === 'table:covered-table-cell') cells.push(...covered(cell, cells.length, above))
      if (cell.name === 'table:table-cell') cells.push(...standing(cell, cells.length, above, textOf))
      if (cells.length >= MOST_CELLS) break
    }
    return cells
  })
}

const rowsIn = (node: XmlNode): XmlNode[] =>
  node.children.flatMap((part) => (part.name === 'table:table-row' ? [part] : groups.has(part.name) ? rowsIn(part) : []))

const numberOf = (cell: XmlNode, name: string) => Math.max(1, Number(attribute(cell, name) ?? 1) || 1)
const repeated = (cell: XmlNode) => Math.min(numberOf(cell, 'table:number-columns-repeated'), MOST_COLUMNS)

type Above = Map<number, { text: string; rows: number }>

function standing(cell: XmlNode, at: number, above: Above, textOf: (cell: XmlNode) => string): string[] {
  const text = textOf(cell)
  const rows = numberOf(cell, 'table:number-rows-spanned')
  if (rows > 1) above.set(at, { text, rows: rows - 1 })
  else above.delete(at)
  return Array.from({ length: repeated(cell) }, () => text)
}

/** Covered from the left: empty. From above: the text of the cell that goes on. */
function covered(cell: XmlNode, at: number, above: Above): string[] {
  return Array.from({ length: repeated(cell) }, (_, i) => {
    const from = above.get(at + i)
    if (!from) return ''
    from.rows--
    if (from.rows === 0) above.delete(at + i)
    return from.text
  })
}
