import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, type Write, worked, writeTogether } from '../../platform/write-together.ts'
import './tallies.table.ts'

interface Scope {
  authorityId: number
}

/** One thing that a matter counts towards: `{ name: 'status', owner: 'all', bucket: 'received' }`. */
export interface Count {
  name: string
  owner: string
  bucket: string
}

const SLOTS = 32
const keyOf = (count: Count) => `${count.name}\u0001${count.owner}\u0001${count.bucket}`

/** What must be added and taken away so that the counts of `after` replace those of `before`. */
export function changes(before: readonly Count[], after: readonly Count[]): { count: Count; by: number }[] {
  const sums = new Map<string, { count: Count; by: number }>()
  const add = (count: Count, by: number) => {
    const key = keyOf(count)
    const entry = sums.get(key) ?? { count, by: 0 }
    sums.set(key, { count, by: entry.by + by })
  }
  for (const count of before) add(count, -1)
  for (const count of after) add(count, 1)
  return [...sums.entries()]
    .filter(([, { by }]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change)
}

/** The write that moves a matter from what it counted towards to what it counts towards now; without rows when nothing changes. */
export function recountWrite(scope: Scope, before: readonly Count[], after: readonly Count[]): Write {
  // Each connection has a slot of its own, so that two acts rarely wait for the same row; keys are sorted, so they never deadlock.
  const slot = worked(`(pg_backend_pid() % ${SLOTS})::smallint`, null)
  const rows = changes(before, after).map(({ count: { name, owner, bucket }, by }) => ({
    authority_id: scope.authorityId,
    name,
    owner,
    bucket,
    slot,
    n: by,
  }))
  return rowsFor('tallies', rows, '(authority_id, name, owner, bucket, slot) do update set n = tallies.n + excluded.n')
}

/** Moves a matter's counts, in the act's transaction. */
export async function recount(trx: Trx, scope: Scope, before: readonly Count[], after: readonly Count[]): Promise<void> {
  await writeTogether(trx, [recountWrite(scope, before, after)])
}

/** Moves the counts of many matters at once, in their transaction. */
export async function recountMany(trx: Trx, scope: Scope, before: readonly Count[], after: readonly Count[]): Promise<void> {
  await writeTogether(trx, [recountWrite(scope, before, after)], { once: true })
}

/** Kept counts of a name and owner, by bucket, in the order of the buckets; zero counts are left out. */
export async function countsOf(db: Db, scope: Scope, name: string, owner: string): Promise<{ bucket: string; n: number }[]> {
  const rows = await db
    .selectFrom('tallies')
    .select(['bucket', (eb) => eb.fn.sum<string>('n').as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('name', '=', name)
    .where('owner', '=', owner)
    .groupBy('bucket')
    .orderBy(sql`bucket collate "C"`)
    .execute()
  return rows.map((row) => ({ bucket: row.bucket, n: Number(row.n) })).filter((row) => row.n !== 0)
}

/** Of all buckets by default. */
export interface OfBuckets {
  only?: readonly string[]
  /** Days up to this one. */
  until?: string
}

/** Kept counts of a name for each of these owners, those buckets together; owners without any are left out. */
export async function sumsOf(
  db: Db,
  scope: Scope,
  name: string,
  owners: readonly string[],
  { only, until }: OfBuckets = {},
): Promise<Map<string, number>> {
  if (owners.length === 0) return new Map()
  let query = db
    .selectFrom('tallies')
    .select(['owner', (eb) => eb.fn.sum<string>('n').as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('name', '=', name)
    .where('owner', 'in', [...owners])
  if (only) query = query.where('bucket', 'in', [...only])
  if (until) query = query.where('bucket', '<=', until)
  const rows = await query.groupBy('owner').execute()
  return new Map(rows.map(({ owner, n }) => [owner, Number(n)]))
}

/** The same for every owner at once: `owner → bucket → n`. */
export async function countsByOwner(db: Db, scope: Scope, name: string): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom('tallies')
    .select(['owner', 'bucket', (eb) => eb.fn.sum<string>('n').as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('name', '=', name)
    .groupBy(['owner', 'bucket'])
    .execute()
  const owners = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const buckets = owners.get(row.owner) ?? new Map<string, number>()
    owners.set(row.owner, buckets.set(row.bucket, Number(row.n)))
  }
  return owners
}

/** Buckets that stand for all days before, and all days after, those that were asked for. */
export const DAYS_BEFORE = '0001-01-01'
export const DAYS_AFTER = '9998-12-31'

/**
 * Counts by day for every owner but the desks of persons: each day from `from` to `until` by itself, the days before and after them
 * together, `9999-12-31` (no day) apart. However many days there are, few rows come back.
 */
export async function countsAround(
  db: Db,
  scope: Scope,
  name: string,
  { from, until }: { from: string; until: string },
): Promise<Map<string, Map<string, number>>> {
  const folded = sql<string>`case when bucket < ${from} then ${DAYS_BEFORE} when bucket > ${until} and bucket < '9999-12-31' then ${DAYS_AFTER} else bucket end`
  const rows = await db
    .selectFrom('tallies')
    .select(['owner', folded.as('day'), (eb) => eb.fn.sum<string>('n').as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('name', '=', name)
    .where(sql<boolean>`owner not like 'officer:%'`)
    .groupBy(['owner', sql`2`])
    .execute()
  const owners = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const buckets = owners.get(row.owner) ?? new Map<string, number>()
    owners.set(row.owner, buckets.set(row.day, Number(row.n)))
  }
  return owners
}

export interface Difference {
  count: Count
  kept: number
  counted: number
}

/** Counts added up, to be compared with the kept ones. */
export interface Sums {
  add: (counts: readonly Count[]) => void
  entries: () => IterableIterator<[string, { count: Count; n: number }]>
  of: (key: string) => { count: Count; n: number } | undefined
}

export function createSums(): Sums {
  const sums = new Map<string, { count: Count; n: number }>()
  return {
    add: (counts) => {
      for (const count of counts) {
        const entry = sums.get(keyOf(count))
        if (entry) entry.n++
        else sums.set(keyOf(count), { count, n: 1 })
      }
    },
    entries: () => sums.entries(),
    of: (key) => sums.get(key),
  }
}

/** Differences between the kept counts and those that the matters give when counted anew: empty when all is well. `isMeant` leaves owners out. */
export async function compareCounts(
  db: Db,
  scope: Scope,
  names: readonly string[],
  counted: Sums,
  isMeant: (owner: string) => boolean = () => true,
): Promise<Difference[]> {
  const kept = new Map<string, { count: Count; n: number }>()
  for (const name of names) {
    for (const [owner, buckets] of await countsByOwner(db, scope, name)) {
      if (!isMeant(owner)) continue
      for (const [bucket, n] of buckets) kept.set(keyOf({ name, owner, bucket }), { count: { name, owner, bucket }, n })
    }
  }
  const keys = new Set([...[...counted.entries()].map(([key]) => key), ...kept.keys()])
  return [...keys]
    .map((key) => ({
      count: (counted.of(key) ?? kept.get(key))!.count,
      kept: kept.get(key)?.n ?? 0,
      counted: counted.of(key)?.n ?? 0,
    }))
    .filter((row) => row.kept !== row.counted)
}

/**
 * Drops the rows of counts that have come to nothing (days and desks of the past), and brings the rows that many connections wrote of one count
 * together into one: pages that show hundreds of owners read a row each. Acts wait for the moment that it takes.
 *
 * @returns how many rows went
 */
export async function pruneTallies(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table tallies in share row exclusive mode`.execute(trx)
    const empty = await sql`delete from tallies where (authority_id, name, owner, bucket) in
      (select authority_id, name, owner, bucket from tallies group by 1, 2, 3, 4 having sum(n) = 0)`.execute(trx)
    await sql`update tallies as kept set n = whole.n from
      (select authority_id, name, owner, bucket, min(slot) as slot, sum(n) as n from tallies group by 1, 2, 3, 4 having count(*) > 1) as whole
      where (kept.authority_id, kept.name, kept.owner, kept.bucket, kept.slot) = (whole.authority_id, whole.name, whole.owner, whole.bucket, whole.slot)`.execute(
      trx,
    )
    const folded = await sql`delete from tallies as other using
      (select authority_id, name, owner, bucket, min(slot) as slot from tallies group by 1, 2, 3, 4 having count(*) > 1) as whole
      where (other.authority_id, other.name, other.owner, other.bucket) = (whole.authority_id, whole.name, whole.owner, whole.bucket)
        and other.slot > whole.slot`.execute(trx)
    return Number(empty.numAffectedRows ?? 0) + Number(folded.numAffectedRows ?? 0)
  })
}
