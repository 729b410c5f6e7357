/** What one line of the log says: asked by a sentence somebody agrees or does not; without one, what was agreed is taken back. */
export function saidOf({ given, textVersion }: { given: boolean; textVersion: string | null }): 'given' | 'refused' | 'withdrawn' {
  if (given) return 'given'
  return textVersion === null ? 'withdrawn' : 'refused'
}
