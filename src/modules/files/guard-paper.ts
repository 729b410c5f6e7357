import { personalDataIn } from '../../shared/privacy-guard.ts'
import { checkOffice, type OfficeDocument } from './check-office.ts'
import type { MediaType } from './file.ts'

export const paperFindingCodes = [
  'hiddenSheets',
  'hiddenRows',
  'hiddenText',
  'trackedChanges',
  'comments',
  'authorNames',
  'phone',
  'identity',
  'email',
  'bank',
  'textUnread',
] as const
export type PaperFindingCode = (typeof paperFindingCodes)[number]

/** What an editor should look at before everybody can; how often, never the words. */
export interface PaperFinding {
  code: PaperFindingCode
  count: number
}

/** Looks into a paper for what its writer may not have meant to publish. Pictures are drawn anew and hold nothing hidden. */
export function guardPaper(bytes: Buffer, mediaType: MediaType): PaperFinding[] {
  if (mediaType === 'image/jpeg') return []
  if (mediaType === 'application/pdf') return listed({ ...pdfFindings(bytes.toString('latin1')), textUnread: 1 })
  const found = checkOffice(bytes)
  return typeof found === 'string' ? listed({ textUnread: 1 }) : listed(officeFindings(found))
}

type Counts = Partial<Record<PaperFindingCode, number>>
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length
const listed = (counts: Counts): PaperFinding[] =>
  paperFindingCodes.flatMap((code) => (counts[code] ? [{ code, count: counts[code] }] : []))

/** A PDF's words are packed in a way of each program's own: its author and notes are seen, its text is left to the reader. */
function pdfFindings(whole: string): Counts {
  return { authorNames: count(whole, /\/Author\s*[(<]\s*[^)>\s]/g), comments: count(whole, /\/Subtype\s*\/(Text|FreeText|Popup)\b/g) }
}

function officeFindings({ zip }: OfficeDocument): Counts {
  const parts = zip.names.filter((name) => /^(word|xl)\/.*\.xml$|^(content|styles)\.xml$/.test(name))
  const texts = parts.map((name) => ({ name, xml: zip.read(name) }))
  const sum = (pattern: RegExp, of = /./) => texts.reduce((n, { name, xml }) => n + (xml && of.test(name) ? count(xml, pattern) : 0), 0)
  const meta = `${zip.read('docProps/core.xml') ?? ''}${zip.read('meta.xml') ?? ''}`
  return {
    hiddenSheets: sum(/<sheet\b[^>]*\sstate="(hidden|veryHidden)"/g) + sum(/table:display="false"/g),
    hiddenRows: sum(/<(row|col)\b[^>]*\shidden="(1|true)"/g) + sum(/table:visibility="(collapse|filter)"/g),
    hiddenText: sum(/<w:vanish\s*\/>|text:display="none"|<text:hidden-(text|paragraph)\b/g),
    trackedChanges: sum(/<w:(ins|del|moveFrom|moveTo)\s/g) + sum(/<text:changed-region\b/g),
    comments: sum(/<w:comment\s/g) + sum(/<comment\s/g, /^xl\/comments/) + sum(/<threadedComment\s/g) + sum(/<office:annotation\b/g),
    authorNames: count(meta, /<(dc:creator|cp:lastModifiedBy|meta:initial-creator)>\s*[^<\s]/g),
    textUnread: texts.some(({ xml }) => xml === null) ? 1 : 0,
    ...personal(texts.map(({ xml }) => wordsOf(xml ?? '')).join('\n')),
  }
}

/** Runs of one paragraph belong together: `09` and `00…` may stand in two. */
function wordsOf(xml: string): string {
  return xml.replace(/<\/(w:p|text:p|text:h|row|c|si|table:table-cell)>/g, '\n').replace(/<[^>]*>/g, '')
}

function personal(text: string): Counts {
  const counts: Counts = {}
  for (const { kind } of personalDataIn(text)) if (kind !== 'name') counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
