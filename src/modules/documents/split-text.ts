import type { Block } from '../../platform/office-text/block.ts'
import { isClosingLine, isRecipients } from '../../platform/office-text/closing.ts'
import { headOf } from '../../platform/office-text/head.ts'
import { type OutlineLine, type OutlineTable, outlineOf } from '../../platform/office-text/outline.ts'
import { sentencesOf } from '../../platform/office-text/sentences.ts'
import type { Passage } from './document.ts'

/** A passage before it has an anchor. */
export type Part = Pick<Passage, 'path' | 'kind' | 'depth' | 'text'>

/** Between the cells of a row in a passage's text. */
export const BETWEEN_CELLS = ' | '

/** Columns of a row, from its passage. */
export const cellsOf = (text: string): string[] => text.split(BETWEEN_CELLS)

interface Splitting {
  parts: Part[]
  /** Tables of the body so far, and those of the closing. */
  tables: number
  closingTables: number
  /** Recipients and signatures follow, up to an appendix. */
  closed: boolean
}

/**
 * A text in headings, clauses, sentences and rows of tables, in order; nothing is left out. Addresses are those of the outline, as the
 * reading of plans gives them to its items; rows are counted: `II/B1/3`.
 */
export function splitText(blocks: readonly Block[]): Part[] {
  const { bodyAt } = headOf(blocks)
  const splitting: Splitting = { parts: headParts(blocks.slice(0, bodyAt)), tables: 0, closingTables: 0, closed: false }
  splitAll(splitting, outlineOf(blocks.slice(bodyAt)))
  return splitting.parts
}

const joined = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Issuer, number, title: a passage a cell or line, `H/1`, `H/2` … */
function headParts(blocks: readonly Block[]): Part[] {
  const texts = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : block.text.split('\n')).map(joined))
  return texts.filter((text) => text !== '').map((text, i) => ({ path: `H/${i + 1}`, kind: 'clause', depth: 0, text }))
}

function splitAll(splitting: Splitting, entries: readonly (OutlineLine | OutlineTable)[]): void {
  for (const entry of entries) {
    if (entry.kind === 'table') splitTable(splitting, entry)
    else splitLine(splitting, entry)
  }
}

function splitLine(splitting: Splitting, line: OutlineLine): void {
  if (line.parent === null && line.label === null && line.path.startsWith('PL') && line.depth === 1) splitting.closed = false
  if (isClosingLine(line.text)) splitting.closed = true
  const sentences = sentencesOf(line.text)
  const kind = splitting.closed ? 'clause' : kindOf(line)
  if (sentences.length === 0) splitting.parts.push({ path: line.path, kind, depth: line.depth, text: line.sign })
  for (const [at, sentence] of sentences.entries()) {
    const path = sentences.length === 1 ? line.path : `${line.path}#${at + 1}`
    const text = at === 0 && line.sign !== '' ? `${line.sign} ${sentence}` : sentence
    splitting.parts.push({ path, kind, depth: line.depth, text })
  }
  splitAll(splitting, line.children)
}

const wordsIn = (text: string) => text.split(/\s+/).length
const isCapitals = (text: string) => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

function kindOf({ text, bold, children, label, path }: OutlineLine): Part['kind'] {
  if (isCapitals(text) && wordsIn(text) <= 40) return 'heading'
  if (path.startsWith('PL') && label === null && children.length > 0) return 'heading'
  if (/:$/u.test(text)) return children.length > 0 && wordsIn(text) <= 12 ? 'heading' : 'clause'
  if (/[.;,]$/u.test(text) || wordsIn(text) > 25) return 'sentence'
  return children.length > 0 || (bold && wordsIn(text) <= 14) ? 'heading' : 'sentence'
}

function splitTable(splitting: Splitting, { table, path, parent }: OutlineTable): void {
  const whole = table.rows.flat().join('\n')
  if (whole.trim() === '') return
  if (isRecipients(whole)) splitting.closed = true
  const depth = (parent?.depth ?? 0) + 1
  if (splitting.closed) {
    const place = ++splitting.closingTables
    const cells = table.rows.flat().map(joined)
    const address = (i: number) => ['BK', String(place), String(i + 1)].join('/')
    splitting.parts.push(...cells.flatMap((text, i): Part[] => (text === '' ? [] : [{ path: address(i), kind: 'clause', depth: 0, text }])))
    return
  }
  const base = [path, `B${++splitting.tables}`].filter((part) => part !== '').join('/')
  for (const [row, cells] of table.rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    splitting.parts.push({ path: `${base}/${row + 1}`, kind: 'cell', depth, text: cells.map(joined).join(BETWEEN_CELLS) })
  }
}

/** The passage at an address that holds these words; null: there is none. */
export function passageAt<P extends Pick<Passage, 'path' | 'text'>>(
  passages: readonly P[],
  sentence: { path: string; text: string },
): P | null {
  const wanted = joined(sentence.text)
  return passages.find(({ path, text }) => path === sentence.path && joined(text).includes(wanted)) ?? null
}

/** The whole text, a line a paragraph; cells of a row are parted by tabs. */
export function sourceOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map(joined).join('\t')) : [[block.label, block.text].filter(Boolean).join(' ')],
    )
    .join('\n')
    .trim()
}
