import { createHash } from 'node:crypto'
import { FORMAT, MANIFEST, type Manifest, nameOf } from './format.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

export interface NewEntry {
  name: string
  bytes: number
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** What only the maker of the entries knows, asked for after the last of them. */
export type Facts = Pick<Manifest, 'tables' | 'jobs' | 'files'>

/** So many digests stay in memory; then they go out as an entry of their own. */
const LIST_LENGTH = 1_000

export function jsonEntry(name: string, value: unknown): NewEntry {
  const data = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  return dataEntry(name, data)
}

export function dataEntry(name: string, data: Uint8Array): NewEntry {
  return { name, bytes: data.length, body: [data] }
}

/** Turns entries into one tar stream: each is counted and digested, and the manifest at the end says what must have been there. */
export async function* writeArchive(entries: AsyncIterable<NewEntry>, facts: () => Facts, at: Date): AsyncGenerator<Uint8Array> {
  const total = { entries: 0, bytes: 0 }
  const lists: string[] = []
  let digests: string[] = []

  async function* write({ name, bytes, body }: NewEntry): AsyncGenerator<Uint8Array, string> {
    yield tarHeader(name, bytes, at)
    const hash = createHash('sha256')
    let written = 0
    for await (const chunk of body) {
      hash.update(chunk)
      written += chunk.length
      yield chunk
    }
    if (written !== bytes) throw new Error(`${name} has ${written} bytes, not the ${bytes} that were announced.`)
    yield tarPadding(bytes)
    total.entries++
    total.bytes += bytes
    return hash.digest('hex')
  }
  async function* writeList(): AsyncGenerator<Uint8Array> {
    if (digests.length === 0) return
    lists.push(yield* write(dataEntry(nameOf.list(lists.length + 1), Buffer.from(digests.join('')))))
    digests = []
  }

  for await (const entry of entries) {
    digests.push(`${yield* write(entry)}  ${entry.name}\n`)
    if (digests.length === LIST_LENGTH) yield* writeList()
  }
  yield* writeList()
  const manifest: Manifest = { format: FORMAT, ...total, lists, ...facts() }
  yield* write(jsonEntry(MANIFEST, manifest))
  yield tarEnd
}
