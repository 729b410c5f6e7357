import type { Db, Trx } from '../../platform/database.ts'
import { type Count, compareCounts, createSums, type Difference } from './tallies.ts'

const BATCH = 1_000
const FIRST = '00000000-0000-0000-0000-000000000000'

export interface CountedRows<Row extends { id: string }> {
  /** Names of the counts that these rows give. */
  names: readonly string[]
  /** The next rows by id. */
  list: (trx: Trx, afterId: string, limit: number) => Promise<Row[]>
  countsFor: (row: Row) => readonly Count[]
}

/** Kept counts that differ from those which a feature's rows give when counted anew, as of one moment: empty when no act ever miscounted. */
export async function compareWithRows<Row extends { id: string }>(
  db: Db,
  scope: { authorityId: number },
  { names, list, countsFor }: CountedRows<Row>,
): Promise<Difference[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const truth = createSums()
      for (let rows = await list(trx, FIRST, BATCH); rows.length > 0; rows = await list(trx, rows.at(-1)!.id, BATCH)) {
        for (const row of rows) truth.add(countsFor(row))
      }
      return compareCounts(trx, scope, names, truth)
    })
}
