import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import './tallies.table.ts'

/** Buckets of a name whose buckets are days, folded into those that have come and those that have not. */
export const DAY_COME = 'come'
const DAY_TO_COME = 'toCome'

/** `owner → name → bucket → n` */
export type OwnersCounts = Map<string, Map<string, Map<string, number>>>

/** Kept counts of some names for each of these owners; of `days.name` only how many stand up to `days.until`, and how many after it. */
export async function countsOfOwners(
  db: Db,
  scope: { authorityId: number },
  names: readonly string[],
  owners: readonly string[],
  days: { name: string; until: string },
): Promise<OwnersCounts> {
  const counts: OwnersCounts = new Map()
  if (owners.length === 0) return counts
  const folded = sql<string>`case when name <> ${days.name} then bucket when bucket <= ${days.until} then ${DAY_COME} else ${DAY_TO_COME} end`
  const rows = await db
    .selectFrom('tallies')
    .select(['owner', 'name', folded.as('bucket'), (eb) => eb.fn.sum<string>('n').as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('name', 'in', [...names])
    .where('owner', 'in', [...owners])
    .groupBy(['owner', 'name', sql`3`])
    .execute()
  for (const { owner, name, bucket, n } of rows) {
    const ofOwner = counts.get(owner) ?? new Map<string, Map<string, number>>()
    const ofName = ofOwner.get(name) ?? new Map<string, number>()
    counts.set(owner, ofOwner.set(name, ofName.set(bucket, Number(n))))
  }
  return counts
}
