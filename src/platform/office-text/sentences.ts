/** Abbreviations after which a point ends no sentence, without their point. */
const shortened = new Set([
  'TP',
  'Tp',
  'TX',
  'Tx',
  'TT',
  'Q',
  'P',
  'H',
  'ThS',
  'TS',
  'PGS',
  'GS',
  'CN',
  'BS',
  'KS',
  'Đ/c',
  'đ/c',
  'tr',
  'Tr',
  'v.v',
  'St',
  'No',
])

/** Sentences of a paragraph, in order. Joined by nothing but white space they are the paragraph again. */
export function sentencesOf(paragraph: string): string[] {
  const found: string[] = []
  let from = 0
  // A full stop (or the like) ends a sentence before a capital, a quotation or a list sign; also where the space was forgotten.
  for (const match of paragraph.matchAll(/(?:[.!?…]+["”’)]*)(?=\s+["“‘(]?[\p{Lu}\-–+]|["“‘]?\p{Lu}\p{Ll})|\n+/gu)) {
    const end = match.index + match[0].length
    const before = paragraph.slice(from, match.index)
    if (match[0].startsWith('.') && endsShortened(before)) continue
    push(before + match[0])
    from = end
  }
  push(paragraph.slice(from))
  return found

  function push(part: string): void {
    const sentence = part.trim()
    if (sentence !== '') found.push(sentence)
  }
}

/** No abbreviation and no sign of the outline is longer. */
const LONGEST_WORD = 20

function endsShortened(before: string): boolean {
  const word = /[^\s(“"]+$/u.exec(before.slice(-LONGEST_WORD))?.[0] ?? ''
  // "37.", "I." or "A." at the very beginning is a number of the outline, not a sentence.
  return (
    shortened.has(word) ||
    /^\p{Lu}$/u.test(word) ||
    (before.length <= 2 * LONGEST_WORD && before.trim() === word && /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]+|\p{L})$/u.test(word))
  )
}
