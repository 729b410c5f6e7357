/** Stands where something was cut out. */
export const cutMark = '[…]'

/** True when `cut` is `original` with parts of it taken out, each replaced by the mark, and nothing else changed. */
export function isCutOf(original: string, cut: string): boolean {
  const pieces = cut.split(cutMark)
  const first = pieces[0]!
  if (pieces.length === 1) return cut === original
  if (!original.startsWith(first)) return false
  const last = pieces.at(-1)!
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = original.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return original.length - last.length >= at && original.endsWith(last)
}
