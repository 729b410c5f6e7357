/** One level of a list. */
export interface Level {
  /** `decimal`, `upperRoman`, `lowerRoman`, `upperLetter`, `lowerLetter`, `bullet`, `none`. */
  format: string
  /** `%1.%2.`: each place stands for a level's number. */
  pattern: string
  start: number
}

export type Levels = ReadonlyMap<number, Level>

/** Where a level begins to count, as a file says it; 1 where it says nothing of use. */
export function startOf(written: string | undefined): number {
  const start = Number(written ?? 1)
  return Number.isSafeInteger(start) ? start : 1
}

/** Counts the next paragraph of a list; `counts` holds the numbers reached so far, by level. Null: without a number. */
export function nextLabel(levels: Levels, counts: number[], level: number): string | null {
  const own = levels.get(level)
  if (!own) return null
  counts[level] = (counts[level] ?? own.start - 1) + 1
  counts.length = level + 1
  if (own.format === 'bullet') return '-'
  if (own.format === 'none') return null
  return own.pattern.replace(/%(\d+)/g, (_, place: string) => {
    const at = Number(place) - 1
    const format = levels.get(at)?.format ?? 'decimal'
    return written(counts[at] ?? levels.get(at)?.start ?? 1, at === level ? own.format : format)
  })
}

/** Greatest number written in Roman figures; a file may ask to start at any. */
const MOST_ROMAN = 3999

function written(n: number, format: string): string {
  if (format === 'upperRoman' && n <= MOST_ROMAN) return roman(n)
  if (format === 'lowerRoman' && n <= MOST_ROMAN) return roman(n).toLowerCase()
  if (format === 'upperLetter' && n <= 26) return String.fromCharCode(64 + n)
  if (format === 'lowerLetter' && n <= 26) return String.fromCharCode(96 + n)
  return String(n)
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(n: number): string {
  let left = n
  let word = ''
  for (const [value, sign] of romans)
    while (left >= value) {
      word += sign
      left -= value
    }
  return word
}
