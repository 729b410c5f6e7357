import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, toBase64 } from './base64.ts'
import { concatBytes, FormatError, utf8 } from './bytes.ts'

/** What a key signs: whole notes (C2SP signed-note, 0x01), or checkpoints with the time (C2SP tlog-cosignature, 0x04). */
export const keyTypes = { note: 0x01, cosignature: 0x04 } as const
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes]

/** A public key with the name of who signs. */
export interface Vkey {
  name: string
  /** First four bytes of a hash over name, type and key, as a number: tells keys apart, proves nothing. */
  keyId: number
  type: KeyType
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array
}

/** The secret half. */
export interface SigningKey {
  vkey: Vkey
  /** Ed25519 seed (RFC 8032), 32 bytes. */
  seed: Uint8Array
}

/** A key or a note that is not in its form. */
export class MalformedNote extends FormatError {
  override name = 'MalformedNote'
}

/** Not empty, no Unicode space, no plus, nothing below a space. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: notes may hold none
  return name !== '' && name.isWellFormed() && !/[\s\u0085\u0000-\u001f+]/u.test(name.replaceAll('\ufeff', ''))
}

export function vkeyOf(name: string, type: KeyType, publicKey: Uint8Array): Vkey {
  if (!isKeyName(name)) throw new MalformedNote('A key needs a name without spaces and without "+", such as "example.vn/log".')
  if (publicKey.length !== 32 || !ed25519.utils.isValidPublicKey(publicKey, false))
    throw new MalformedNote('An Ed25519 public key has 32 bytes that name a point of the curve.')
  return { name, type, publicKey, keyId: keyIdOf(name, type, publicKey) }
}

function keyIdOf(name: string, type: KeyType, publicKey: Uint8Array): number {
  const [a, b, c, d] = sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey))
  return ((a! << 24) | (b! << 16) | (c! << 8) | d!) >>> 0
}

/** `name+c74f20a3+ARpc…`: how a public key is handed on. */
export function formatVkey({ name, keyId, type, publicKey }: Vkey): string {
  return `${name}+${hexId(keyId)}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`
}

/** @throws MalformedNote for anything but the one form of a key that we know */
export function parseVkey(text: string): Vkey {
  const [name, id, key] = partsOf(text)
  const vkey = vkeyOf(name, typeOf(key[0]), key.subarray(1))
  if (hexId(vkey.keyId) !== id) throw new MalformedNote('The short id in the key does not belong to it: a letter was changed or lost.')
  return vkey
}

export function newSigningKey(name: string, type: KeyType): SigningKey {
  return signingKeyOf(name, type, ed25519.utils.randomSecretKey())
}

function signingKeyOf(name: string, type: KeyType, seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new MalformedNote('An Ed25519 seed has 32 bytes.')
  return { seed, vkey: vkeyOf(name, type, ed25519.getPublicKey(seed)) }
}

const SECRET = 'PRIVATE+KEY+'

/** `PRIVATE+KEY+name+c74f20a3+AYEK…`: what lies in the key file, for the owner alone. */
export function formatSigningKey({ vkey, seed }: SigningKey): string {
  return `${SECRET}${vkey.name}+${hexId(vkey.keyId)}+${toBase64(concatBytes(Uint8Array.of(vkey.type), seed))}`
}

/** @throws MalformedNote; no message holds a part of the key */
export function parseSigningKey(text: string): SigningKey {
  if (!text.startsWith(SECRET)) throw new MalformedNote(`A signing key begins with ${SECRET}.`)
  const [name, id, key] = partsOf(text.slice(SECRET.length))
  const signing = signingKeyOf(name, typeOf(key[0]), key.subarray(1))
  if (hexId(signing.vkey.keyId) !== id) throw new MalformedNote('The short id in the signing key does not belong to it.')
  return signing
}

function partsOf(text: string): [name: string, id: string, key: Uint8Array] {
  const [name, id, ...rest] = text.split('+')
  // Base64 has plus signs of its own.
  const key = fromBase64(rest.join('+'))
  if (name === undefined || id === undefined || !/^[0-9a-f]{8}$/.test(id) || !key || key.length === 0)
    throw new MalformedNote('A key has the form name+0123abcd+base64.')
  return [name, id, key]
}

function typeOf(byte: number | undefined): KeyType {
  if (byte !== keyTypes.note && byte !== keyTypes.cosignature) throw new MalformedNote('The key is of a kind that is not known here.')
  return byte
}

function hexId(id: number): string {
  return id.toString(16).padStart(8, '0')
}
