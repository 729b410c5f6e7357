import { type Block, TextRefused } from './block.ts'

/** Longest text that is read, in letters: some six hundred pages. */
export const MOST_LETTERS = 2_000_000
/** Letters below which a document that holds pictures is a scan. */
const SCAN_LETTERS = 200

/** A paragraph's letters as a plan is read: one sort of space and of hyphen, no marks of where a word may be broken, NFC. */
export const plainLetters = (text: string): string =>
  text
    .replace(/\u00A0/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(/\u00AD/g, '')
    .normalize('NFC')
    .trim()

/** What a cell holds, a line a paragraph, with the numbers that the word processor counts. */
export const linesOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? `${block.label ? `${block.label} ` : ''}${block.text}`
        : block.rows.map((row) => row.join(' ')).join('\n'),
    )
    .filter((line) => line !== '')
    .join('\n')

/** @throws TextRefused scanned · empty · too-long */
export function refuseUnreadable(blocks: readonly Block[], hasPictures: boolean): void {
  const letters = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? lengthOf(block.rows) : block.text.length), 0)
  if (letters > MOST_LETTERS) throw new TextRefused('too-long')
  if (letters < SCAN_LETTERS && hasPictures) throw new TextRefused('scanned')
  if (letters === 0) throw new TextRefused('empty')
}

const lengthOf = (rows: readonly (readonly string[])[]) =>
  rows.reduce((sum, row) => sum + row.reduce((letters, cell) => letters + cell.length, 0), 0)
