import type { ItemKind, PlanHead, Recurrence } from '../../../src/modules/programmes/reading/plan.ts'
import { xml } from '../../../src/shared/xml.ts'
import { zipOf } from '../sample-files.ts'

/** A part of a plan that the tests make: a paragraph, a bold one, one of Word's own lists, a table. */
export type Part = string | { bold: string } | { list: number; text: string; bold?: boolean } | { table: readonly (readonly Cell[])[] }
/** `null`: the cell goes on from the row above. */
export type Cell = string | null

/** What a person who read the plan says that it sets out. */
export interface Expected {
  kind: ItemKind
  /** The whole text of the item. */
  text: string
  lead?: string
  partners?: readonly string[]
  on?: string
  every?: Recurrence
}

export interface TestPlan {
  name: string
  parts: readonly Part[]
  /** The plan is this text, pasted into the form, and no file. */
  pasted?: string
  head: Partial<PlanHead>
  items: readonly Expected[]
}

/** The head of a document as offices write it: a table without lines. */
export function headTable(issuer: string, number: string, placeAndDate: string): Part {
  return {
    table: [
      [issuer, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'],
      [`Số: ${number}`, placeAndDate],
    ],
  }
}

export const signature: Part = {
  table: [['Nơi nhận:\n- UBND tỉnh;\n- Các phòng, ban;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH']],
}

const run = (text: string, bold: boolean) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`

const paragraph = (text: string, bold = false, level: number | null = null) =>
  `<w:p>${level === null ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`}${run(text, bold)}</w:p>`

function partXml(part: Part): string {
  if (typeof part === 'string') return paragraph(part)
  if ('bold' in part && !('list' in part)) return paragraph(part.bold as string, true)
  if ('list' in part) return paragraph(part.text, part.bold ?? false, part.list)
  const cell = (text: Cell, goesOn: boolean) =>
    `<w:tc><w:tcPr>${text === null ? '<w:vMerge/>' : goesOn ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${(text ?? '')
      .split('\n')
      .map((line) => paragraph(line))
      .join('')}</w:tc>`
  const rows = part.table.map(
    (row, at) => `<w:tr>${row.map((text, column) => cell(text, text !== null && part.table[at + 1]?.[column] === null)).join('')}</w:tr>`,
  )
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const levels = [
  ['upperRoman', '%1.'],
  ['decimal', '%2.'],
  ['lowerLetter', '%3)'],
  ['bullet', '-'],
]
const numbering = `<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0">${levels
  .map(
    ([format, pattern], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

/** The plan as a .docx. */
export function planFile({ parts }: Pick<TestPlan, 'parts'>): Buffer {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACE}><w:body>${parts.map(partXml).join('')}</w:body></w:document>`,
    'word/numbering.xml': numbering,
  })
}
