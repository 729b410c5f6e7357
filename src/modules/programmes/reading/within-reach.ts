/** Letters at each end of a sentence in which names and dates are looked for: longer than two of these is no sentence that a person wrote. */
const REACH = 1_000

/** What of a sentence is looked into; the searches take time with the square of its length. */
export const withinReach = (sentence: string): string =>
  sentence.length <= 2 * REACH ? sentence : `${sentence.slice(0, REACH)} … ${sentence.slice(-REACH)}`
