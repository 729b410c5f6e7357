import { fromBase64, toBase64 } from './base64.ts'
import { FormatError, wholeNumber } from './bytes.ts'
import { HASH_BYTES } from './merkle.ts'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'

/** C2SP tlog-proof: that an entry is in a log, provable without the log. */
export interface TlogProof {
  /** What the application adds; nothing vouches for it. */
  extra: Uint8Array | null
  index: number
  /** From the leaf's sibling to the root's child. */
  hashes: readonly Uint8Array[]
  /** The signed checkpoint, as the log served it. */
  checkpoint: string
}

export function formatProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const head = [FIRST_LINE, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...hashes.map(toBase64)]
  return `${head.join('\n')}\n\n${checkpoint}`
}

/** @throws FormatError. What is read here is written the same again, byte for byte; the checkpoint is left as it is. */
export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n')
  if (end < 0) throw new FormatError('A proof has an empty line before its checkpoint.')
  const [first, ...lines] = text.slice(0, end).split('\n')
  if (first !== FIRST_LINE) throw new FormatError(`A proof begins with ${FIRST_LINE}.`)
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()!.slice('extra '.length)) : null
  const indexLine = lines.shift()
  if (!indexLine?.startsWith('index ')) throw new FormatError('A proof names the index of its entry.')
  const hashes = lines.map((line) => {
    const hash = bytesOf(line)
    if (hash.length !== HASH_BYTES) throw new FormatError(`A hash has ${HASH_BYTES} bytes, not ${hash.length}.`)
    return hash
  })
  return { extra, index: wholeNumber(indexLine.slice('index '.length)), hashes, checkpoint: text.slice(end + 2) }
}

function bytesOf(base64: string): Uint8Array {
  const bytes = fromBase64(base64)
  if (!bytes) throw new FormatError(`"${base64.slice(0, 60)}" is not base64 in its one form.`)
  return bytes
}
