/** 1 January 1980, 00:00: the first time that a ZIP can say. */
const FIRST = 0x0021_0000

/** The same parts give the same bytes: each entry of the ZIP says the first time of the format instead of now. */
export function settleTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < entries; i++) {
    zip.writeUInt32LE(FIRST, at + 12)
    zip.writeUInt32LE(FIRST, zip.readUInt32LE(at + 42) + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
