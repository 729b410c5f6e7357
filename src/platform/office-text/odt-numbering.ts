import { type Level, type Levels, nextLabel, startOf } from './numbering.ts'
import { attribute, type XmlNode } from './xml-tree.ts'

/** Counts the numbers of `text:list`, which an OpenDocument text leaves to the program. */
export interface ListNumbering {
  /** A list of the outermost level begins: it counts anew unless it says that it goes on. `style`: the one of its own or of its paragraphs. */
  begin: (list: XmlNode, style: string) => RunningList
}

/** A list on its way: its style may be another on a level below. */
export interface RunningList {
  next: (level: number, style: string | undefined) => string | null
  /** The next one of this level is the `start`th. */
  restart: (level: number, start: number) => void
}

/** Reads `text:list-style` elements. */
export function listNumberingOf(styles: readonly XmlNode[]): ListNumbering {
  const levelsByStyle = new Map(styles.map((style) => [attribute(style, 'style:name') ?? '', levelsOf(style)]))
  const countsById = new Map<string, number[]>()
  const countsByStyle = new Map<string, number[]>()
  return {
    begin(list, style) {
      const before = attribute(list, 'text:continue-list')
      const goesOn = attribute(list, 'text:continue-numbering') === 'true'
      const counts = (before === undefined ? undefined : countsById.get(before)) ?? (goesOn ? countsByStyle.get(style) : undefined) ?? []
      countsById.set(attribute(list, 'xml:id') ?? '', counts)
      countsByStyle.set(style, counts)
      return {
        next: (level, ownStyle) => {
          const levels = levelsByStyle.get(ownStyle ?? style)
          return levels ? nextLabel(levels, counts, level) : null
        },
        restart: (level, start) => {
          counts[level] = start - 1
        },
      }
    },
  }
}

const formats: Record<string, string> = { '1': 'decimal', I: 'upperRoman', i: 'lowerRoman', A: 'upperLetter', a: 'lowerLetter' }

function levelsOf(style: XmlNode): Levels {
  const levels = new Map<number, Level>()
  for (const node of style.children) {
    const level = Number(attribute(node, 'text:level') ?? 1)
    if (node.name === 'text:list-level-style-bullet') levels.set(level - 1, { format: 'bullet', pattern: '-', start: 1 })
    if (node.name === 'text:list-level-style-number') levels.set(level - 1, numberLevel(node, level))
  }
  return levels
}

function numberLevel(node: XmlNode, level: number): Level {
  const format = formats[attribute(node, 'style:num-format') ?? '']
  return {
    format: format ?? 'none',
    pattern: patternOf(node, level),
    start: startOf(attribute(node, 'text:start-value')),
  }
}

/** LibreOffice writes the whole pattern as `%1%.%2%.`; others give what stands before and after, and how many levels are shown. */
function patternOf(node: XmlNode, level: number): string {
  const whole = attribute(node, 'loext:num-list-format')
  if (whole !== undefined) return whole.replace(/%(\d+)%/g, '%$1')
  const shown = Math.min(Number(attribute(node, 'text:display-levels') ?? 1), level)
  const places = Array.from({ length: shown }, (_, i) => `%${level - shown + 1 + i}`)
  return `${attribute(node, 'style:num-prefix') ?? ''}${places.join('.')}${attribute(node, 'style:num-suffix') ?? ''}`
}
