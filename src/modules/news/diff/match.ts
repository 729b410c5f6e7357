/** A pair of equal parts: place in the old list, place in the new one. */
export type Pair = readonly [number, number]

/** More differences than this are not looked for: everything between is then one change. */
const MOST_DIFFERENCES = 2_000

/** The longest common row of two lists (Myers 1986), as pairs in order. */
export function matches(old: readonly string[], next: readonly string[]): Pair[] {
  let start = 0
  while (start < old.length && start < next.length && old[start] === next[start]) start++
  let end = 0
  while (end < old.length - start && end < next.length - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end++
  const middle = myers(old.slice(start, old.length - end), next.slice(start, next.length - end))
  return [
    ...Array.from({ length: start }, (_, i): Pair => [i, i]),
    ...middle.map(([a, b]): Pair => [a + start, b + start]),
    ...Array.from({ length: end }, (_, i): Pair => [old.length - end + i, next.length - end + i]),
  ]
}

function myers(old: readonly string[], next: readonly string[]): Pair[] {
  const most = Math.min(old.length + next.length, MOST_DIFFERENCES)
  const trail: Map<number, number>[] = []
  let furthest = new Map<number, number>([[1, 0]])
  for (let d = 0; d <= most; d++) {
    trail.push(new Map(furthest))
    const reached = new Map(furthest)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1))
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1
      let y = x - k
      while (x < old.length && y < next.length && old[x] === next[y]) {
        x++
        y++
      }
      reached.set(k, x)
      if (x >= old.length && y >= next.length) return walkBack(trail, old, next)
    }
    furthest = reached
  }
  return []
}

function walkBack(trail: readonly Map<number, number>[], old: readonly string[], next: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  let x = old.length
  let y = next.length
  for (let d = trail.length - 1; d >= 0; d--) {
    const before = trail[d]!
    const k = x - y
    const down = k === -d || (k !== d && (before.get(k - 1) ?? -1) < (before.get(k + 1) ?? -1))
    const fromK = down ? k + 1 : k - 1
    const fromX = before.get(fromK) ?? 0
    const fromY = fromX - fromK
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x--
      y--
      pairs.push([x, y])
    }
    if (d === 0) break
    x = fromX
    y = fromY
  }
  return pairs.reverse()
}
