export interface Pair {
  one: number
  other: number
  /** 0 to 1. */
  alike: number
}

/** Of texts full of like sentences the best pairs of each are enough. */
const MOST_OF_ONE = 30

/**
 * Pairs of sentences that share enough words: half by the words, half by words side by side, each as twice the common ones through all
 * (Dice). Words are looked up in an index, so that two thousand sentences against two thousand take well under a second.
 */
export function likenessBetween(ones: readonly string[], others: readonly string[], least: number): Pair[] {
  const index = new Map<string, number[]>()
  const bagsOfOnes = ones.map(bagOf)
  for (const [i, { words }] of bagsOfOnes.entries()) {
    for (const word of words) {
      const places = index.get(word)
      if (places) places.push(i)
      else index.set(word, [i])
    }
  }
  const found: Pair[] = []
  const common = new Uint32Array(ones.length)
  for (const [other, sentence] of others.entries()) {
    const bag = bagOf(sentence)
    const here: Pair[] = []
    common.fill(0)
    for (const word of bag.words) for (const one of index.get(word) ?? []) common[one]!++
    for (let one = 0; one < ones.length; one++) {
      if (common[one] === 0) continue
      const mine = bagsOfOnes[one]!
      const byWords = (2 * common[one]!) / (mine.words.size + bag.words.size)
      // The other half cannot make it up.
      if ((byWords + 1) / 2 < least || byWords < least / 2) continue
      const alike = (byWords + dice(mine.pairs, bag.pairs)) / 2
      if (alike >= least) here.push({ one, other, alike })
    }
    found.push(...here.sort((a, b) => b.alike - a.alike).slice(0, MOST_OF_ONE))
  }
  return found
}

interface Bag {
  /** A word that stands twice is there twice: `ho`, `ho 2`. */
  words: Set<string>
  pairs: Set<string>
}

function bagOf(sentence: string): Bag {
  const list = sentence.split(/\s+/).filter((word) => word !== '')
  const counted = (items: readonly string[]) => {
    const times = new Map<string, number>()
    return new Set(
      items.map((item) => {
        const n = (times.get(item) ?? 0) + 1
        times.set(item, n)
        return n === 1 ? item : `${item} #${n}`
      }),
    )
  }
  return { words: counted(list), pairs: counted(list.map((word, i) => `${list[i - 1] ?? ''} ${word}`)) }
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let common = 0
  for (const item of small) if (large.has(item)) common++
  return (2 * common) / (one.size + other.size || 1)
}
