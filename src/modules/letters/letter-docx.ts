import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { readZip } from '../../platform/read-zip.ts'
import { xml } from '../../shared/xml.ts'
import { bodyOf, roman } from './body.ts'
import { endOf, headOf } from './head-and-end.ts'
import type { Appendix, Letter } from './letter.ts'
import { LongParts } from './long-parts.ts'
import { AFTER, FIRST_LINE, FONT, LINE, margin, page, size, textWidthAcross } from './measures.ts'
import { numberWords, papers } from './papers.ts'
import { clean, gap, line, run } from './parts.ts'
import { settleTimes } from './settle-times.ts'
import { tableXml } from './tables.ts'
import { form } from './words.vi.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Longest title that office programs show whole. */
const TITLE_MAX = 250
const DOCUMENT = 'word/document.xml'

/** The paper as a .docx file; the same letter gives the same bytes. */
export async function letterDocx(letter: Letter): Promise<Buffer> {
  const core = { path: 'docProps/core.xml', data: coreOf(letter) }
  const parts = new LongParts()
  // Packed twice, without its long parts: once to have the document's text, once with them in it.
  const draft = await Packer.toBuffer(documentOf(letter, parts))
  const data = parts.putInto(readZip(draft)!.read(DOCUMENT)!)
  return settleTimes(await Packer.toBuffer(documentOf(letter, new LongParts()), false, [core, { path: DOCUMENT, data }]))
}

function documentOf(letter: Letter, parts: LongParts): Document {
  const look = { font: FONT, size: size.body, color: '000000' }
  const heading = { run: { ...look, bold: true }, paragraph: { indent: { firstLine: FIRST_LINE }, keepNext: true } }
  const many = letter.appendices.length > 1
  return new Document({
    styles: {
      default: {
        document: {
          run: { ...look, language: { value: 'vi-VN' } },
          paragraph: { spacing: { after: AFTER, before: 0, line: LINE, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading,
        heading2: heading,
        heading3: { ...heading, run: { ...heading.run, italics: true } },
      },
    },
    sections: [
      ...(letter.blocks ? [bodySection(letter, letter.blocks, parts)] : []),
      ...letter.appendices.map((appendix, i) => appendixSection(letter, appendix, many ? roman(i + 1) : null, parts)),
    ],
  })
}

/** Page number from 1 in the middle of the upper margin, not on the first page. Each appendix counts for itself. */
function paged(orientation: 'portrait' | 'landscape'): Omit<ISectionOptions, 'children'> {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { ...page, orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
        margin,
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: size.head })] }),
        ],
      }),
    },
  }
}

function bodySection(letter: Letter, blocks: NonNullable<Letter['blocks']>, parts: LongParts): ISectionOptions {
  return { ...paged('portrait'), children: [...headOf(letter), parts.add(bodyOf(blocks)), gap(), endOf(letter)] }
}

function appendixSection(letter: Letter, { title, table }: Appendix, number: string | null, parts: LongParts): ISectionOptions {
  const kind = papers[letter.paper].name
  const full = numberWords(letter.paper, letter.number, letter.symbol)
  const tight = { spacing: { after: 0 } }
  return {
    ...paged('landscape'),
    children: [
      ...(letter.isDraft ? [line([run(form.draft, { bold: true, size: size.head })], tight)] : []),
      line([run(form.appendix(number), { bold: true })], tight),
      line([run(title, { bold: true })], tight),
      line([run(form.with(kind, full, letter.issuedOn, letter.issuer), { italics: true })]),
      parts.add(tableXml(table, textWidthAcross)),
      gap(),
    ],
  }
}

/** Facts of the file. Nobody's name is in them: who made it is no part of the paper. */
function coreOf({ subject, issuer, madeOn }: Letter): string {
  const title = xml(Array.from(clean(subject)).slice(0, TITLE_MAX).join(''))
  const at = `${madeOn}T00:00:00Z`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${xml(clean(issuer))}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
}
