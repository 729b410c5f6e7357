import { labelOf } from '../../platform/office-text/outline.ts'
import { fold } from '../../shared/vietnamese-text.ts'
import type { Came, Passage } from './document.ts'
import { likenessBetween } from './likeness.ts'

type Old = Pick<Passage, 'anchorId' | 'path' | 'text'>

export interface Anchored {
  /** Null: a sentence that the edition before did not have. */
  anchorId: string | null
  came: Came
}

export interface ReAnchored {
  /** One for each new passage, in order. */
  anchors: Anchored[]
  /** What the edition before had and the new one has not, in order. */
  orphans: string[]
}

/** How alike two sentences must be to be one in other words: at the same address, and anywhere else. */
const ALIKE_AT_PLACE = 0.45
const ALIKE_ELSEWHERE = 0.6

/**
 * Finds each sentence of the edition before in the new one: same words at the same address, same words elsewhere, other words. Each is
 * found once at most.
 */
export function reAnchor(old: readonly Old[], fresh: readonly { path: string; text: string }[]): ReAnchored {
  const anchors: Anchored[] = fresh.map(() => ({ anchorId: null, came: 'new' }))
  const left = new Set(old.keys())
  const take = (from: number, to: number, came: Came) => {
    left.delete(from)
    anchors[to] = { anchorId: old[from]!.anchorId, came }
  }
  const isOpen = (to: number) => anchors[to]!.anchorId === null
  const openFresh = () => fresh.map((_, to) => to).filter(isOpen)

  const bareOld = old.map(({ text }) => bareWords(text))
  const bareFresh = fresh.map(({ text }) => bareWords(text))
  // Tones count here: a word with another tone is another word.
  const pairUp = (keyOld: (i: number) => string, keyFresh: (i: number) => string, came: Came) => {
    const waiting = Map.groupBy(left, keyOld)
    for (const to of openFresh()) {
      const from = waiting.get(keyFresh(to))?.shift()
      if (from !== undefined) take(from, to, came)
    }
  }
  pairUp(
    (i) => `${old[i]!.path}\n${bareOld[i]!}`,
    (i) => `${fresh[i]!.path}\n${bareFresh[i]!}`,
    'same',
  )
  pairUp(
    (i) => bareOld[i]!,
    (i) => bareFresh[i]!,
    'moved',
  )

  const from = [...left]
  const to = openFresh()
  const pairs = likenessBetween(
    from.map((i) => fold(bareOld[i]!)),
    to.map((i) => fold(bareFresh[i]!)),
    ALIKE_AT_PLACE,
  )
    .map(({ one, other, alike }) => ({ from: from[one]!, to: to[other]!, alike }))
    .map((pair) => ({ ...pair, atPlace: old[pair.from]!.path === fresh[pair.to]!.path }))
    .filter(({ alike, atPlace }) => atPlace || alike >= ALIKE_ELSEWHERE)
  // The best first; of equals the one at the same address, then the nearer one.
  const order = (pair: (typeof pairs)[number]) => pair.alike + (pair.atPlace ? 0.1 : 0)
  pairs.sort((a, b) => order(b) - order(a) || Math.abs(a.from - a.to) - Math.abs(b.from - b.to))
  for (const pair of pairs) if (left.has(pair.from) && isOpen(pair.to)) take(pair.from, pair.to, 'changed')

  return { anchors, orphans: [...left].map((i) => old[i]!.anchorId) }
}

/** Words and figures alone, without the sign before them: a sentence that is numbered anew is the same sentence. */
function bareWords(text: string): string {
  const rest = labelOf(text)?.rest || text
  return (
    rest
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}%/]+/gu) ?? [rest]
  ).join(' ')
}
