import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { FORMAT, Header, kindOf, Manifest } from './format.ts'
import { BackupRefused } from './refusal.ts'
import { readTar, type TarEntry } from './tar.ts'

type Bytes = AsyncIterable<Buffer>

export type ArchiveEntry =
  | { kind: 'header'; header: Header }
  | { kind: 'secret' | 'table' | 'file'; name: string; bytes: number; body: Bytes }
  | { kind: 'jobs'; body: Bytes }
  /** Comes only when every digest fitted and the stream ended where it should. */
  | { kind: 'end'; manifest: Manifest }

/** Header and secrets are small; the manifest has 64 bytes for each thousand entries. */
const MOST_KEPT_BYTES = 67_108_864

/**
 * Reads an archive and checks it on the way: names, order, each digest, the counts. What is handed out is proven only by the `end`
 * entry, so a caller keeps nothing of it until that has come.
 * @throws BackupRefused
 */
export async function* readArchive(tar: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const check = digestCheck()
  let header: Header | undefined
  let manifest: Manifest | undefined
  for await (const entry of readTar(tar)) {
    const known = kindOf(entry.name)
    if (!known) throw new BackupRefused('bad_entry', printable(entry.name))
    if (manifest || (known.kind === 'header') !== (header === undefined)) throw new BackupRefused(header ? 'damaged' : 'not_a_backup')
    if (known.kind === 'manifest') {
      manifest = parse(Manifest, await whole(entry.body))
      continue
    }
    const { digest, body } = hashed(entry)
    if (known.kind === 'header') {
      const data = await whole(body)
      header = parseHeader(data)
      check.add(entry, digest())
      yield { kind: 'header', header }
    } else if (known.kind === 'list') {
      check.list(entry, await whole(body), digest())
    } else {
      yield known.kind === 'jobs' ? { kind: 'jobs', body } : { kind: known.kind, name: known.name, bytes: entry.bytes, body }
      for await (const _ of body);
      check.add(entry, digest())
    }
  }
  if (!manifest) throw new BackupRefused('truncated')
  check.end(manifest)
  yield { kind: 'end', manifest }
}

/** Reads a small body whole. */
export async function whole(body: Bytes): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MOST_KEPT_BYTES) throw new BackupRefused('damaged')
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks)
}

/** The body, digested as it is read; it may be left and taken up again. */
function hashed({ body }: TarEntry): { body: Bytes; digest: () => string } {
  const hash = createHash('sha256')
  const chunks = body[Symbol.asyncIterator]()
  const next = async (): Promise<IteratorResult<Buffer>> => {
    const step = await chunks.next()
    if (!step.done) hash.update(step.value)
    return step
  }
  return { body: { [Symbol.asyncIterator]: () => ({ next }) }, digest: () => hash.digest('hex') }
}

/** Compares what was read with the lists in the archive, and the lists with the manifest. */
function digestCheck() {
  const total = { entries: 0, bytes: 0 }
  const lists: string[] = []
  let waiting: string[] = []
  const count = ({ bytes }: TarEntry) => {
    total.entries++
    total.bytes += bytes
  }
  return {
    add: (entry: TarEntry, digest: string) => {
      count(entry)
      waiting.push(`${digest}  ${entry.name}\n`)
    },
    list: (entry: TarEntry, list: Buffer, digest: string) => {
      count(entry)
      lists.push(digest)
      if (list.toString('utf8') !== waiting.join('')) throw new BackupRefused('damaged')
      waiting = []
    },
    end: (manifest: Manifest) => {
      const fits =
        waiting.length === 0 &&
        manifest.entries === total.entries &&
        manifest.bytes === total.bytes &&
        manifest.lists.join() === lists.join()
      if (!fits) throw new BackupRefused('damaged')
    },
  }
}

/** The format is asked first: what a newer program wrote may have any shape. */
function parseHeader(data: Buffer): Header {
  const { format } = parse(Header.pick({ format: true }), data)
  if (format > FORMAT) throw new BackupRefused('newer_format', String(format))
  return parse(Header, data)
}

function parse<T>(schema: z.ZodType<T>, data: Buffer): T {
  try {
    return schema.parse(JSON.parse(data.toString('utf8')))
  } catch (error) {
    throw new BackupRefused('damaged', '', { cause: error })
  }
}

/** A name from outside, safe to show. */
function printable(name: string): string {
  return JSON.stringify(name.slice(0, 100))
}
