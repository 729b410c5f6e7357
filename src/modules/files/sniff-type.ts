import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { RefusalCode } from './file.ts'

export type Sniffed = 'jpeg' | 'png' | 'webp' | 'pdf'

const taken: Record<string, Sniffed> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  // Animated PNG: its first frame is a PNG.
  'image/apng': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** What the bytes are, by their beginning; the name and the declared type are never asked. */
export async function sniffType(path: string): Promise<Sniffed | RefusalCode> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4100), 0, 4100, 0)
    const found = await fileTypeFromBuffer(buffer.subarray(0, bytesRead))
    if (found && /^image\/hei[cf]/.test(found.mime)) return 'file_heic_refused'
    return taken[found?.mime ?? ''] ?? 'file_type_refused'
  } finally {
    await file.close()
  }
}

export function isSniffed(result: Sniffed | RefusalCode): result is Sniffed {
  return Object.values(taken).includes(result as Sniffed)
}
