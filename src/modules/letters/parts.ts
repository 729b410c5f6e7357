import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { AFTER, textWidth } from './measures.ts'

interface Look {
  bold?: boolean
  italics?: boolean
  size?: number
}

/** One line of text, free of what XML cannot hold. */
export function clean(words: string): string {
  return (
    words
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

export function run(words: string, look: Look = {}): TextRun {
  return new TextRun({ text: clean(words), ...look })
}

export function line(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children, ...options })
}

/** A rule under the words above it, short at both ends. */
export function rule(sides: number): Paragraph {
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: sides, right: sides },
    spacing: { before: 60, after: 0 },
    children: [],
    run: { size: 4 },
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Two columns without lines: the head and the end of a paper. */
export function twoColumns(rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[], left: number): Table {
  const widths = [left, textWidth - left]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) => new TableCell({ children, borders: noBorders, width: { size: widths[i]!, type: WidthType.DXA } }),
          ),
        }),
    ),
  })
}

export const gap = (after: number = AFTER) => new Paragraph({ spacing: { after, before: 0 }, children: [] })
