import { fold } from '../../shared/vietnamese-text.ts'
import type { MediaType } from './file.ts'

/** Longest name kept, in letters; the ending is kept when the middle is cut. */
const MAX_LETTERS = 120

/** Name to show when nothing readable is left. */
const NAMELESS = 'tep'

/**
 * A name as a person may see it: no folders, no control or direction marks (`photo‮gpj.exe`), one line, at most 120 letters.
 * It is only ever shown: the storage never uses it.
 */
export function cleanFileName(name: string): string {
  const whole = name.toWellFormed().normalize('NFC')
  const last = whole.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Z}\t\r\n]+/gu, ' ')
    .replace(/[\p{C}\uFFFD]/gu, '')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shorten(plain) || NAMELESS
}

function shorten(name: string): string {
  const letters = [...name]
  if (letters.length <= MAX_LETTERS) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return `${letters.slice(0, MAX_LETTERS - ending.length - 1).join('')}…${ending}`
}

const endings: Record<MediaType, string> = {
  'image/jpeg': '.jpg',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
}

/** The name to save under: its ending tells what the bytes are, whatever was sent (`trang.html` → `trang.html.jpg`). */
export function downloadName(originalName: string, type: MediaType): string {
  const stem = originalName.replace(/\.(jpe?g|png|webp|pdf|docx|xlsx|odt|ods)$/i, '').replace(/[<>:"|?*]/g, '_')
  return `${stem || NAMELESS}${endings[type]}`
}

/** RFC 6266: a plain name for old browsers and the whole name, percent-encoded, for the others. */
export function attachmentHeader(name: string): string {
  const plain = fold(name).replace(/[^a-z0-9._ -]/g, '_')
  // RFC 8187 attr-char: encodeURIComponent leaves four characters that must be encoded too.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
