import { createReadStream } from 'node:fs'
import type { Decrypter } from 'age-encryption'
import { ageMagic, decrypt } from './age.ts'
import { type ArchiveEntry, readArchive } from './read-archive.ts'
import { BackupRefused } from './refusal.ts'
import { unseal } from './seal.ts'

/** The archive's entries from its beginning; each call begins anew. */
export type ArchiveSource = () => AsyncIterable<ArchiveEntry>

/** Entries of an archive on disk. */
export function archiveIn(file: string, decrypter: Decrypter | undefined): ArchiveSource {
  return () => readArchive(tarOf(createReadStream(file, { highWaterMark: 262_144 }), decrypter))
}

/** Takes off what is around the tar stream: age if there is a key, then gzip with its seal. */
export async function* tarOf(raw: AsyncIterable<Uint8Array>, decrypter: Decrypter | undefined): AsyncGenerator<Uint8Array> {
  const chunks = raw[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  while (start.length < ageMagic.length) {
    const next = await chunks.next()
    if (next.done) break
    start = Buffer.concat([start, next.value])
  }
  const all = (async function* () {
    yield start
    yield* { [Symbol.asyncIterator]: () => chunks }
  })()
  if (start.subarray(0, ageMagic.length).equals(ageMagic)) {
    if (!decrypter) throw new BackupRefused('identity_needed')
    yield* unseal(decrypt(decrypter, all))
  } else if (start[0] === 0x1f && start[1] === 0x8b) yield* unseal(all)
  else throw new BackupRefused('not_a_backup')
}
