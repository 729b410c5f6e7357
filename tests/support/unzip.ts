import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'

const FULL_32 = 0xffff_ffff

/** A second, plain reader of ZIP and ZIP64: every sum and both headers of each file are compared. */
export function* filesOfZip(path: string): Generator<{ name: string; bytes: Buffer }> {
  const zip = readFileSync(path)
  const tail = zip.length - 22
  if (zip.readUInt32LE(tail) !== 0x06054b50) throw new Error('no end of a ZIP')
  let count = zip.readUInt16LE(tail + 10)
  let at = zip.readUInt32LE(tail + 16)
  if (count === 0xffff || at === FULL_32) {
    if (zip.readUInt32LE(tail - 20) !== 0x07064b50) throw new Error('no place of the ZIP64 end')
    const end = Number(zip.readBigUInt64LE(tail - 12))
    if (zip.readUInt32LE(end) !== 0x06064b50) throw new Error('no ZIP64 end')
    count = Number(zip.readBigUInt64LE(end + 32))
    at = Number(zip.readBigUInt64LE(end + 48))
  }
  for (let n = 0; n < count; n++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error(`file ${n}: no entry in the directory`)
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString()
    const local = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name}: no header`)
    // Flags, method, time, sum, sizes and length of the name are the same in both.
    if (!zip.subarray(at + 8, at + 30).equals(zip.subarray(local + 6, local + 28))) throw new Error(`${name}: two headers that differ`)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(at + 20)))
    if (bytes.length !== zip.readUInt32LE(at + 24) || crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`${name}: another file`)
    yield { name, bytes }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/** Unpacks into a folder. @returns names, in the order of the archive */
export function unzip(path: string, folder: string): string[] {
  const names: string[] = []
  for (const { name, bytes } of filesOfZip(path)) {
    const target = join(folder, name)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
    names.push(name)
  }
  return names
}
