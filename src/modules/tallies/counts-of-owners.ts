import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import './tallies.table.ts'

/** Bucket of a name whose buckets are days: all that have come. */
export const DAY_COME = 'come'

/** `owner → name → bucket → n` */
export type OwnersCounts = Map<string, Map<string, Map<string, number>>>

/** Kept counts of some names for each of these owners; of `days.name` only how many stand up to `days.until`: the days ahead, most of the rows, are not read. */
export async function countsOfOwners(
  db: Db,
  scope: { authorityId: number },
  names: readonly string[],
  owners: readonly string[],
  days: { name: string; until: string },
): Promise<OwnersCounts> {
  const counts: OwnersCounts = new Map()
  if (owners.length === 0) return counts
  const of = db
    .selectFrom('tallies')
    .where('authority_id', '=', scope.authorityId)
    .where('owner', 'in', [...owners])
  const others = names.filter((name) => name !== days.name)
  const whole = of
    .select(['owner', 'name', 'bucket', (eb) => eb.fn.sum<string>('n').as('n')])
    .where('name', 'in', others)
    .groupBy(['owner', 'name', 'bucket'])
  const come = of
    .select(['owner', 'name', sql<string>`${DAY_COME}`.as('bucket'), (eb) => eb.fn.sum<string>('n').as('n')])
    .where('name', '=', days.name)
    .where('bucket', '<=', days.until)
    .groupBy(['owner', 'name'])
  const rows = await (others.length === 0 ? come : whole.unionAll(come)).execute()
  for (const { owner, name, bucket, n } of rows) {
    const ofOwner = counts.get(owner) ?? new Map<string, Map<string, number>>()
    const ofName = ofOwner.get(name) ?? new Map<string, number>()
    counts.set(owner, ofOwner.set(name, ofName.set(bucket, Number(n))))
  }
  return counts
}
