import { readZip } from '../read-zip.ts'
import { type Block, type Paragraph, TextRefused } from './block.ts'
import { linesOf, plainLetters, refuseUnreadable } from './letters.ts'
import { startOf } from './numbering.ts'
import { type ListNumbering, listNumberingOf, type RunningList } from './odt-numbering.ts'
import { type Styles, stylesOf } from './odt-styles.ts'
import { tableRows } from './odt-table.ts'
import { attribute, child, children, LETTERS, type XmlNode, xmlTree } from './xml-tree.ts'

/** What an OpenDocument text calls itself, in a part of its own. */
export const ODT = 'application/vnd.oasis.opendocument.text'

/**
 * Paragraphs and tables of an .odt in order, with the numbers that the word processor counts: the same blocks as of the same text in a
 * .docx. Deleted text (tracked changes) is left out, inserted text is in; hidden text, notes and comments are left out.
 * @throws TextRefused unknown-format · damaged · scanned · empty · too-long
 */
export function readOdt(bytes: Buffer): Block[] {
  const zip = readZip(bytes)
  if (zip?.read('mimetype')?.trim() !== ODT) throw new TextRefused('unknown-format')
  const source = zip.read('content.xml')
  const root = source ? xmlTree(source, { lettersInPlace: true }) : null
  const body = child(child(root, 'office:body'), 'office:text')
  if (!body) throw new TextRefused('damaged')
  const named = zip.read('styles.xml')
  const namedRoot = named ? xmlTree(named) : null
  const parts = [child(root, 'office:automatic-styles'), child(namedRoot, 'office:styles')].filter((part) => part !== undefined)
  const numbering = listNumberingOf(parts.flatMap((part) => children(part, 'text:list-style')))
  const blocks = blocksIn(body, { styles: stylesOf(parts), numbering })
  refuseUnreadable(blocks, /<draw:image/.test(source ?? ''))
  return blocks
}

interface Context {
  styles: Styles
  numbering: ListNumbering
}

/** Wrappers whose content counts as if it stood in their place. */
const transparent = new Set(['text:section', 'text:table-of-content', 'text:index-body', 'text:index-title'])
const isParagraph = ({ name }: XmlNode) => name === 'text:p' || name === 'text:h'
const styleNameOf = (node: XmlNode) => attribute(node, 'text:style-name')

function blocksIn(node: XmlNode, context: Context): Block[] {
  return node.children.flatMap((part): Block[] => {
    if (isParagraph(part)) return [paragraphOf(part, context, () => null)]
    if (part.name === 'text:list') return outerList(part, context)
    if (part.name === 'table:table') return [{ kind: 'table', rows: tableRows(part, (cell) => linesOf(blocksIn(cell, context))) }]
    return transparent.has(part.name) && attribute(part, 'text:display') !== 'none' ? blocksIn(part, context) : []
  })
}

function outerList(list: XmlNode, context: Context): Block[] {
  const style = styleNameOf(list) ?? context.styles.listOf(firstStyle(list)) ?? ''
  return listBlocks(list, { context, running: context.numbering.begin(list, style), level: 0, style })
}

/** Style of the first paragraph in a list. */
function firstStyle(node: XmlNode): string | undefined {
  for (const part of node.children) {
    const found = isParagraph(part) ? styleNameOf(part) : firstStyle(part)
    if (found !== undefined) return found
  }
  return undefined
}

interface Place {
  context: Context
  running: RunningList
  /** 0: outermost. */
  level: number
  style: string
}

function listBlocks(list: XmlNode, place: Place): Block[] {
  return list.children.flatMap((item) => itemBlocks(item, { ...place, style: styleNameOf(list) ?? place.style }))
}

function itemBlocks(item: XmlNode, place: Place): Block[] {
  const { context, running, level, style } = place
  const start = attribute(item, 'text:start-value')
  if (start !== undefined) running.restart(level, startOf(start))
  // Only the first paragraph of an item bears its number; a header bears none.
  let isNumbered = item.name === 'text:list-item'
  return item.children.flatMap((part): Block[] => {
    if (part.name === 'text:list') return listBlocks(part, { ...place, level: level + 1 })
    if (!isParagraph(part)) return blocksIn({ ...item, children: [part] }, context)
    const paragraph = paragraphOf(part, context, () => (isNumbered ? running.next(level, style) : null))
    if (paragraph.text !== '') isNumbered = false
    return [paragraph]
  })
}

interface Piece {
  text: string
  bold: boolean
}

/** `number` is asked for paragraphs with letters alone: an empty one is not counted. */
function paragraphOf(node: XmlNode, { styles }: Context, number: () => string | null): Paragraph {
  const style = styleNameOf(node)
  const own = { bold: styles.isBold('paragraph', style) ?? false, hidden: styles.isHidden('paragraph', style) }
  const pieces = own.hidden ? [] : piecesIn(node, styles, own.bold)
  const text = plainLetters(
    pieces
      .map((piece) => piece.text)
      .join('')
      .replace(/ +/g, ' '),
  )
  const written = pieces.filter((piece) => piece.text.trim() !== '')
  return { kind: 'paragraph', text, bold: written.length > 0 && written.every(({ bold }) => bold), label: text === '' ? null : number() }
}

/** Parts of a line that are none of its words: notes, comments, pictures and frames, hidden text. */
const passedOver = /^(text:(note|hidden-text|hidden-paragraph|tracked-changes|ruby-text)|office:|draw:|presentation:|svg:)/
/** Most spaces in a row. */
const MOST_SPACES = 100

function piecesIn(node: XmlNode, styles: Styles, bold: boolean): Piece[] {
  return node.children.flatMap((part): Piece[] => {
    if (part.name === LETTERS) return [{ text: part.text.replace(/[ \t\r\n]+/g, ' '), bold }]
    if (part.name === 'text:s') return [{ text: spaces(Number(attribute(part, 'text:c') ?? 1)), bold }]
    if (part.name === 'text:tab') return [{ text: '\u00A0', bold }]
    if (part.name === 'text:line-break') return [{ text: '\n', bold }]
    if (passedOver.test(part.name)) return []
    const style = styleNameOf(part)
    return styles.isHidden('text', style) ? [] : piecesIn(part, styles, styles.isBold('text', style) ?? bold)
  })
}

/** Spaces that are meant, unlike those between elements: they are not drawn together. */
const spaces = (count: number) => '\u00A0'.repeat(Math.max(0, Math.min(count, MOST_SPACES)) || 1)
