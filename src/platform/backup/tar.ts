import { BackupRefused } from './refusal.ts'

const BLOCK = 512
/** The widest number that eleven octal digits hold. */
const MOST_BYTES = 8 ** 11 - 1

/** The two empty blocks that end a tar stream. */
export const tarEnd = Buffer.alloc(2 * BLOCK)

/** Header block of one plain file, in the form of POSIX ustar: any `tar` reads it. */
export function tarHeader(name: string, bytes: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`An entry name has at most 100 bytes: ${name}`)
  if (bytes > MOST_BYTES) throw new Error(`An entry has less than 8 GiB: ${name}`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${octal(bytes, 11)}\0`, 124)
  block.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(checksumOf(block), 148)
  return block
}

/** What fills the last block of an entry. */
export function tarPadding(bytes: number): Buffer {
  return Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK)
}

export interface TarEntry {
  name: string
  bytes: number
  /** Read once, to its end or not at all. */
  body: AsyncIterable<Buffer>
}

/**
 * Reads entries in order; what is left of a body is passed over. Nothing but plain files is let in.
 * @throws BackupRefused `truncated` or `damaged`
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const reader = byteReader(source)
  for (;;) {
    const block = await reader.take(BLOCK)
    if (isEmpty(block)) break
    const { name, bytes } = parseHeader(block)
    let left = bytes
    const body = (async function* () {
      while (left > 0) {
        const piece = await reader.some(left)
        left -= piece.length
        yield piece
      }
    })()
    yield { name, bytes, body }
    while (left > 0) left -= (await reader.some(left)).length
    if (!isEmpty(await reader.take(tarPadding(bytes).length))) throw new BackupRefused('damaged')
  }
  // After the first empty block come a second one and the end, nothing else.
  if (!isEmpty(await reader.take(BLOCK)) || !(await reader.isAtEnd())) throw new BackupRefused('damaged')
}

function isEmpty(block: Buffer): boolean {
  return block.every((byte) => byte === 0)
}

function parseHeader(block: Buffer): { name: string; bytes: number } {
  const isPlain = block[156] === 0x30 && block.toString('latin1', 257, 263) === 'ustar\0'
  const size = block.toString('latin1', 124, 135)
  if (block.toString('latin1', 148, 156) !== checksumOf(block) || !isPlain || !/^[0-7]{11}$/.test(size)) throw new BackupRefused('damaged')
  const end = block.indexOf(0)
  return { name: block.toString('utf8', 0, Math.min(end === -1 ? 100 : end, 100)), bytes: Number.parseInt(size, 8) }
}

/** The checksum's field: the sum of all bytes, its own counted as spaces. */
function checksumOf(block: Buffer): string {
  let sum = 8 * 0x20
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at]!
  return `${octal(sum, 6)}\0 `
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** Cuts a stream of chunks where the reader wants. */
function byteReader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let done = false
  const fill = async (): Promise<void> => {
    while (rest.length === 0 && !done) {
      const next = await chunks.next()
      if (next.done) done = true
      else rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    }
  }
  /** Between one byte and `most`, as they come. */
  const some = async (most: number): Promise<Buffer> => {
    await fill()
    if (rest.length === 0) throw new BackupRefused('truncated')
    const piece = rest.subarray(0, most)
    rest = rest.subarray(piece.length)
    return piece
  }
  const take = async (bytes: number): Promise<Buffer> => {
    const pieces: Buffer[] = []
    for (let left = bytes; left > 0; left -= pieces.at(-1)!.length) pieces.push(await some(left))
    return Buffer.concat(pieces)
  }
  const isAtEnd = async (): Promise<boolean> => {
    await fill()
    return rest.length === 0
  }
  return { some, take, isAtEnd }
}
