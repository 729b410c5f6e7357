import { fromBase64, toBase64 } from './base64.ts'
import { fromUtf8 } from './bytes.ts'
import { HASH_BYTES } from './merkle.ts'
import { MalformedNote } from './vkey.ts'

/** What a log sends a witness (C2SP tlog-witness, `add-checkpoint`). */
export interface AddCheckpoint {
  /** Size of the newest checkpoint that the witness has cosigned, as the log believes; 0: none. */
  oldSize: number
  /** Hashes that lead from the tree of that size to the checkpoint's. */
  proof: readonly Uint8Array[]
  /** The signed checkpoint, whole. */
  checkpoint: string
}

/** Enough for any tree of less than 2^63 leaves. */
const MOST_HASHES = 63

export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  return `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`
}

/** Reads the envelope; the checkpoint in it is not looked at. @throws FormatError */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  const text = fromUtf8(body)
  const end = text.indexOf('\n\n')
  const [old = '', ...hashes] = end < 0 ? [] : text.slice(0, end).split('\n')
  const [, size = ''] = /^old (0|[1-9]\d*)$/.exec(old) ?? []
  if (size === '' || !Number.isSafeInteger(Number(size))) throw new MalformedNote('The first line is "old" and a size.')
  if (hashes.length > MOST_HASHES) throw new MalformedNote(`A proof has at most ${MOST_HASHES} hashes.`)
  return { oldSize: Number(size), proof: hashes.map(hashOf), checkpoint: text.slice(end + 2) }
}

function hashOf(line: string): Uint8Array {
  const hash = fromBase64(line)
  if (hash?.length !== HASH_BYTES) throw new MalformedNote('A line of the proof is one hash in base64.')
  return hash
}

/** Kind of the answer that tells the size which the witness knows. */
export const SIZE_TYPE = 'text/x.tlog.size'
