import { fold, hasMarks, nfc } from '../../shared/vietnamese-text.ts'

/** What a search asks for: whole words, exactly toned when any mark was typed. */
export interface Asked {
  toned: boolean
  /** Lower case; without tone marks unless `toned`. */
  terms: readonly string[]
}

/** Further words of a long question are not asked for: twelve find their page. */
const MOST_TERMS = 12

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** Words as people see them, in their order, NFC. */
export function wordsOf(text: string): string[] {
  return nfc(text).match(wordPattern) ?? []
}

/** Null when nothing was typed that could be searched. */
export function askedBy(words: string): Asked | null {
  const toned = hasMarks(words)
  const terms = wordsOf(words)
    .map((word) => termOf(word, toned))
    .slice(0, MOST_TERMS)
  return terms.length === 0 ? null : { toned, terms }
}

/** The form in which a word is compared. */
export function termOf(word: string, toned: boolean): string {
  return toned ? nfc(word).toLowerCase() : fold(word)
}
