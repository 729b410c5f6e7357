import { attribute, child, children, type XmlNode } from './xml-tree.ts'

interface Level {
  format: string
  /** `%1.%2.`: each place stands for a level's number. */
  pattern: string
  start: number
}

/** Counts the numbers that Word does not write into the text. */
export interface Numbering {
  /** Label of the next paragraph of a list; null when the list is unknown. */
  next: (listId: string, level: number) => string | null
}

/** Reads `word/numbering.xml`. Without it every list is unknown. */
export function numberingOf(root: XmlNode | null): Numbering {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, string>()
  for (const node of root ? children(root, 'w:abstractNum') : []) abstracts.set(attribute(node, 'w:abstractNumId') ?? '', levelsOf(node))
  for (const node of root ? children(root, 'w:num') : [])
    lists.set(attribute(node, 'w:numId') ?? '', attribute(child(node, 'w:abstractNumId'), 'w:val') ?? '')
  /** By abstract list: lists that share one go on counting. */
  const counts = new Map<string, number[]>()
  return {
    next(listId, level) {
      const abstractId = lists.get(listId)
      const levels = abstractId === undefined ? undefined : abstracts.get(abstractId)
      const own = levels?.get(level)
      if (!levels || !own || abstractId === undefined) return null
      const count = counts.get(abstractId) ?? []
      counts.set(abstractId, count)
      count[level] = (count[level] ?? own.start - 1) + 1
      count.length = level + 1
      if (own.format === 'bullet') return '-'
      if (own.format === 'none') return null
      return own.pattern.replace(/%(\d)/g, (_, place: string) => {
        const at = Number(place) - 1
        const format = levels.get(at)?.format ?? 'decimal'
        return written(count[at] ?? levels.get(at)?.start ?? 1, at === level ? own.format : format)
      })
    },
  }
}

function levelsOf(node: XmlNode): Map<number, Level> {
  return new Map(
    children(node, 'w:lvl').map((level) => [
      Number(attribute(level, 'w:ilvl') ?? 0),
      {
        format: attribute(child(level, 'w:numFmt'), 'w:val') ?? 'decimal',
        pattern: attribute(child(level, 'w:lvlText'), 'w:val') ?? '',
        start: Number(attribute(child(level, 'w:start'), 'w:val') ?? 1),
      },
    ]),
  )
}

function written(n: number, format: string): string {
  if (format === 'upperRoman') return roman(n)
  if (format === 'lowerRoman') return roman(n).toLowerCase()
  if (format === 'upperLetter') return String.fromCharCode(64 + n)
  if (format === 'lowerLetter') return String.fromCharCode(96 + n)
  return String(n)
}

const romans: readonly (readonly [number, string])[] = [
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
