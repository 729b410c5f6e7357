import { type Block, TextRefused } from './block.ts'

const MOST_LETTERS = 2_000_000

/**
 * Paragraphs of pasted text, one a line; empty lines stay, since they part a title from what follows.
 * @throws TextRefused empty · too-long
 */
export function readText(text: string): Block[] {
  if (text.length > MOST_LETTERS) throw new TextRefused('too-long')
  if (text.trim() === '') throw new TextRefused('empty')
  return text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => ({ kind: 'paragraph', text: line.trim(), bold: false, label: null }))
}
