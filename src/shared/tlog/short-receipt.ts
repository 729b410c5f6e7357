import { fromBase64, toBase64 } from './base64.ts'
import { FormatError, fromUtf8, sameBytes, wholeNumber } from './bytes.ts'
import type { CheckedReceipt, FalseReceipt } from './check-receipt.ts'
import { openCheckpoint } from './checkpoint.ts'
import { cosignedAt, verifierOf } from './cosignature.ts'
import { HASH_BYTES, inclusionProof, leafHash, verifyInclusion } from './merkle.ts'
import { verifyNote } from './note.ts'
import type { Statement } from './receipt.ts'
import { isStatement } from './receipt-shape.ts'
import { decodeBundle, TILE_WIDTH, type Tile, tileReader, tileWidth } from './tiles.ts'
import { formatVkey, parseVkey, type Vkey } from './vkey.ts'

/** What a square on paper holds: where the statement stands in the log, and its hash. The log itself has the rest. */
export interface ShortReceipt {
  index: number
  /** Of the leaf, 32 bytes. */
  hash: Uint8Array
}

/** `1.128.pQ3…`: version, place, hash; nothing that an address would have to escape. */
export function formatShort({ index, hash }: ShortReceipt): string {
  return `1.${index}.${toBase64(hash).replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}`
}

/** Reads the short form, or an address that carries it (`…?phieu=1.128.pQ3…`). Null for anything else. */
export function parseShort(text: string): ShortReceipt | null {
  const short = /(?:^|[?&]phieu=)(1\.\d{1,16}\.[\w-]{43})$/.exec(text.trim())?.[1]
  if (!short) return null
  const [, place = '', base64url = ''] = short.split('.')
  const hash = fromBase64(`${base64url.replaceAll('-', '+').replaceAll('_', '/')}=`)
  try {
    return hash?.length === HASH_BYTES ? { index: wholeNumber(place), hash } : null
  } catch (error) {
    if (error instanceof FormatError) return null
    throw error
  }
}

/** Where the log's files come from: over the network, or out of the database. Rejects when they cannot be had. */
export interface LogFiles {
  checkpoint: () => Promise<string>
  tile: (tile: Tile) => Promise<Uint8Array>
}

/** The keys must come from elsewhere: a short form brings none. */
export interface LogTrust {
  keys: readonly string[]
  witnesses: readonly string[]
}

const wrong = (part: FalseReceipt['part'], fault: string): FalseReceipt => ({ ok: false, part, fault })

/**
 * Looks the short form up in the log and checks what the log shows: the entry, its proof, the signature.
 * @throws what `files` throws when the log cannot be reached
 */
export async function checkShort({ index, hash }: ShortReceipt, files: LogFiles, trust: LogTrust): Promise<CheckedReceipt> {
  const head = openHead(await files.checkpoint(), trust)
  if (!head) return wrong('checkpoint', 'log_signature')
  const { checkpoint } = head
  if (index >= checkpoint.size) return wrong('proof', 'not_in_log')
  const bundle = Math.floor(index / TILE_WIDTH)
  const width = tileWidth('entries', bundle, checkpoint.size)
  const entry = entryOf(await files.tile({ level: 'entries', index: bundle, width }), index % TILE_WIDTH)
  if (!entry || !sameBytes(leafHash(entry), hash)) return wrong('leaf', 'leaf_hash')
  const proof = await inclusionProof(tileReader(files.tile, checkpoint.size), index, checkpoint.size)
  if (!verifyInclusion(hash, index, checkpoint.size, proof, checkpoint.root)) return wrong('proof', 'proof_root')
  const statement = statementOf(entry)
  if (!statement) return wrong('leaf', 'leaf_form')
  return { ok: true, statement, opened: [], index, checkpoint, key: head.key, keyKnown: true, witnesses: head.witnesses }
}

function openHead(text: string, trust: LogTrust) {
  try {
    const keys = trust.keys.map(parseVkey)
    const { checkpoint, note, signedBy } = openCheckpoint(text, keys)
    const key = keys.find(({ name, keyId }) => name === signedBy[0]!.name && keyId === signedBy[0]!.keyId)!
    return { checkpoint, key: formatVkey(key), witnesses: witnessesOf(note, trust.witnesses.map(parseVkey)) }
  } catch {
    // Not a checkpoint, of another log, or not signed by a key that is known.
    return null
  }
}

function witnessesOf(note: Parameters<typeof verifyNote>[0], keys: readonly Vkey[]) {
  if (!note.signatures.some((line) => keys.some(({ name, keyId }) => name === line.name && keyId === line.keyId))) return []
  return verifyNote(note, keys.map(verifierOf)).map((line) => ({ name: line.name, at: cosignedAt(line)!, known: true }))
}

function entryOf(bundle: Uint8Array, at: number): Uint8Array | undefined {
  try {
    return decodeBundle(bundle)[at]
  } catch (error) {
    if (error instanceof FormatError) return undefined
    throw error
  }
}

function statementOf(entry: Uint8Array): Statement | null {
  try {
    const value: unknown = JSON.parse(fromUtf8(entry))
    return isStatement(value) ? value : null
  } catch {
    return null
  }
}
