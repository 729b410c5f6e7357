import { fold } from '../../../shared/vietnamese-text.ts'

/** Words that say nothing of the matter; without tones, as they are compared. */
const emptyWords = new Set(
  'a anh ba bac bai ban bi boi cac cai can cang chi chua chung chuyen co con cua cu cung day de den di do duoc em gi giup gui hay hoi kinh khi khong la lai lam len may mong mot nao nay nen neu nguoi nhieu nho nhung noi o ong qua ra rang rat roi sao sau se su ta tai that theo thi thua tren trong truoc tu tuc va vao van ve vi viec voi xin y the and for from has have is it of on our please was we with'.split(
    ' ',
  ),
)

/** The words of a text that tell what it is about: without tones, without the empty ones, each once. */
export function tellingWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)))]
}

/** In how many of `total` texts each word stands. */
export interface Frequencies {
  total: number
  of: ReadonlyMap<string, number>
}

export function frequenciesOf(texts: readonly (readonly string[])[]): Frequencies {
  const of = new Map<string, number>()
  for (const words of texts) for (const word of words) of.set(word, (of.get(word) ?? 0) + 1)
  return { total: texts.length, of }
}

/** A word that few texts have weighs more. */
function weightOf(word: string, { total, of }: Frequencies): number {
  return Math.log(1 + (total + 1) / ((of.get(word) ?? 0) + 1))
}

/** Two texts of one word in common are not yet alike. */
const LEAST_SHARED = 2

/**
 * How alike two texts are, 0 to 1: the weight of the words they share in that of both (cosine over squared weights).
 * A single shared word counts only when one of the two says nothing else.
 */
export function likeness(one: readonly string[], other: readonly string[], frequencies: Frequencies): number {
  const words = new Set(other)
  const shared = one.filter((word) => words.has(word))
  if (shared.length < Math.min(LEAST_SHARED, one.length, other.length) || shared.length === 0) return 0
  const square = (list: readonly string[]) => list.reduce((sum, word) => sum + weightOf(word, frequencies) ** 2, 0)
  return square(shared) / Math.sqrt(square(one) * square(other))
}
