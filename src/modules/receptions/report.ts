import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { occasions } from './entry.ts'
import { type CaseSource, caseMeasures, type Period } from './sources.ts'
import { countVisits, visitMeasures } from './visit-figures.ts'

/** `tiep`: visits, by occasion. `don`: petitions, by kind. */
export type TableName = 'tiep' | 'don'

/** The last column of each table: the sum of the others. */
export const ALL = 'all'

/** One table of figures: measures down, kinds or occasions across. */
export interface ReportTable {
  name: TableName
  columns: readonly string[]
  rows: readonly { measure: string; values: readonly number[] }[]
}

/** Both tables of a period. */
export async function reportTables(db: Db, cases: CaseSource, scope: Scope, period: Period): Promise<ReportTable[]> {
  const [visits, petitions] = await Promise.all([countVisits(db, scope, period), cases.count(scope, period)])
  return [tableOf('tiep', occasions, visitMeasures, visits), tableOf('don', cases.kinds, caseMeasures, petitions)]
}

function tableOf<Column extends string, Measure extends string>(
  name: TableName,
  columns: readonly Column[],
  measures: readonly Measure[],
  counts: ReadonlyMap<Column, Readonly<Record<Measure, number>>>,
): ReportTable {
  const rows = measures.map((measure) => {
    const values = columns.map((column) => counts.get(column)?.[measure] ?? 0)
    // Columns are apart from each other: a matter that came on several occasions counts in the column of its first visit.
    return { measure, values: [...values, values.reduce((sum, value) => sum + value, 0)] }
  })
  return { name, columns: [...columns, ALL], rows }
}
