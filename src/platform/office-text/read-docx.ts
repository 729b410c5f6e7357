import { readZip } from '../read-zip.ts'
import { type Block, type Paragraph, type Table, TextRefused } from './block.ts'
import { type Numbering, numberingOf } from './docx-numbering.ts'
import { linesOf, plainLetters, refuseUnreadable } from './letters.ts'
import { attribute, child, children, type XmlNode, xmlTree } from './xml-tree.ts'

/**
 * Paragraphs and tables of a .docx in order, with the numbers that Word counts. Deleted text (tracked changes) is left out, inserted text is in;
 * hidden text is left out.
 * @throws TextRefused unknown-format · damaged · scanned · empty · too-long
 */
export function readDocx(bytes: Buffer): Block[] {
  const zip = readZip(bytes)
  const source = zip?.read('word/document.xml')
  if (source === undefined || !zip) throw new TextRefused('unknown-format')
  const root = source === null ? null : xmlTree(source)
  const body = child(root, 'w:body')
  if (!body) throw new TextRefused('damaged')
  const numberingSource = zip.read('word/numbering.xml')
  const numbering = numberingOf(numberingSource ? xmlTree(numberingSource) : null)
  const styles = zip.read('word/styles.xml')
  const blocks = blocksIn(body, { numbering, styles: styles ? stylesIn(xmlTree(styles)) : new Map() })
  refuseUnreadable(blocks, /<w:drawing|<w:pict|<v:imagedata/.test(source ?? ''))
  return blocks
}

/** What a paragraph's style says of it. */
interface Style {
  basedOn: string | undefined
  list: { id: string; level: number } | null
  bold: boolean | undefined
}

interface Context {
  numbering: Numbering
  styles: ReadonlyMap<string, Style>
}

function stylesIn(root: XmlNode | null): Map<string, Style> {
  return new Map(
    children(root, 'w:style').map((style) => [
      attribute(style, 'w:styleId') ?? '',
      {
        basedOn: attribute(child(style, 'w:basedOn'), 'w:val'),
        list: listOf(child(style, 'w:pPr')),
        bold: switched(child(style, 'w:rPr'), 'w:b'),
      },
    ]),
  )
}

/** Most styles that stand on each other. */
const MOST_STYLES = 20

/** The nearest style that says it: a style stands on another. */
function fromStyle<K extends 'bold' | 'list'>(styles: Context['styles'], name: string | undefined, what: K): Style[K] | undefined {
  let style = styles.get(name ?? '')
  for (let i = 0; style && i < MOST_STYLES; i++) {
    if (style[what] !== undefined && style[what] !== null) return style[what]
    style = styles.get(style.basedOn ?? '')
  }
  return undefined
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

function paragraphOf(node: XmlNode, { numbering, styles }: Context): Paragraph {
  const properties = child(node, 'w:pPr')
  const style = attribute(child(properties, 'w:pStyle'), 'w:val')
  const runs = runsIn(node).filter((run) => !switched(child(run, 'w:rPr'), 'w:vanish'))
  const text = plainLetters(runs.map(textOf).join(''))
  const list = listOf(properties) ?? fromStyle(styles, style, 'list') ?? null
  // An id of 0 takes a paragraph out of its style's list.
  const label = list && list.id !== '0' && text !== '' ? numbering.next(list.id, list.level) : null
  const written = runs.filter((run) => textOf(run).trim() !== '')
  const byStyle = fromStyle(styles, style, 'bold') ?? false
  const bold = written.length > 0 && written.every((run) => switched(child(run, 'w:rPr'), 'w:b') ?? byStyle)
  return { kind: 'paragraph', text, bold, label }
}

function runsIn(node: XmlNode): XmlNode[] {
  return node.children.flatMap((part) => (part.name === 'w:r' ? [part] : transparent.has(part.name) ? runsIn(part) : []))
}

/** A property that is on where it stands, unless it says that it is off; undefined: it does not stand. */
function switched(properties: XmlNode | undefined, name: string): boolean | undefined {
  const mark = child(properties, name)
  return mark && !['0', 'false', 'off'].includes(attribute(mark, 'w:val') ?? '1')
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
      const text = goesOn ? (rows.at(-1)?.[cells.length] ?? '') : linesOf(blocksIn(cell, context))
      cells.push(text, ...Array.from({ length: Math.min(span, 64) - 1 }, () => ''))
    }
    rows.push(cells)
  }
  return { kind: 'table', rows }
}
