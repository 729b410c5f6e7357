import { type Levels, nextLabel, startOf } from './numbering.ts'
import { attribute, child, children, type XmlNode } from './xml-tree.ts'

/** Counts the numbers that Word does not write into the text. */
export interface Numbering {
  /** Label of the next paragraph of a list; null when the list is unknown. */
  next: (listId: string, level: number) => string | null
}

/** Reads `word/numbering.xml`. Without it every list is unknown. */
export function numberingOf(root: XmlNode | null): Numbering {
  const abstracts = new Map<string, Levels>()
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
      if (!levels || abstractId === undefined) return null
      const count = counts.get(abstractId) ?? []
      counts.set(abstractId, count)
      return nextLabel(levels, count, level)
    },
  }
}

function levelsOf(node: XmlNode): Levels {
  return new Map(
    children(node, 'w:lvl').map((level) => [
      Number(attribute(level, 'w:ilvl') ?? 0),
      {
        format: attribute(child(level, 'w:numFmt'), 'w:val') ?? 'decimal',
        pattern: attribute(child(level, 'w:lvlText'), 'w:val') ?? '',
        start: startOf(attribute(child(level, 'w:start'), 'w:val')),
      },
    ]),
  )
}
