import type { SelectQueryBuilder } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type Count, compareCounts, createSums, type Difference } from './tallies.ts'

const BATCH = 1_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/** What every table of counted rows has; the builder of a feature's own table fits as well. */
// biome-ignore lint/suspicious/noExplicitAny: which table it is, only the feature knows
type RowsQuery<Row> = SelectQueryBuilder<any, any, Row>

export interface CountedRows<Row extends { id: string }> {
  /** Names of the counts that these rows give. */
  names: readonly string[]
  /** All rows of the feature's table with what `countsFor` reads, of every authority and in no order. */
  rows: (trx: Trx) => RowsQuery<Row>
  countsFor: (row: Row) => readonly Count[]
}

/**
 * Makes the check of a feature's counts: which kept ones differ from those that its rows give when counted anew, as of one moment.
 * Empty when no act ever miscounted.
 */
export function comparisonWith<Row extends { id: string }>({ names, rows, countsFor }: CountedRows<Row>) {
  return (db: Db, scope: { authorityId: number }): Promise<Difference[]> =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const truth = createSums()
        const after = (id: string): Promise<Row[]> =>
          rows(trx).where('authority_id', '=', scope.authorityId).where('id', '>', id).orderBy('id').limit(BATCH).execute()
        for (let batch = await after(FIRST); batch.length > 0; batch = await after(batch.at(-1)!.id)) {
          for (const row of batch) truth.add(countsFor(row))
        }
        return compareCounts(trx, scope, names, truth)
      })
}
