import { fetchBytes, TownUnreachable } from '../witness/town.ts'
import { writeFileIn } from './write-file.ts'

/** A list of the public API, and where one of its items is found in full. */
interface DataList {
  name: string
  list: string
  one: ((item: Record<string, unknown>) => string) | null
}

const lists: readonly DataList[] = [
  { name: 'petitions', list: '/api/v1/petitions', one: ({ code }) => `/api/v1/petitions/${encodeURIComponent(String(code))}` },
  { name: 'articles', list: '/api/v1/articles', one: ({ slug }) => `/api/v1/articles/${encodeURIComponent(String(slug))}` },
  { name: 'polls', list: '/api/v1/polls', one: ({ slug }) => `/api/v1/polls/${encodeURIComponent(String(slug))}` },
  { name: 'reception-days', list: '/api/v1/reception-days', one: null },
  { name: 'article-categories', list: '/api/v1/article-categories', one: null },
]

const singles = [
  { name: 'site', path: '/api/v1/site' },
  { name: 'units', path: '/api/v1/units' },
] as const

export interface MirroredFile {
  path: string
  /** Items; null for a table of figures. */
  count: number | null
}

/** All public data, as a visitor without a name is given it: what is not public cannot get in. One JSON object a line. */
export async function mirrorData(folder: string, base: string): Promise<MirroredFile[]> {
  const files: MirroredFile[] = []
  for (const { name, list, one } of lists) {
    const items: string[] = []
    for await (const item of itemsOf(base, list)) items.push(JSON.stringify(one ? await wholeOf(base, one(item), item) : item))
    const path = `data/${name}.jsonl`
    await writeFileIn(folder, path, items.map((item) => `${item}\n`).join(''))
    files.push({ path, count: items.length })
  }
  for (const { name, path: from } of singles) {
    const path = `data/${name}.json`
    await writeFileIn(folder, path, `${JSON.stringify(await jsonAt(`${base}${from}`), null, 2)}\n`)
    files.push({ path, count: null })
  }
  for await (const { name, csv } of itemsOf(base, '/api/v1/open-data')) {
    const path = `data/open-data/${fileName(name)}.csv`
    await writeFileIn(folder, path, await fetchBytes(new URL(String(csv), base).href))
    files.push({ path, count: null })
  }
  return files
}

/** Taken down between the list and now: the list's own words stay. */
async function wholeOf(base: string, path: string, item: unknown): Promise<unknown> {
  try {
    return await jsonAt(`${base}${path}`)
  } catch (error) {
    if (error instanceof TownUnreachable && error.message.endsWith(': 404')) return item
    throw error
  }
}

async function* itemsOf(base: string, list: string): AsyncGenerator<Record<string, unknown>> {
  for (let after: string | null = null; ; ) {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`
    const page = (await jsonAt(`${base}${list}${query}`)) as { items: Record<string, unknown>[]; next?: string | null }
    yield* page.items
    if (!page.next) return
    after = page.next
  }
}

async function jsonAt(url: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchBytes(url)))
}

/** A name from outside becomes a name of a file, never a path. */
function fileName(name: unknown): string {
  return String(name)
    .replace(/[^a-zA-Z0-9_-]/g, '_')
    .slice(0, 60)
}
