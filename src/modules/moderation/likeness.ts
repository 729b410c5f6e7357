import { createHash } from 'node:crypto'
import { fold } from '../../shared/vietnamese-text.ts'

/** Equal for texts that differ in case, tones, spaces, signs or letters that nobody sees. */
export function likenessOf(body: string): Buffer {
  const bare = fold(body.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
  return createHash('sha256').update(bare).digest()
}
