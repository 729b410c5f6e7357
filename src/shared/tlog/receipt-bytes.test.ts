import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { sampleLog } from '../../../tests/support/sample-receipt.ts'
import { canonicalJson } from '../canonical-json.ts'
import { utf8 } from './bytes.ts'
import { checkReceipt, type KnownKeys, looksLikeReceipt, type ReceiptPart } from './check-receipt.ts'
import type { Receipt } from './receipt.ts'

/** Thousands of signatures are checked here by OpenSSL, twenty times quicker; the one that ships is tried in receipt.test.ts. */
vi.mock('@noble/curves/ed25519.js', async (original) => {
  const { ed25519 } = await original<typeof import('@noble/curves/ed25519.js')>()
  const isSigned = (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => {
    const x = Buffer.from(key).toString('base64url')
    return verify(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature)
  }
  return { ed25519: { ...ed25519, verify: isSigned } }
})

const log = await sampleLog()
const known: KnownKeys = { keys: [log.vkey], witnesses: [] }
const partOf = (bytes: Uint8Array) => {
  const checked = checkReceipt(bytes, known)
  return checked.ok ? 'true' : checked.part
}

/** Which part answers for each byte: where the values lie in the file. Bytes between two parts answer to either. */
function partsByByte(bytes: Uint8Array): Set<ReceiptPart>[] {
  const text = new TextDecoder().decode(bytes)
  const receipt = JSON.parse(text) as Receipt
  const parts = Array.from({ length: bytes.length }, () => new Set<ReceiptPart>(['shape']))
  /** In letters of the text, which are turned into bytes. */
  const mark = (from: number, to: number, part: ReceiptPart) => {
    const [start, end] = [utf8(text.slice(0, from)).length, utf8(text.slice(0, to)).length]
    for (let at = start; at < end; at++) parts[at]!.add(part)
  }
  const placeOf = (name: string): [number, number] => {
    const value = canonicalJson(receipt[name as keyof Receipt])
    const from = text.indexOf(`"${name}":${value}`) + name.length + 3
    return [from, from + value.length]
  }
  for (const name of ['key', 'leaf', 'opened'] as const) mark(...placeOf(name), name)
  mark(...placeOf('witnesses'), 'witness')
  const [from, to] = placeOf('proof')
  const proof = text.slice(from, to)
  const checkpoint = from + proof.indexOf('\\n\\n')
  const logLine = from + proof.indexOf('— ')
  const witnessLines = proof.indexOf('\\n', logLine - from) + from
  mark(from, checkpoint + 4, 'proof')
  mark(checkpoint, witnessLines + 2, 'checkpoint')
  // A change that breaks the log's line in two makes what follows the break a line of nobody's.
  mark(logLine, to, 'witness')
  return parts
}

/** Unreadable as the canonical JSON of a receipt: told without the code under test. */
function isOutOfShape(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text) as object
    const keys = Object.keys(value).join()
    return (
      `${canonicalJson(value)}\n` !== text || keys !== 'format,key,leaf,opened,proof,witnesses' || !text.includes('"congdan-receipt/v1"')
    )
  } catch {
    return true
  }
}

describe('one changed byte anywhere is "giả", and the part is named', () => {
  const parts = partsByByte(log.receipt)
  const walk = (change: (byte: number) => number) => {
    const wrong: string[] = []
    const bytes = new Uint8Array(log.receipt)
    for (let at = 0; at < bytes.length; at++) {
      const before = bytes[at]!
      bytes[at] = change(before)
      if (bytes[at] === before) continue
      const part = partOf(bytes)
      const right = part === 'shape' ? isOutOfShape(bytes) : parts[at]!.has(part as ReceiptPart)
      if (!right) wrong.push(`byte ${at} (${before} → ${bytes[at]}): ${part}, not ${[...parts[at]!]}`)
      if (!looksLikeReceipt(bytes)) wrong.push(`byte ${at}: no longer looks like a receipt`)
      bytes[at] = before
    }
    expect(wrong).toEqual([])
    expect(partOf(bytes)).toBe('true')
  }

  const changes: [string, (byte: number) => number][] = [
    ['the lowest bit', (byte) => byte ^ 0x01],
    ['the case of each letter', (byte) => byte ^ 0x20],
    ['the highest bit', (byte) => byte ^ 0x80],
    ['the next byte', (byte) => (byte + 1) % 256],
    ['nothing but zeros', () => 0x30],
    ['spaces, tabs', (byte) => (byte === 0x20 ? 0x09 : 0x20)],
    ['quotation marks', () => 0x22],
    ['backslashes', () => 0x5c],
    ['line ends that are tabs', (byte) => (byte === 0x6e ? 0x74 : 0x6e)],
  ]
  test.each(changes)('%s', { timeout: 60_000 }, (_what, change) => walk(change))
})
