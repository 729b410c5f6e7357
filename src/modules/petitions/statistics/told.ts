/** A number in public: itself, `few` for one to four, `withheld` where it would give a few away by subtraction. */
export type Cell = number | 'few' | 'withheld'

/** Numbers below this one, except nought, are not told in public: in a small unit they may point to somebody. */
export const SMALLEST_TOLD = 5
/** What `few` may be. */
export const FEW = { least: 1, most: SMALLEST_TOLD - 1 } as const

export function cellOf(n: number): Cell {
  return n > 0 && n < SMALLEST_TOLD ? 'few' : n
}

/**
 * Cells of numbers that add up to a total which is told as well. Where the few could be worked out from the rest, the smallest of the
 * others are withheld until they cannot.
 */
export function cellsOf(numbers: readonly number[]): Cell[] {
  const cells = numbers.map(cellOf)
  const total = numbers.reduce((sum, n) => sum + n, 0)
  if (cellOf(total) === 'few') return cells
  const fewSum = numbers.filter((_, i) => cells[i] === 'few').reduce((sum, n) => sum + n, 0)
  const fewCount = cells.filter((cell) => cell === 'few').length
  const others = numbers.map((n, i) => ({ n, i })).filter(({ n }) => n >= SMALLEST_TOLD)
  const withheld: number[] = []
  for (const { n, i } of others.toSorted((a, b) => a.n - b.n)) {
    if (!isGuessable(fewCount, fewSum, withheld)) break
    cells[i] = 'withheld'
    withheld.push(n)
  }
  return cells
}

/** True when what is hidden can only have been one way: its sum is known from the total. */
function isGuessable(fewCount: number, fewSum: number, withheld: readonly number[]): boolean {
  if (fewCount === 0) return false
  if (withheld.length === 0) return fewCount === 1 || fewSum === fewCount * FEW.least || fewSum === fewCount * FEW.most
  const hidden = fewSum + withheld.reduce((sum, n) => sum + n, 0)
  return hidden === fewCount * FEW.least + withheld.length * SMALLEST_TOLD
}

/** What a cell may be, for whoever reads it; null: anything. */
export function rangeOf(cell: Cell): { least: number; most: number } | null {
  if (cell === 'withheld') return null
  return cell === 'few' ? FEW : { least: cell, most: cell }
}
