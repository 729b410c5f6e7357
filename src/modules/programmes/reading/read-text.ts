import { type Block, PlanRefused } from './plan.ts'

const MOST_LETTERS = 2_000_000

/**
 * Paragraphs of pasted text, one a line; empty lines stay, since they part a title from what follows.
 * @throws PlanRefused empty · too-long
 */
export function readText(text: string): Block[] {
  if (text.length > MOST_LETTERS) throw new PlanRefused('too-long')
  if (text.trim() === '') throw new PlanRefused('empty')
  return text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => ({ kind: 'paragraph', text: line.trim(), bold: false, label: null }))
}
