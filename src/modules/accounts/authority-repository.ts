import type { Db } from '../../platform/database.ts'
import type { Authority } from './accounts.ts'
import './accounts.table.ts'

/** Every authority of this installation with the address it answers at; the first stands in for unknown addresses. */
export async function listAuthorities(db: Db): Promise<(Authority & { host: string | null })[]> {
  const rows = await db
    .selectFrom('authorities')
    .select(['id', 'slug', 'name', 'short_name', 'code_prefix', 'tier', 'remote', 'demo', 'host'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    codePrefix: row.code_prefix,
    tier: row.tier,
    remote: row.remote,
    demo: row.demo,
    host: row.host,
  }))
}

/** How long a process may serve an authority's old name or address. */
const FRESH_MS = 5_000

/** Finds the authority of a Host header, from memory for a few seconds. */
export function siteFinder(db: Db, now: () => number = Date.now): (host: string) => Promise<Authority | undefined> {
  let known: Promise<Awaited<ReturnType<typeof listAuthorities>>> | undefined
  let readAt = Number.NEGATIVE_INFINITY
  return async (host) => {
    if (!known || now() - readAt > FRESH_MS) {
      readAt = now()
      known = listAuthorities(db)
      // A failed read is not remembered.
      known.catch(() => {
        known = undefined
      })
    }
    const all = await known
    if (all.length === 0) known = undefined
    const plain = host.toLowerCase()
    return all.find((one) => one.host === plain || one.host === plain.replace(/:\d+$/, '')) ?? all[0]
  }
}
