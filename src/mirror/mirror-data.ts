import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Fetch, fetchBytes, fetchPieces, TownUnreachable } from '../witness/town.ts'
import { OPEN_DATA, type PublicList, publicLists, publicSingles } from './public-lists.ts'
import { writeFileIn, writePiecesIn } from './write-file.ts'

export interface MirroredFile {
  path: string
  title: string
  /** Items; null for a table of figures. */
  count: number | null
}

/** Where the data is asked for. */
export interface DataSource {
  base: string
  fetch: Fetch
}

type Item = Record<string, unknown>
interface Answer extends Item {
  items: Item[]
  next?: string | null
}

/** All public data, as a visitor without a name is given it: what is not public cannot get in. One JSON object a line. */
export async function mirrorData(folder: string, source: DataSource): Promise<MirroredFile[]> {
  const files: MirroredFile[] = []
  for (const list of publicLists) {
    const path = `data/${list.name}.jsonl`
    let count = 0
    const lines = async function* () {
      for await (const item of list.below ? belowItems(source, list, list.below) : wholeItems(source, list)) {
        count++
        yield `${JSON.stringify(item)}\n`
      }
    }
    await writePiecesIn(folder, path, lines())
    files.push({ path, title: list.title, count })
  }
  for (const { name, title, path: from } of publicSingles) {
    const path = `data/${name}.json`
    await writeFileIn(folder, path, `${JSON.stringify(await jsonAt(source, from), null, 2)}\n`)
    files.push({ path, title, count: null })
  }
  for await (const { name, title, csv } of itemsOf(source, OPEN_DATA)) {
    const path = `data/open-data/${fileName(name)}.csv`
    await writePiecesIn(folder, path, fetchPieces(new URL(String(csv), source.base).href, source.fetch))
    files.push({ path, title: String(title ?? ''), count: null })
  }
  await dropOthers(folder, files)
  return files
}

async function* wholeItems(source: DataSource, { from, one }: PublicList): AsyncGenerator<Item> {
  for (const list of from)
    for await (const item of itemsOf(source, list)) yield one ? ((await answerAt(source, fill(one, item))) ?? item) : item
}

/** What stands below each item; an item with nothing below has no line. */
async function* belowItems(source: DataSource, { from }: PublicList, below: NonNullable<PublicList['below']>): AsyncGenerator<Item> {
  for (const list of from)
    for await (const item of itemsOf(source, list)) {
      const answer = await wholeAnswer(source, fill(below.list, item))
      if (!answer) continue
      const { one } = below
      const items: Item[] = []
      for (const each of answer.items) items.push(one ? ((await answerAt(source, fill(one, { ...item, ...each }))) ?? each) : each)
      const { next: _, ...rest } = answer
      if (items.length > 0 || Object.keys(rest).length > 1) yield { [below.as]: item[below.key], ...rest, items }
    }
}

/** A list that says more than its items, with the items of all its pages and of all the periods that it names. */
async function wholeAnswer(source: DataSource, list: string): Promise<Answer | null> {
  const first = (await answerAt(source, list)) as Answer | null
  if (!first) return null
  const items = [...first.items]
  for (let { next } = first; next; ) {
    const page = (await jsonAt(source, withQuery(list, 'after', next))) as Answer
    items.push(...page.items)
    next = page.next
  }
  const [, ...periods] = Array.isArray(first['periods']) ? (first['periods'] as unknown[]) : []
  for (const period of periods) items.push(...((await jsonAt(source, withQuery(list, 'period', String(period)))) as Answer).items)
  return { ...first, items }
}

async function* itemsOf(source: DataSource, list: string): AsyncGenerator<Item> {
  for (let after: string | null = null; ; ) {
    const page: Answer = (await jsonAt(source, after === null ? list : withQuery(list, 'after', after))) as Answer
    yield* page.items
    if (!page.next) return
    after = page.next
  }
}

/** Null: taken down between the list and now; the list's own words stay. */
async function answerAt(source: DataSource, path: string): Promise<Item | null> {
  try {
    return (await jsonAt(source, path)) as Item
  } catch (error) {
    if (error instanceof TownUnreachable && error.message.endsWith(': 404')) return null
    throw error
  }
}

async function jsonAt({ base, fetch }: DataSource, path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchBytes(`${base}${path}`, fetch)))
}

const fill = (address: string, item: Item) => address.replace(/\{(\w+)\}/g, (_, key) => encodeURIComponent(String(item[key])))
const withQuery = (path: string, name: string, value: string) =>
  `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`

/** A name from outside becomes a name of a file, never a path. */
function fileName(name: unknown): string {
  return String(name)
    .replace(/[^a-zA-Z0-9_-]/g, '_')
    .slice(0, 60)
}

/** Files of an earlier mirroring that the town no longer has. */
async function dropOthers(folder: string, files: readonly MirroredFile[]): Promise<void> {
  const kept = new Set(files.map(({ path }) => path))
  for (const name of await readdir(join(folder, 'data'), { recursive: true })) {
    const path = `data/${name.replaceAll('\\', '/')}`
    if (/\.\w+$/.test(path) && !kept.has(path)) await rm(join(folder, 'data', name), { force: true })
  }
}
