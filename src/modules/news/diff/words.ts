import { matches } from './match.ts'

export interface Piece {
  change: 'same' | 'added' | 'removed'
  text: string
}

/** Words with the blank behind them, and marks by themselves. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+\s*|\n|[^\S\n]+|[^\s\p{L}\p{N}\p{M}]\s*/gu) ?? []

/** What was taken out and put in, word by word; a removal stands before what replaced it. */
export function diffWords(old: string, next: string): Piece[] {
  const before = tokens(old)
  const after = tokens(next)
  const pieces: Piece[] = []
  const add = (change: Piece['change'], text: string) => {
    if (text === '') return
    const last = pieces.at(-1)
    if (last?.change === change) last.text += text
    else pieces.push({ change, text })
  }
  let a = 0
  let b = 0
  for (const [i, j] of [...matches(before, after), [before.length, after.length] as const]) {
    add('removed', before.slice(a, i).join(''))
    add('added', after.slice(b, j).join(''))
    add('same', before[i] ?? '')
    a = i + 1
    b = j + 1
  }
  return pieces
}
