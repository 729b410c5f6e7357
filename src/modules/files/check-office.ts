import { readZip, type Zip } from '../../platform/read-zip.ts'
import type { OfficeType, RefusalCode } from './file.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const openDocuments: Record<string, OfficeType> = {
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet': 'application/vnd.oasis.opendocument.spreadsheet',
}

/** Programs inside: Visual Basic, ActiveX, embedded programs, scripts of OpenDocument. */
const active = /(^|\/)vbaProject\.bin$|(^|\/)activeX\/|(^|\/)embeddings\/[^/]+\.(bin|exe|dll|js|vbs)$|^(Basic|Scripts)\/|^Object [^/]+\//i

export interface OfficeDocument {
  mediaType: OfficeType
  zip: Zip
}

/** What an office document is by its own content, or why it is not taken. */
export function checkOffice(bytes: Buffer): OfficeDocument | RefusalCode {
  const zip = readZip(bytes)
  if (!zip) return 'file_damaged'
  const mediaType = typeOf(zip)
  if (mediaType === null) return 'file_damaged'
  if (!mediaType) return zip.names.includes('[Content_Types].xml') ? 'paper_active_content' : 'paper_type_refused'
  if (zip.names.some((name) => active.test(name))) return 'paper_active_content'
  if (/encryption-data/.test(zip.read('META-INF/manifest.xml') ?? '')) return 'paper_encrypted'
  return { mediaType, zip }
}

/** Undefined: another kind of ZIP, or a document with macros (its main part has a name of its own). Null: damaged. */
function typeOf(zip: Zip): OfficeType | undefined | null {
  const types = zip.read('[Content_Types].xml')
  if (types === null) return null
  if (types !== undefined) {
    if (/macroEnabled/i.test(types)) return undefined
    if (types.includes(`${word}.main+xml`)) return zip.read('word/document.xml') ? word : null
    if (types.includes(`${excel}.main+xml`)) return zip.read('xl/workbook.xml') ? excel : null
    return undefined
  }
  const declared = openDocuments[(zip.read('mimetype') ?? '').trim()]
  return declared && (zip.read('content.xml') || zip.read('META-INF/manifest.xml') ? declared : null)
}
