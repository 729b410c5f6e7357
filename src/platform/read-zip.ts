import { inflateRawSync } from 'node:zlib'

/** Parts of an office document: beyond this it is no document. */
const MOST_ENTRIES = 5_000
/** Begins the record at the end of every ZIP. */
const END = Buffer.from('PK\u0005\u0006', 'latin1')
/** One part, unpacked. */
const MOST_BYTES = 40 * 1024 * 1024

export interface Zip {
  names: readonly string[]
  /** Undefined when there is no such part; null when it is damaged, encrypted or too large to look into. */
  read: (name: string) => string | null | undefined
}

interface Entry {
  method: number
  flags: number
  packed: number
  offset: number
}

/** The parts of a ZIP by its own directory; null when it is none, or damaged. Nothing is unpacked until it is asked for. */
export function readZip(bytes: Buffer): Zip | null {
  try {
    const entries = directoryOf(bytes)
    return entries && { names: [...entries.keys()], read: (name) => unpack(bytes, entries.get(name)) }
  } catch (error) {
    // A number in it points outside the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

function directoryOf(bytes: Buffer): Map<string, Entry> | null {
  const end = bytes.lastIndexOf(END)
  if (end < 0) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return null
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    entries.set(name, {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, entry: Entry | undefined): string | null | undefined {
  if (!entry) return undefined
  const { method, flags, packed, offset } = entry
  if ((flags & 1) !== 0 || offset + 30 > bytes.length) return null
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return content.toString('utf8')
  if (method !== 8) return null
  try {
    return inflateRawSync(content, { maxOutputLength: MOST_BYTES }).toString('utf8')
  } catch {
    // Every failure of the unpacking is about these bytes.
    return null
  }
}
