import { xml } from '../../shared/xml.ts'
import type { LetterTable } from './letter.ts'
import { size } from './measures.ts'
import { clean } from './parts.ts'

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')
const margins =
  '<w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'

/** A table with lines; its heads come again on every page, and no row is torn apart. */
export function tableXml({ columns, rows }: LetterTable, width: number): string {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / total))
  const cell = (words: string, i: number, isHead: boolean) => {
    const align = isHead || columns[i]!.centred ? 'center' : 'left'
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[i]!}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="${align}"/></w:pPr><w:r><w:rPr>${isHead ? '<w:b/>' : ''}<w:sz w:val="${size.small}"/><w:szCs w:val="${size.small}"/></w:rPr><w:t xml:space="preserve">${xml(clean(words))}</w:t></w:r></w:p></w:tc>`
  }
  const row = (cells: readonly string[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((words, i) => cell(words, i, isHead)).join('')}</w:tr>`
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`,
    row(
      columns.map(({ head }) => head),
      true,
    ),
    ...rows.map((cells) => row(cells, false)),
    '</w:tbl>',
  ].join('')
}
