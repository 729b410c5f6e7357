import { AlignmentType, HeadingLevel, Paragraph } from 'docx'
import type { Block } from './letter.ts'
import { FIRST_LINE, textWidth } from './measures.ts'
import { gap, run } from './parts.ts'
import type { Tables } from './tables.ts'

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
/** Letters that Vietnamese papers number by. */
const letters = 'abcdđeghiklmnopqrstuvxy'

/** 4 → `IV`; up to 99. */
export function roman(n: number): string {
  return `${tens[Math.floor(n / 10)]!}${ones[n % 10]!}`
}

const marks = {
  1: (n: number) => `${roman(n)}.`,
  2: (n: number) => `${n}.`,
  3: (n: number) => `${letters[n - 1] ?? `y${n - letters.length}`})`,
}

/** Headings numbered I, 1, a; paragraphs with their first line in; lists by hyphens; tables. */
export function bodyOf(blocks: readonly Block[], tables: Tables): Paragraph[] {
  const count = { 1: 0, 2: 0, 3: 0 }
  return blocks.flatMap((block): Paragraph[] => {
    if ('heading' in block) {
      const { level } = block
      count[level]++
      if (level < 2) count[2] = 0
      if (level < 3) count[3] = 0
      return [new Paragraph({ heading: levels[level], children: [run(`${marks[level](count[level])} ${block.heading}`)] })]
    }
    if ('table' in block) return [tables.add(block.table, textWidth), gap()]
    const words = 'list' in block ? block.list.map((item) => `- ${item}`) : [block.paragraph]
    return words.map(
      (text) => new Paragraph({ alignment: AlignmentType.JUSTIFIED, indent: { firstLine: FIRST_LINE }, children: [run(text)] }),
    )
  })
}
