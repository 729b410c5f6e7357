import { fold } from '../../shared/vietnamese-text.ts'
import { termOf, wordsOf } from './words.ts'

/** How often each word stands in what can be found; with its tones, lower case. */
export type Vocabulary = ReadonlyMap<string, number>

/**
 * The question with each unknown word replaced by the known one that is most like it: first the same letters with other tones, then one
 * letter more, less, other or changed over (two in words of six letters and more), then the most frequent.
 * Null when nothing is unknown, or nothing is like it.
 */
export function suggestionFor(words: string, vocabulary: Vocabulary): string | null {
  const toned = fold(words) !== termOf(words, true)
  const known = toned ? vocabulary : foldedTogether(vocabulary)
  let changed = false
  const better = wordsOf(words).map((word) => {
    const term = termOf(word, toned)
    if (known.has(term) || /\p{N}/u.test(term)) return word
    const nearest = nearestTo(term, known)
    if (!nearest) return word
    changed = true
    return nearest
  })
  return changed ? better.join(' ') : null
}

function foldedTogether(vocabulary: Vocabulary): Map<string, number> {
  const folded = new Map<string, number>()
  for (const [word, count] of vocabulary) folded.set(fold(word), (folded.get(fold(word)) ?? 0) + count)
  return folded
}

function nearestTo(term: string, known: Vocabulary): string | null {
  const letters = fold(term)
  const most = letters.length >= 6 ? 2 : 1
  let best: { word: string; distance: number; count: number } | null = null
  for (const [word, count] of known) {
    const other = fold(word)
    if (Math.abs(other.length - letters.length) > most) continue
    // Same letters under other tones are nearest of all.
    const distance = other === letters ? 0 : distanceOf(letters, other)
    if (distance > most) continue
    if (!best || distance < best.distance || (distance === best.distance && count > best.count)) best = { word, distance, count }
  }
  return best?.word ?? null
}

/** Letters to add, leave out, replace or change over (optimal string alignment). */
function distanceOf(one: string, other: string): number {
  let older: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, older[j - 2]! + 1)
      row.push(least)
    }
    older = last
    last = row
  }
  return last[other.length]!
}
