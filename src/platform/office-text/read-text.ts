import { type Block, TextRefused } from './block.ts'
import { MOST_LETTERS, plainLetters } from './letters.ts'
import { unwrapped } from './unwrap.ts'

/**
 * Paragraphs of pasted text, one a line unless its lines are broken as a page breaks them; empty lines stay, since they part a title from what follows.
 * @throws TextRefused empty · too-long
 */
export function readText(text: string): Block[] {
  if (text.length > MOST_LETTERS) throw new TextRefused('too-long')
  if (text.trim() === '') throw new TextRefused('empty')
  const lines = text.split(/\r?\n/).map(plainLetters)
  return unwrapped(lines).map((line) => ({ kind: 'paragraph', text: line, bold: false, label: null }))
}
