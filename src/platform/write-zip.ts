import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  /** In the archive, with `/` between its folders. */
  name: string
  /** On the disk. */
  path: string
}

/** Fields of 32 and 16 bits that say "look into the ZIP64 record". */
const FULL_32 = 0xffff_ffff
const FULL_16 = 0xffff
/** A file up to here may grow by packing, and still fits into 32 bits. */
const NEARLY_FULL = FULL_32 * 0.99
/** Packed in one go, bytes. */
const SMALL = 65_536
const DEFLATED = 8
/** Names are UTF-8. */
const FLAGS = 0x0800
const ZIP_2 = 20
const ZIP_64 = 45

interface Written {
  name: Buffer
  crc: number
  size: number
  packed: number
  offset: number
}

/**
 * Writes a ZIP that any computer opens by a double-click, file by file: of any number and size, in little memory. Sizes stand before each
 * file, as the simplest readers want it; beyond 4 GB or 65.535 files it is a ZIP64.
 * @param at stamped on every file
 * @param most files from which on it is a ZIP64; lower in tests alone
 * @throws what reading throws; half an archive is then left at `path`
 */
export async function writeZip(path: string, files: AsyncIterable<ZipFile>, at: Date, most = FULL_16): Promise<void> {
  const out = await open(path, 'wx', 0o644)
  try {
    const written: Written[] = []
    let offset = 0
    for await (const file of files) {
      const one = await writeFile(out, file, offset, at)
      written.push(one.entry)
      offset = one.end
    }
    await writeDirectory(out, written, { offset, at, isMany: written.length >= most })
    await out.sync()
  } finally {
    await out.close()
  }
}

async function writeFile(out: FileHandle, { name, path }: ZipFile, offset: number, at: Date): Promise<{ entry: Written; end: number }> {
  const entry: Written = { name: Buffer.from(name, 'utf8'), crc: 0, size: 0, packed: 0, offset }
  const { size } = await stat(path)
  if (size <= SMALL) {
    const bytes = await readFile(path)
    const packed = deflateRawSync(bytes)
    Object.assign(entry, { crc: crc32(bytes), size: bytes.length, packed: packed.length })
    const whole = Buffer.concat([localHeader(entry, false, at), packed])
    return { entry, end: offset + (await put(out, whole, offset)) }
  }
  const isLarge = size > NEARLY_FULL
  // Written last, into the place kept for it.
  const begin = offset + localHeader(entry, isLarge, at).length
  await packInto(out, path, begin, entry)
  await put(out, localHeader(entry, isLarge, at), offset)
  return { entry, end: begin + entry.packed }
}

/** Packs a file of any size in pieces, and fills in its sum and sizes. */
async function packInto(out: FileHandle, path: string, begin: number, entry: Written): Promise<void> {
  await pipeline(
    createReadStream(path),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        entry.crc = crc32(chunk, entry.crc)
        entry.size += chunk.length
        yield chunk
      }
    },
    createDeflateRaw(),
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) entry.packed += await put(out, chunk, begin + entry.packed)
    },
  )
}

async function put(out: FileHandle, bytes: Buffer, position: number): Promise<number> {
  for (let done = 0; done < bytes.length; ) done += (await out.write(bytes, done, bytes.length - done, position + done)).bytesWritten
  return bytes.length
}

function localHeader({ name, crc, size, packed }: Written, isLarge: boolean, at: Date): Buffer {
  const extra = isLarge ? extra64([size, packed]) : Buffer.alloc(0)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(isLarge ? ZIP_64 : ZIP_2, 4)
  writeCommon(head, 6, at, crc, isLarge ? FULL_32 : packed, isLarge ? FULL_32 : size)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, name, extra])
}

function centralHeader({ name, crc, size, packed, offset }: Written, at: Date): Buffer {
  const isLarge = size > NEARLY_FULL || packed >= FULL_32 || offset >= FULL_32
  const extra = isLarge ? extra64([size, packed, offset]) : Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(isLarge ? ZIP_64 : ZIP_2, 4)
  head.writeUInt16LE(isLarge ? ZIP_64 : ZIP_2, 6)
  writeCommon(head, 8, at, crc, isLarge ? FULL_32 : packed, isLarge ? FULL_32 : size)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(isLarge ? FULL_32 : offset, 42)
  return Buffer.concat([head, name, extra])
}

/** Flags, method, time, sum and sizes: the same in both headers. */
function writeCommon(head: Buffer, from: number, at: Date, crc: number, packed: number, size: number): void {
  head.writeUInt16LE(FLAGS, from)
  head.writeUInt16LE(DEFLATED, from + 2)
  head.writeUInt32LE(dosTime(at), from + 4)
  head.writeUInt32LE(crc, from + 8)
  head.writeUInt32LE(packed, from + 12)
  head.writeUInt32LE(size, from + 16)
}

function extra64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  for (const [n, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + n * 8)
  return extra
}

/** Date and time as ZIP knows them: Vietnamese, to two seconds, from 1980 on. */
function dosTime(at: Date): number {
  const local = new Date(at.getTime() + 7 * 3_600_000)
  const date = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate()
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1)
  return date * 0x1_0000 + time
}

async function writeDirectory(
  out: FileHandle,
  written: readonly Written[],
  { offset, at, isMany }: { offset: number; at: Date; isMany: boolean },
): Promise<void> {
  let end = offset
  for (const entry of written) end += await put(out, centralHeader(entry, at), end)
  const length = end - offset
  const isLarge = isMany || end >= FULL_32
  if (isLarge) end += await put(out, end64(written.length, length, offset, end), end)
  const tail = Buffer.alloc(22)
  const count = isLarge ? FULL_16 : written.length
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(isLarge ? FULL_32 : length, 12)
  tail.writeUInt32LE(isLarge ? FULL_32 : offset, 16)
  await put(out, tail, end)
}

/** The end of a ZIP64, and where it is found. */
function end64(count: number, length: number, offset: number, position: number): Buffer {
  const end = Buffer.alloc(56 + 20)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(ZIP_64, 12)
  end.writeUInt16LE(ZIP_64, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(position), 64)
  end.writeUInt32LE(1, 72)
  return end
}
