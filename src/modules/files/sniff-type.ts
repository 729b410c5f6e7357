import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { RefusalCode } from './file.ts'

/** `zip`: perhaps an office document; `check-office.ts` says which. `ole`: Word and Excel before 2007, and newer ones with a password. */
export type Sniffed = 'jpeg' | 'png' | 'webp' | 'pdf' | 'zip' | 'ole'

const taken: Record<string, Sniffed> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  // Animated PNG: its first frame is a PNG.
  'image/apng': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** What the bytes are, by their beginning; the name and the declared type are never asked. */
export async function sniffType(path: string): Promise<Sniffed | RefusalCode> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4100), 0, 4100, 0)
    const found = await fileTypeFromBuffer(buffer.subarray(0, bytesRead))
    if (found && /^image\/hei[cf]/.test(found.mime)) return 'file_heic_refused'
    if (buffer.subarray(0, 4).equals(ZIP)) return 'zip'
    if (buffer.subarray(0, 8).equals(OLE)) return 'ole'
    return taken[found?.mime ?? ''] ?? 'file_type_refused'
  } finally {
    await file.close()
  }
}

export function isSniffed(result: Sniffed | RefusalCode): result is Sniffed {
  return result === 'zip' || result === 'ole' || Object.values(taken).includes(result as Sniffed)
}
