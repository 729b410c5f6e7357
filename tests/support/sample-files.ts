import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

interface PhotoOptions {
  width?: number
  height?: number
  format?: 'jpeg' | 'png' | 'webp'
  /** EXIF orientation; 6 is a phone held upright. */
  orientation?: number
}

/** A photo as a phone takes it: camera name, place of taking, a note, a colour profile. */
export async function photoWithPlace({ width = 640, height = 480, format = 'jpeg', orientation = 1 }: PhotoOptions = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2f6f4f' } })
    .withExif({
      IFD0: { Make: 'Phone of Hoa', ImageDescription: 'in front of number 12' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 50/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 58/1 0/1' },
    })
    .withIccProfile('p3')
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer()
}

/** Noise does not compress: a photo of a true size. */
export async function noisyPhoto(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: '#000' } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A PNG whose header says 30,000 × 30,000 while the file has a few hundred bytes. */
export function pngBomb(side = 30_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(65_536))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** One empty page; `objects` go in as they are, `catalog` into the catalog. */
export function pdf({ objects = '' as string | Buffer, catalog = '', trailer = '' } = {}): Buffer {
  const body = Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
        '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
        '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
      'latin1',
    ),
    Buffer.from(objects as string, 'latin1'),
  ])
  return Buffer.concat([
    body,
    Buffer.from(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`),
  ])
}

/** Objects packed in a compressed stream, as most programs write them now. */
export function pdfObjectStream(objects: string, dictionary = '/Filter /FlateDecode'): Buffer {
  const packed = deflateSync(Buffer.from(objects, 'latin1'))
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${dictionary} /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

/** A legal progressive JPEG of one grey square that goes over its picture 883 times: small to send, slow to decode. */
export function manyScans(side = 8000): Buffer {
  const blocks = (side / 8) ** 2
  const segment = (marker: number, body: number[]) => Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body])
  const huffman = (kind: number, symbol: number) => segment(0xc4, [kind << 4, 1, ...Array<number>(15).fill(0), symbol])
  const scan = (coefficient: number, bits: number) => segment(0xda, [1, 1, 0, coefficient, coefficient, bits])
  const parts: Buffer[] = [
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc2, [8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0]),
    // One symbol each: "no difference", and "nothing for the next 16,384 blocks or more".
    huffman(0, 0),
    huffman(1, 0xe0),
    scan(0, 0),
    Buffer.alloc(Math.ceil(blocks / 8)),
  ]
  const nothing = endOfBlocks(blocks)
  for (let coefficient = 1; coefficient < 64; coefficient++) {
    for (let bit = 13; bit >= 0; bit--) parts.push(scan(coefficient, bit === 13 ? 13 : ((bit + 1) << 4) | bit), nothing)
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])])
}

/** Runs of empty blocks: one bit of code and fourteen of length each. */
function endOfBlocks(blocks: number): Buffer {
  let bits = ''
  for (let left = blocks; left > 0; left -= 32_767)
    bits += `0${Math.max(0, Math.min(left, 32_767) - 16_384)
      .toString(2)
      .padStart(14, '0')}`
  const bytes = bits.match(/.{1,8}/g)!.map((eight) => Number.parseInt(eight.padEnd(8, '1'), 2))
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])))
}

/** A ZIP of these parts, not packed: what the readers of office documents are tried with. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(content)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(crc32(bytes), 14)
    local.writeUInt32LE(bytes.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    local.copy(entry, 16, 14, 28)
    entry.writeUInt32LE(offset, 42)
    files.push(local, title, bytes)
    directory.push(entry, title)
    offset += local.length + title.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

const officeTypes = 'application/vnd.openxmlformats-officedocument'

/** A Word document with this body, and further parts. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${officeTypes}.wordprocessingml.document.main+xml"/></Types>`,
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

/** A workbook of these sheets. */
export function xlsx(sheets: string, more: Readonly<Record<string, string>> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${officeTypes}.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
    ...more,
  })
}

/** An OpenDocument text with this content, and further parts. */
export function odt(content: string, more: Readonly<Record<string, string>> = {}): Buffer {
  return zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more })
}
