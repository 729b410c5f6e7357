import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64, toBase64 } from './base64.ts'
import { concatBytes, fromUtf8, utf8 } from './bytes.ts'
import { isKeyName, keyTypes, MalformedNote, type SigningKey, type Vkey } from './vkey.ts'

/** Signed notes (C2SP signed-note): a text, an empty line, and a line for each signature. */
export interface Note {
  /** With its last line break. */
  text: string
  signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  name: string
  keyId: number
  /** What the key's kind says: 64 bytes of Ed25519, or time and Ed25519 in a cosignature. */
  bytes: Uint8Array
}

/** Signs texts under one key. */
export interface Signer {
  name: string
  keyId: number
  sign: (text: string) => Uint8Array
}

/** Checks signatures of one key. */
export interface Verifier {
  name: string
  keyId: number
  verify: (text: string, signature: Uint8Array) => boolean
}

/** A signature that is not what it says. */
export class BadSignature extends Error {
  override name = 'BadSignature'
}

/** More signatures than this are no honest note. */
const MOST_SIGNATURES = 100
const MARK = '— '

/** @throws MalformedNote */
export function parseNote(content: Uint8Array | string): Note {
  const whole = typeof content === 'string' ? content : fromUtf8(content)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a note holds none but line breaks
  if (!whole.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(whole)) throw new MalformedNote('A note holds no control characters.')
  const end = whole.lastIndexOf('\n\n')
  if (end < 0) throw new MalformedNote('A note has an empty line between its text and its signatures.')
  const signatures = parseSignatures(whole.slice(end + 2))
  if (signatures.length === 0) throw new MalformedNote('The note is not signed.')
  return { text: whole.slice(0, end + 1), signatures }
}

/** Lines of signatures alone: what a witness answers. @throws MalformedNote */
export function parseSignatures(lines: string): NoteSignature[] {
  if (lines === '') return []
  if (!lines.endsWith('\n')) throw new MalformedNote('A line of a signature ends with a line break.')
  const all = lines.slice(0, -1).split('\n')
  if (all.length > MOST_SIGNATURES) throw new MalformedNote(`A note has at most ${MOST_SIGNATURES} signatures.`)
  return all.map(parseSignature)
}

function parseSignature(line: string): NoteSignature {
  const [name = '', base64 = '', ...more] = line.startsWith(MARK) ? line.slice(MARK.length).split(' ') : []
  const bytes = fromBase64(base64)
  if (more.length > 0 || !isKeyName(name) || !bytes || bytes.length < 5)
    throw new MalformedNote('A signature has the form "— name base64".')
  return { name, keyId: new DataView(bytes.buffer).getUint32(0), bytes: bytes.subarray(4) }
}

export function formatNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n')) throw new MalformedNote('The text of a note ends with a line break.')
  return `${text}\n${signatures.map(formatSignature).join('')}`
}

/** One line, with its line break. */
export function formatSignature({ name, keyId, bytes }: NoteSignature): string {
  const id = new Uint8Array(4)
  new DataView(id.buffer).setUint32(0, keyId)
  return `${MARK}${name} ${toBase64(concatBytes(id, bytes))}\n`
}

/** A note with the signatures of these keys, in this order. */
export function signNote(text: string, signers: readonly Signer[]): string {
  return formatNote({ text, signatures: signers.map((signer) => signatureBy(signer, text)) })
}

export function signatureBy({ name, keyId, sign }: Signer, text: string): NoteSignature {
  return { name, keyId, bytes: sign(text) }
}

/**
 * The signatures by known keys, each checked; those by unknown keys say nothing and are left out.
 * @throws BadSignature when a known key's signature is wrong, or no known key signed
 */
export function verifyNote({ text, signatures }: Note, known: readonly Verifier[]): NoteSignature[] {
  const checked = signatures.filter((signature) => {
    const verifier = known.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId)
    if (!verifier) return false
    if (!verifier.verify(text, signature.bytes)) throw new BadSignature(`The signature of ${signature.name} is wrong.`)
    return true
  })
  if (checked.length === 0) throw new BadSignature('No known key has signed this.')
  return checked
}

/** Signs whole notes; for keys of type 0x01. */
export function noteSigner({ vkey, seed }: SigningKey): Signer {
  if (vkey.type !== keyTypes.note) throw new Error('This key makes cosignatures: use cosign().')
  const { name, keyId } = vkey
  return { name, keyId, sign: (text) => ed25519.sign(utf8(text), seed) }
}

export function noteVerifier({ name, keyId, type, publicKey }: Vkey): Verifier {
  if (type !== keyTypes.note) throw new Error('This key makes cosignatures: use cosignatureVerifier().')
  return { name, keyId, verify: (text, signature) => isSignedBy(publicKey, text, signature) }
}

/** Strictly by RFC 8032: no second encoding of a signature passes. */
export function isSignedBy(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false
  return ed25519.verify(signature, utf8(text), publicKey, { zip215: false })
}
