import { readZip } from '../read-zip.ts'
import { type Block, type Paragraph, type Table, TextRefused } from './block.ts'
import { type Numbering, numberingOf } from './docx-numbering.ts'
import { attribute, child, children, type XmlNode, xmlTree } from './xml-tree.ts'

/** Letters below which a document that holds pictures is a scan. */
const SCAN_LETTERS = 200
/** Longest text that is read, in letters: some six hundred pages. */
const MOST_LETTERS = 2_000_000

/**
 * Paragraphs and tables of a .docx in order, with the numbers that Word counts. Deleted text (tracked changes) is left out, inserted text is in.
 * @throws TextRefused not-docx · damaged · scanned · empty · too-long
 */
export function readDocx(bytes: Buffer): Block[] {
  const zip = readZip(bytes)
  const source = zip?.read('word/document.xml')
  if (source === undefined || !zip) throw new TextRefused('not-docx')
  const root = source === null ? null : xmlTree(source)
  const body = child(root, 'w:body')
  if (!body) throw new TextRefused('damaged')
  const numberingSource = zip.read('word/numbering.xml')
  const numbering = numberingOf(numberingSource ? xmlTree(numberingSource) : null)
  const styles = zip.read('word/styles.xml')
  const blocks = blocksIn(body, { numbering, lists: styles ? listsOfStyles(xmlTree(styles)) : new Map() })
  const letters = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.flat().join('').length : block.text.length), 0)
  if (letters > MOST_LETTERS) throw new TextRefused('too-long')
  if (letters < SCAN_LETTERS && /<w:drawing|<w:pict|<v:imagedata/.test(source ?? '')) throw new TextRefused('scanned')
  if (letters === 0) throw new TextRefused('empty')
  return blocks
}

/** Where a list is named by the paragraph's style. */
type StyleLists = ReadonlyMap<string, { id: string; level: number }>

interface Context {
  numbering: Numbering
  lists: StyleLists
}

function listsOfStyles(root: XmlNode | null): StyleLists {
  const found = new Map<string, { id: string; level: number }>()
  for (const style of children(root, 'w:style')) {
    const list = listOf(child(style, 'w:pPr'))
    if (list) found.set(attribute(style, 'w:styleId') ?? '', list)
  }
  return found
}

function listOf(properties: XmlNode | undefined): { id: string; level: number } | null {
  const list = child(properties, 'w:numPr')
  const id = attribute(child(list, 'w:numId'), 'w:val')
  return id === undefined ? null : { id, level: Number(attribute(child(list, 'w:ilvl'), 'w:val') ?? 0) }
}

/** Wrappers whose content counts as if it stood in their place. */
const transparent = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:smartTag', 'w:customXml', 'w:hyperlink', 'w:moveTo'])

function blocksIn(node: XmlNode, context: Context): Block[] {
  return node.children.flatMap((part): Block[] => {
    if (part.name === 'w:p') return [paragraphOf(part, context)]
    if (part.name === 'w:tbl') return [tableOf(part, context)]
    return transparent.has(part.name) ? blocksIn(part, context) : []
  })
}

function paragraphOf(node: XmlNode, { numbering, lists }: Context): Paragraph {
  const properties = child(node, 'w:pPr')
  const runs = runsIn(node)
  const text = runs
    .map(textOf)
    .join('')
    .replace(/\u00A0/g, ' ')
    .normalize('NFC')
  const list = listOf(properties) ?? lists.get(attribute(child(properties, 'w:pStyle'), 'w:val') ?? '') ?? null
  // An id of 0 takes a paragraph out of its style's list.
  const label = list && list.id !== '0' && text.trim() !== '' ? numbering.next(list.id, list.level) : null
  const written = runs.filter((run) => textOf(run).trim() !== '')
  return { kind: 'paragraph', text: text.trim(), bold: written.length > 0 && written.every(isBold), label }
}

function runsIn(node: XmlNode): XmlNode[] {
  return node.children.flatMap((part) => (part.name === 'w:r' ? [part] : transparent.has(part.name) ? runsIn(part) : []))
}

function isBold(run: XmlNode): boolean {
  const mark = child(child(run, 'w:rPr'), 'w:b')
  return mark !== undefined && !['0', 'false', 'off'].includes(attribute(mark, 'w:val') ?? '1')
}

function textOf(run: XmlNode): string {
  return run.children
    .map((part) => {
      if (part.name === 'w:t') return part.text
      if (part.name === 'w:tab') return ' '
      if (part.name === 'w:br' || part.name === 'w:cr') return '\n'
      if (part.name === 'w:noBreakHyphen') return '-'
      return ''
    })
    .join('')
}

function tableOf(node: XmlNode, context: Context): Table {
  const rows: string[][] = []
  for (const row of children(node, 'w:tr')) {
    const cells: string[] = []
    for (const cell of children(row, 'w:tc')) {
      const properties = child(cell, 'w:tcPr')
      const span = Number(attribute(child(properties, 'w:gridSpan'), 'w:val') ?? 1)
      const merge = child(properties, 'w:vMerge')
      const goesOn = merge !== undefined && (attribute(merge, 'w:val') ?? 'continue') === 'continue'
      const text = goesOn ? (rows.at(-1)?.[cells.length] ?? '') : cellText(cell, context)
      cells.push(text, ...Array.from({ length: Math.min(span, 64) - 1 }, () => ''))
    }
    rows.push(cells)
  }
  return { kind: 'table', rows }
}

function cellText(cell: XmlNode, context: Context): string {
  return blocksIn(cell, context)
    .map((block) =>
      block.kind === 'paragraph'
        ? `${block.label ? `${block.label} ` : ''}${block.text}`
        : block.rows.map((row) => row.join(' ')).join('\n'),
    )
    .filter((line) => line !== '')
    .join('\n')
}
