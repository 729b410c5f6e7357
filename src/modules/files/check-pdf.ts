import { inflateSync } from 'node:zlib'
import type { RefusalCode } from './file.ts'

/** What acts by itself, hides other files, or sends data. `/JS` needs `/JavaScript` beside it, and alone it is too short to look for. */
const activeName = nameForm('JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'SubmitForm', 'ImportData', 'XFA')
const encryptName = nameForm('Encrypt')
const objectStreamName = nameForm('ObjStm')

/** Most that the compressed objects of one file may unpack to; a 10 MB paper of an office stays below a tenth of it. */
const MAX_INFLATED_BYTES = 32 * 1024 * 1024

/**
 * Looks for what a paper scan or a letter never needs. Null: may be kept.
 *
 * It reads names, also escaped (`/J#61vaScript`) and inside compressed object streams, over all bytes, so that no reader's idea of where an
 * object ends matters. It is not a virus scanner and does not follow the document's structure: what abuses a fault in a PDF reader through
 * fonts or images is not seen. That is why PDFs are only ever served as attachments in a sandbox.
 */
export function checkPdf(bytes: Buffer): RefusalCode | null {
  // Latin-1 keeps one letter a byte.
  const whole = bytes.toString('latin1')
  // At the very beginning, though readers accept it later: anything before it would be another file's header.
  if (!/^%PDF-[12]\.\d/.test(whole)) return 'file_type_refused'
  if (!whole.slice(-1024).includes('%%EOF') || !/startxref\s+\d+/.test(whole.slice(-2048))) return 'file_damaged'
  if (encryptName.test(whole)) return 'file_encrypted'
  if (activeName.test(whole)) return 'file_active_content'
  return objectStreamName.test(whole) ? checkObjectStreams(bytes, whole) : null
}

/** Objects may be packed in compressed streams (`/ObjStm`); those are unpacked and read too. */
function checkObjectStreams(bytes: Buffer, whole: string): RefusalCode | null {
  let budget = MAX_INFLATED_BYTES
  let after = 0
  for (const found of whole.matchAll(/stream[ \t]*(\r\n|\r|\n)/g)) {
    // All since the last stream, so that no comment or string can cut a dictionary in two; pieces never overlap.
    const dictionary = whole.slice(after, found.index)
    after = found.index + found[0].length
    if (dictionary.endsWith('end') || !objectStreamName.test(dictionary)) continue
    if (!isPlainlyPacked(dictionary)) return 'file_active_content'
    const objects = inflate(bytes.subarray(after), budget)
    if (!objects) return 'file_damaged'
    budget -= objects.length
    if (activeName.test(objects.toString('latin1'))) return 'file_active_content'
  }
  return null
}

/** Ordinary programs pack objects with Flate and nothing else; another packing would only hide what is inside. */
function isPlainlyPacked(dictionary: string): boolean {
  const plain = dictionary.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const filters = [...plain.matchAll(/\/(\w+Decode|Fl|LZW|AHx|A85|RL|Crypt)\b/g)].map((filter) => filter[1])
  return filters.length === 1 && filters[0] === 'FlateDecode' && !/\/Predictor\s+(?!1\b)/.test(plain)
}

function inflate(packed: Buffer, budget: number): Buffer | null {
  try {
    // The stream ends by itself; what follows it is not looked at.
    return inflateSync(packed, { maxOutputLength: Math.max(1, budget) })
  } catch {
    return null
  }
}

/** Any of these names of PDF, each letter plain or as `#` and two hex digits, and nothing longer. */
function nameForm(...names: string[]): RegExp {
  const letter = (sign: string) =>
    `(?:${sign}|#${sign
      .charCodeAt(0)
      .toString(16)
      .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`
  const forms = names.map((name) => [...name].map(letter).join(''))
  return new RegExp(`/(?:${forms.join('|')})(?![A-Za-z0-9#])`)
}
