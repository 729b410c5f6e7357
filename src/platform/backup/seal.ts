import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupRefused } from './refusal.ts'

/** Rows of text shrink well at any level; photos at none. Three is twice as fast as six and a tenth larger. */
const LEVEL = 3

/**
 * A gzip stream does not check all of itself: a few bytes of its header, the bits after its last code and anything behind it may change
 * unseen. So a second, empty member follows, whose comment holds the SHA-256 of every byte before it. Any `gunzip` reads both.
 */
const trailerStart = Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 3])
/** An empty block, its CRC-32 and its length. */
const trailerEnd = Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
const TRAILER_BYTES = trailerStart.length + 'sha256:'.length + 64 + trailerEnd.length

function trailer(sha256: string): Buffer {
  return Buffer.concat([trailerStart, Buffer.from(`sha256:${sha256}`, 'latin1'), trailerEnd])
}

/** Compresses, then says what the compressed bytes must be. */
export async function* seal(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of through(source, createGzip({ level: LEVEL }))) {
    hash.update(chunk)
    yield chunk
  }
  yield trailer(hash.digest('hex'))
}

/**
 * The opposite of `seal`.
 * @throws BackupRefused when a byte is missing, added or changed; the last chunks come before that is known
 */
export async function* unseal(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* through(withoutTrailer(source), createGunzip())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw new BackupRefused('damaged', '', { cause: error })
    throw error
  }
}

async function* withoutTrailer(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    const all = Buffer.concat([held, chunk])
    const sure = Math.max(0, all.length - TRAILER_BYTES)
    held = all.subarray(sure)
    if (sure === 0) continue
    hash.update(all.subarray(0, sure))
    yield all.subarray(0, sure)
  }
  const [start, end] = [held.subarray(0, trailerStart.length), held.subarray(-trailerEnd.length)]
  if (held.length < TRAILER_BYTES || (!start.equals(trailerStart) && !end.equals(trailerEnd))) throw new BackupRefused('truncated')
  if (!held.equals(trailer(hash.digest('hex')))) throw new BackupRefused('damaged')
}

/** Passes chunks through one zlib stream; an error of either side ends both. */
async function* through(source: AsyncIterable<Uint8Array>, zlib: ReturnType<typeof createGzip>): AsyncGenerator<Uint8Array> {
  const ended = pipeline(source, zlib).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  for await (const chunk of zlib) yield chunk as Uint8Array
  const failed = await ended
  if (failed) throw failed.error
}
