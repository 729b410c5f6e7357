import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { type EntryKind, FORMAT, Header, kindOf, Manifest, type Sequence, Sequences } from './format.ts'
import { BackupRefused } from './refusal.ts'
import { readTar, type TarEntry } from './tar.ts'

type Bytes = AsyncIterable<Buffer>

export type ArchiveEntry =
  | { kind: 'header'; header: Header }
  | { kind: 'secret' | 'table' | 'file'; name: string; bytes: number; body: Bytes }
  | { kind: 'jobs'; body: Bytes }
  | { kind: 'sequences'; sequences: Sequence[] }
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
  let hasSequences = false
  for await (const entry of readTar(tar)) {
    const known = kindOf(entry.name)
    if (!known) throw new BackupRefused('bad_entry', printable(entry.name))
    if (manifest || (known.kind === 'header') !== (header === undefined)) throw new BackupRefused(header ? 'damaged' : 'not_a_backup')
    if (known.kind === 'manifest') {
      manifest = parse(Manifest, await whole(entry.body))
      continue
    }
    const { digest, rows, body } = hashed(entry)
    if (known.kind === 'list') {
      check.list(entry, await whole(body), digest())
      continue
    }
    if (known.kind === 'header') {
      header = parseHeader(await whole(body))
      yield { kind: 'header', header }
    } else if (known.kind === 'sequences') {
      hasSequences = true
      yield { kind: 'sequences', sequences: parse(Sequences, await whole(body)) }
    } else if (known.kind === 'jobs') yield { kind: 'jobs', body }
    else yield { kind: known.kind, name: known.name, bytes: entry.bytes, body }
    for await (const _ of body);
    check.add(entry, known, { digest: digest(), rows: rows() })
  }
  if (!manifest || !hasSequences) throw new BackupRefused('truncated')
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

/** The body, digested as it is read, its lines counted; it may be left and taken up again. */
function hashed({ body }: TarEntry): { body: Bytes; digest: () => string; rows: () => number } {
  const hash = createHash('sha256')
  const chunks = body[Symbol.asyncIterator]()
  let rows = 0
  const next = async (): Promise<IteratorResult<Buffer>> => {
    const step = await chunks.next()
    if (step.done) return step
    hash.update(step.value)
    for (let at = step.value.indexOf(10); at !== -1; at = step.value.indexOf(10, at + 1)) rows++
    return step
  }
  return { body: { [Symbol.asyncIterator]: () => ({ next }) }, digest: () => hash.digest('hex'), rows: () => rows }
}

/** Compares what was read with the lists in the archive, and lists and counts with the manifest. */
function digestCheck() {
  const total = { entries: 0, bytes: 0 }
  const lists: string[] = []
  let waiting: string[] = []
  const rows = new Map<string, number>()
  const files = { count: 0, bytes: 0 }
  let jobs = 0
  const count = ({ bytes }: TarEntry) => {
    total.entries++
    total.bytes += bytes
  }
  return {
    add: (entry: TarEntry, { kind, name }: { kind: EntryKind; name: string }, read: { digest: string; rows: number }) => {
      count(entry)
      waiting.push(`${read.digest}  ${entry.name}\n`)
      // A row is a line: COPY writes a line break within a value as two other characters.
      if (kind === 'table') rows.set(name, (rows.get(name) ?? 0) + read.rows)
      if (kind === 'jobs') jobs += read.rows
      if (kind === 'file') {
        files.count++
        files.bytes += entry.bytes
      }
    },
    list: (entry: TarEntry, list: Buffer, digest: string) => {
      count(entry)
      lists.push(digest)
      if (list.toString('utf8') !== waiting.join('')) throw new BackupRefused('damaged')
      waiting = []
    },
    end: (manifest: Manifest) => {
      const expected = manifest.tables.filter((table) => table.rows > 0).map((table) => [table.name, table.rows])
      const fits =
        waiting.length === 0 && isDeepStrictEqual({ ...total, lists, jobs, files, rows: [...rows] }, { ...only(manifest), rows: expected })
      if (!fits) throw new BackupRefused('damaged')
    },
  }
}

function only({ entries, bytes, lists, jobs, files }: Manifest) {
  return { entries, bytes, lists, jobs, files }
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
