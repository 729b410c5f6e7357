import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { canonicalJson } from '../canonical-json.ts'
import { fromBase64 } from './base64.ts'
import { fromUtf8, sameBytes, utf8 } from './bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { cosignatureVerifier, cosignedAt } from './cosignature.ts'
import { leafHash, rootOfInclusion } from './merkle.ts'
import { type NoteSignature, noteVerifier, parseNote, parseSignatures, type Verifier } from './note.ts'
import { parseProof, type TlogProof } from './proof.ts'
import type { Opened, Receipt, Statement } from './receipt.ts'
import { isOpened, isStatement } from './receipt-shape.ts'
import { keyTypes, parseVkey, type Vkey } from './vkey.ts'

/** The part of a receipt that is wrong, in words: `receipt-check/text`. */
export const receiptParts = ['shape', 'key', 'checkpoint', 'proof', 'leaf', 'opened', 'witness'] as const
export type ReceiptPart = (typeof receiptParts)[number]

/** Keys that whoever checks has from elsewhere. */
export interface KnownKeys {
  /** Vkeys of logs. */
  keys: readonly string[]
  /** Vkeys of witnesses. */
  witnesses: readonly string[]
  /** Only these will do: a key of another log is wrong, too. */
  only?: boolean
}

export interface SeenWitness {
  name: string
  at: Date
  /** Its key is one of those that whoever checks has. */
  known: boolean
}

export interface TrueReceipt {
  ok: true
  statement: Statement
  opened: readonly Opened[]
  index: number
  checkpoint: Pick<Checkpoint, 'origin' | 'size'>
  /** Vkey of the log. */
  key: string
  /** False: the signature is right, but whose key it is nobody has compared. */
  keyKnown: boolean
  witnesses: readonly SeenWitness[]
}

export interface FalseReceipt {
  ok: false
  part: ReceiptPart
  /** What exactly, for programs. */
  fault: string
}

export type CheckedReceipt = TrueReceipt | FalseReceipt

class Wrong extends Error {
  readonly part: ReceiptPart
  constructor(part: ReceiptPart, fault: string) {
    super(fault)
    this.part = part
  }
}

const SALT_BYTES = 16
/** A receipt of the longest petition, with all that was written, stays far below. */
export const MAX_RECEIPT_BYTES = 1_000_000

/** Checks a receipt byte by byte. Needs no network and no trust in whoever handed it over; knows whose key it is only by `known`. */
export function checkReceipt(bytes: Uint8Array, known: KnownKeys): CheckedReceipt {
  try {
    return check(readReceipt(bytes), known)
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    return { ok: false, part: error.part, fault: error.message }
  }
}

/** True for what was a receipt, however damaged; false for any other file. One changed byte does not change the answer. */
export function looksLikeReceipt(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_RECEIPT_BYTES))
  return ['"congdan-receipt/', 'c2sp.org/tlog-proof@', '"opened":['].some((mark) => text.includes(mark))
}

function check(receipt: Receipt, known: KnownKeys): TrueReceipt {
  const key = attempt('key', 'key_form', () => parseVkey(receipt.key))
  if (key.type !== keyTypes.note) throw new Wrong('key', 'key_kind')
  const keyKnown = known.keys.includes(receipt.key)
  if (!keyKnown && (known.only || known.keys.some((one) => parseVkey(one).name === key.name))) throw new Wrong('key', 'key_foreign')

  const proof = attempt('proof', 'proof_form', () => parseProof(receipt.proof))
  const head = openCheckpoint(proof.checkpoint, key)
  // What hashes tell is told first: signatures take a hundred times longer.
  checkInclusion(receipt.leaf, proof, head)
  checkOpened(receipt)
  requireSignature(head)
  return {
    ok: true,
    statement: receipt.leaf,
    opened: receipt.opened,
    index: proof.index,
    checkpoint: head.checkpoint,
    key: receipt.key,
    keyKnown,
    witnesses: checkWitnesses(receipt.witnesses, head, known.witnesses),
  }
}

/** The object, when the bytes are exactly its canonical form. Each part's own form is answered for by that part. */
function readReceipt(bytes: Uint8Array): Receipt {
  if (bytes.length > MAX_RECEIPT_BYTES) throw new Wrong('shape', 'too_large')
  const text = attempt('shape', 'not_utf8', () => fromUtf8(bytes))
  const value = attempt('shape', 'not_json', () => JSON.parse(text) as Partial<Record<keyof Receipt, unknown>> | null)
  // A hostile file may be nested deeper than any stack: that is no receipt either.
  const canonical = attempt('shape', 'not_canonical', () => canonicalJson(value))
  if (text !== `${canonical}\n`) throw new Wrong('shape', 'not_canonical')
  if (typeof value !== 'object' || value === null || Object.keys(value).toString() !== 'format,key,leaf,opened,proof,witnesses')
    throw new Wrong('shape', 'fields')
  if (value.format !== 'congdan-receipt/v1') throw new Wrong('shape', 'format')
  if (typeof value.key !== 'string') throw new Wrong('key', 'key_form')
  if (typeof value.proof !== 'string') throw new Wrong('proof', 'proof_form')
  if (!isStatement(value.leaf)) throw new Wrong('leaf', 'leaf_form')
  if (!isOpened(value.opened)) throw new Wrong('opened', 'opened_form')
  if (!Array.isArray(value.witnesses) || !value.witnesses.every((one) => typeof one === 'string'))
    throw new Wrong('witness', 'witness_form')
  return value as Receipt
}

interface Head {
  checkpoint: Checkpoint
  /** What was signed. */
  text: string
  verifier: Verifier
  signature: NoteSignature
  cosignatures: readonly NoteSignature[]
}

/** The checkpoint: its first signature must be the log's, the rest are the witnesses'. None is checked yet. */
function openCheckpoint(note: string, key: Vkey): Head {
  const end = note.lastIndexOf('\n\n')
  const first = note.indexOf('\n', end + 2) + 1
  if (end < 0 || first === 0) throw new Wrong('checkpoint', 'checkpoint_form')
  const { text, signatures } = attempt('checkpoint', 'checkpoint_form', () => parseNote(note.slice(0, first)))
  const checkpoint = attempt('checkpoint', 'checkpoint_form', () => parseCheckpoint(text))
  if (checkpoint.origin !== key.name) throw new Wrong('checkpoint', 'other_log')
  const cosignatures = attempt('witness', 'witness_form', () => parseSignatures(note.slice(first)))
  return { checkpoint, text, verifier: noteVerifier(key), signature: signatures[0]!, cosignatures }
}

function requireSignature({ text, verifier, signature }: Head): void {
  if (!isBy(verifier, text, signature)) throw new Wrong('checkpoint', 'log_signature')
}

function isBy({ name, keyId, verify }: Verifier, text: string, line: NoteSignature): boolean {
  return line.name === name && line.keyId === keyId && verify(text, line.bytes)
}

function checkInclusion(leaf: Statement, { extra, index, hashes }: TlogProof, head: Head): void {
  if (extra?.length !== 32) throw new Wrong('proof', 'proof_form')
  const { size, root } = head.checkpoint
  const leads = (from: Uint8Array) => {
    const reached = rootOfInclusion(from, index, size, hashes)
    return reached !== null && sameBytes(reached, root)
  }
  const hash = leafHash(utf8(canonicalJson(leaf)))
  const isNamed = sameBytes(extra, hash)
  if (leads(hash)) {
    if (!isNamed) throw new Wrong('proof', 'leaf_named')
    return
  }
  // Two things that do not fit together: what leads to the root is the right one of them.
  if (!isNamed && leads(extra)) throw new Wrong('leaf', 'leaf_hash')
  // Nothing leads there: perhaps the root itself was changed, and that its signature tells.
  requireSignature(head)
  throw isNamed ? new Wrong('proof', 'proof_root') : new Wrong('leaf', 'leaf_hash')
}

function checkOpened({ leaf, opened }: Receipt): void {
  opened.forEach(({ field, salt, words }, at) => {
    // In one order, each once: two receipts of the same words are the same bytes.
    if (at > 0 && !(opened[at - 1]!.field < field)) throw new Wrong('opened', 'opened_order')
    const key = fromBase64(salt)
    if (key?.length !== SALT_BYTES) throw new Wrong('opened', 'salt_form')
    const name = `${field}Commitment`
    const commitment = Object.hasOwn(leaf.facts, name) ? leaf.facts[name] : null
    if (commitment !== hexOf(hmac(sha256, key, utf8(words)))) throw new Wrong('opened', 'commitment')
  })
}

function checkWitnesses(vkeys: readonly string[], { text, cosignatures }: Head, known: readonly string[]): readonly SeenWitness[] {
  if (new Set(vkeys).size !== vkeys.length) throw new Wrong('witness', 'witness_twice')
  if (vkeys.length !== cosignatures.length) throw new Wrong('witness', 'witness_left_over')
  return vkeys.map((vkey, at) => {
    const key = attempt('witness', 'witness_form', () => parseVkey(vkey))
    if (key.type !== keyTypes.cosignature) throw new Wrong('witness', 'witness_kind')
    if (!isBy(cosignatureVerifier(key), text, cosignatures[at]!)) throw new Wrong('witness', 'witness_signature')
    const signedAt = cosignedAt(cosignatures[at]!)
    if (!signedAt || signedAt.getUTCFullYear() > 9998) throw new Wrong('witness', 'witness_time')
    return { name: key.name, at: signedAt, known: known.includes(vkey) }
  })
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** What the format's readers refuse is this part's fault. */
function attempt<T>(part: ReceiptPart, fault: string, read: () => T): T {
  try {
    return read()
  } catch {
    throw new Wrong(part, fault)
  }
}
