import { type ArticleDocument, type Block, textOf } from '../document.ts'
import { matches } from './match.ts'
import { keyOf } from './merge.ts'
import { diffWords, type Piece } from './words.ts'

export interface BlockDiff {
  type: Block['type']
  pieces: Piece[]
  /** The words are the same; marks, level or file differ. */
  restyled?: true
}

/** Below this share of common letters two blocks are two blocks, not one that was changed. */
const ALIKE = 0.3

/** What changed from one text to the next, block after block. */
export function diffDocuments(old: ArticleDocument, next: ArticleDocument): BlockDiff[] {
  const before = old.content
  const after = next.content
  const rows: BlockDiff[] = []
  let a = 0
  let b = 0
  for (const [i, j] of [...matches(before.map(keyOf), after.map(keyOf)), [before.length, after.length] as const]) {
    rows.push(...diffRun(before.slice(a, i), after.slice(b, j)))
    const same = before[i]
    if (same) rows.push(whole(same, 'same'))
    a = i + 1
    b = j + 1
  }
  return rows
}

/** Between two unchanged blocks: each new one beside the old one at its place, if they are alike. */
function diffRun(before: readonly Block[], after: readonly Block[]): BlockDiff[] {
  const rows: BlockDiff[] = []
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const old = before[i]
    const next = after[i]
    const pieces = old && next && old.type === next.type ? diffWords(textOf(old), textOf(next)) : null
    if (next && pieces && isAlike(pieces))
      rows.push({ type: next.type, pieces, ...(pieces.every(({ change }) => change === 'same') ? { restyled: true } : {}) })
    else {
      if (old) rows.push(whole(old, 'removed'))
      if (next) rows.push(whole(next, 'added'))
    }
  }
  return rows
}

function isAlike(pieces: readonly Piece[]): boolean {
  const letters = (change: Piece['change']) => pieces.reduce((sum, piece) => sum + (piece.change === change ? piece.text.length : 0), 0)
  const same = letters('same')
  return same >= ALIKE * (same + Math.max(letters('added'), letters('removed')))
}

const whole = (block: Block, change: Piece['change']): BlockDiff => ({ type: block.type, pieces: [{ change, text: textOf(block) }] })
