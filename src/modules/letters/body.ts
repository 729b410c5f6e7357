import { xml } from '../../shared/xml.ts'
import type { Block } from './letter.ts'
import { FIRST_LINE, textWidth } from './measures.ts'
import { clean } from './parts.ts'
import { tableXml } from './tables.ts'

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

const paragraph = (properties: string, words: string) =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${xml(clean(words))}</w:t></w:r></w:p>`

/** Headings numbered I, 1, a; paragraphs with their first line in; lists by hyphens; tables. As text of the format. */
export function bodyOf(blocks: readonly Block[]): string {
  const count = { 1: 0, 2: 0, 3: 0 }
  const textOf = (block: Block): string => {
    if ('heading' in block) {
      const { level } = block
      count[level]++
      if (level < 2) count[2] = 0
      if (level < 3) count[3] = 0
      return paragraph(`<w:pStyle w:val="Heading${level}"/>`, `${marks[level](count[level])} ${block.heading}`)
    }
    if ('table' in block) return `${tableXml(block.table, textWidth)}<w:p/>`
    const words = 'list' in block ? block.list.map((item) => `- ${item}`) : [block.paragraph]
    return words.map((line) => paragraph(`<w:ind w:firstLine="${FIRST_LINE}"/><w:jc w:val="both"/>`, line)).join('')
  }
  return blocks.map(textOf).join('')
}
