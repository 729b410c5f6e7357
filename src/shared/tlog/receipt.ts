import { canonicalJson } from '../canonical-json.ts'
import { toBase64 } from './base64.ts'
import { fromUtf8, utf8 } from './bytes.ts'
import { checkReceipt } from './check-receipt.ts'
import { leafHash } from './merkle.ts'
import { formatNote, parseNote } from './note.ts'
import { formatProof } from './proof.ts'
import { formatVkey, parseVkey } from './vkey.ts'

export const RECEIPT_FORMAT = 'congdan-receipt/v1'

/** What the log says happened: one leaf, as an object. */
export interface Statement {
  v: 1
  /** Name of the log. */
  authority: string
  matter: { type: string; id: string }
  /** Which step of the matter, from 1. */
  seq: number
  type: string
  /** RFC 3339. */
  at: string
  role: string | null
  /** Ids, codes, numbers, dates, flags; of words only commitments. */
  facts: Record<string, unknown>
}

/** Words that stand in the leaf as a commitment only, with the salt that shows it. */
export interface Opened {
  field: string
  /** Base64 of 16 bytes. */
  salt: string
  words: string
}

/** A receipt as its JSON says it. The file is this object's canonical form and one line end, so that every byte counts. */
export interface Receipt {
  format: typeof RECEIPT_FORMAT
  /** The log's key, as a vkey. */
  key: string
  leaf: Statement
  opened: readonly Opened[]
  /** C2SP tlog-proof; its extra line is the leaf's hash, which tells a changed leaf from a changed proof. */
  proof: string
  /** Vkeys, in the order of their cosignatures. */
  witnesses: readonly string[]
}

export interface ReceiptParts {
  /** Vkey of the log. */
  key: string
  /** The leaf's bytes, as the log hashed them. */
  leaf: Uint8Array
  opened: readonly { field: string; salt: Uint8Array; words: string }[]
  index: number
  hashes: readonly Uint8Array[]
  /** The signed checkpoint; of its signatures those by `key` and by `witnesses` go into the receipt. */
  checkpoint: string
  /** Vkeys of witnesses that may have cosigned. */
  witnesses: readonly string[]
}

/**
 * The bytes of a receipt. It is checked before it is given: nobody is handed one that would be called forged.
 * @throws Error when the parts do not belong together
 */
export function makeReceipt({ key, leaf, opened, index, hashes, checkpoint, witnesses }: ReceiptParts): Uint8Array {
  const note = parseNote(checkpoint)
  const lineOf = (text: string) => {
    const { name, keyId } = parseVkey(text)
    return note.signatures.find((line) => line.name === name && line.keyId === keyId)
  }
  const cosigned = witnesses.filter((witness) => lineOf(witness))
  const signatures = [key, ...cosigned].flatMap((one) => lineOf(one) ?? [])
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    key: formatVkey(parseVkey(key)),
    leaf: JSON.parse(fromUtf8(leaf)) as Statement,
    opened: opened.map(({ field, salt, words }) => ({ field, salt: toBase64(salt), words })).sort((a, b) => (a.field < b.field ? -1 : 1)),
    proof: formatProof({ extra: leafHash(leaf), index, hashes, checkpoint: formatNote({ text: note.text, signatures }) }),
    witnesses: cosigned,
  }
  const bytes = utf8(`${canonicalJson(receipt)}\n`)
  const checked = checkReceipt(bytes, { keys: [key], witnesses: [] })
  if (!checked.ok) throw new Error(`The parts of this receipt do not belong together: ${checked.part} (${checked.fault}).`)
  return bytes
}

/** The same receipt without the words: small enough for a square on paper, and for a wall. */
export function withoutWords(bytes: Uint8Array): Uint8Array {
  return utf8(`${canonicalJson({ ...(JSON.parse(fromUtf8(bytes)) as Receipt), opened: [] })}\n`)
}
