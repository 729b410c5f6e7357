import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { formatVkey, parseVkey, type Vkey } from '../shared/tlog/vkey.ts'
import { type Fetch, fetchBytes, TownUnreachable, townAt } from '../witness/town.ts'
import { writeDayPages } from './day-pages.ts'
import { writeItemPages } from './item-pages.ts'
import { type DataSource, mirrorData } from './mirror-data.ts'
import { knownKeys, mirrorLog } from './mirror-log.ts'
import { indexPage, READ_ME } from './pages.ts'
import { MirrorRefusal } from './refusal.ts'
import { writeFileIn } from './write-file.ts'

export interface Mirrored {
  size: number
  before: number
  items: number
  hasChecker: boolean
}

/** Where the checker of receipts is found as one file. */
const CHECKER = '/so-cong-khai/kiem-chung.html'

/**
 * A town's public log and all its public data into a folder that opens from a stick.
 * @param given keys that are trusted besides those of the last time; without any, the town's own word is taken, once
 * @param fetch how the town is asked; the network's unless the town asks itself
 * @throws MirrorRefusal when the log does not go on from the copy; the folder's log stays as it was
 */
export async function mirrorTown(
  folder: string,
  url: string,
  given: readonly Vkey[],
  now: Date,
  fetch: Fetch = globalThis.fetch,
): Promise<Mirrored> {
  const source: DataSource = { base: url.replace(/\/+$/, ''), fetch }
  const keys = await keysOf(folder, source, given)
  const log = await mirrorLog(folder, townAt(source.base, fetch), keys.map(parseVkey))
  const { size } = log.opened.checkpoint
  await writeFileIn(folder, 'log/key', keys.map((key) => `${key}\n`).join(''))
  const files = await mirrorData(folder, source)
  const readable = await writeItemPages(folder, files)
  const hasChecker = await mirrorChecker(folder, source)
  const days = await writeDayPages(folder, size)
  await writeFileIn(folder, 'DOC-TRUOC.txt', READ_ME)
  await writeFileIn(folder, 'index.html', indexPage({ url: source.base, at: now, log, keys, days, files, readable, hasChecker }))
  return { size, before: log.before, items: files.reduce((sum, { count }) => sum + (count ?? 0), 0), hasChecker }
}

async function keysOf(folder: string, { base, fetch }: DataSource, given: readonly Vkey[]): Promise<string[]> {
  const trusted = [...new Set([...(await knownKeys(folder)), ...given.map(formatVkey)])]
  const own = new TextDecoder().decode(await fetchBytes(`${base}/log/key`, fetch)).trim()
  if (trusted.length === 0) return [formatVkey(parseVkey(own))]
  // A key may be handed on, but not by the word of the address alone.
  if (!trusted.includes(own)) throw new MirrorRefusal('otherKey', { known: 0, shown: 0 })
  return trusted
}

async function mirrorChecker(folder: string, { base, fetch }: DataSource): Promise<boolean> {
  try {
    await writeFileIn(folder, 'kiem-chung.html', await fetchBytes(`${base}${CHECKER}`, fetch))
    return true
  } catch (error) {
    if (!(error instanceof TownUnreachable)) throw error
    await rm(join(folder, 'kiem-chung.html'), { force: true })
    return false
  }
}
