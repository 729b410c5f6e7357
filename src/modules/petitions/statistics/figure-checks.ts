import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { compareWithHistory } from './compare-history.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    figure_checks: {
      authority_id: number
      checked_at: Date
      matters: number
      differences: number
      examples: string[] | string
    }
  }
}

/** Differences that are kept as examples. */
const EXAMPLES = 20

/** The last comparison of the kept figures with the history. */
export interface FigureCheck {
  checkedAt: Date
  matters: number
  /** 0: every figure is what the history gives. */
  differences: number
  /** For who must find the reason: names and numbers of counts, ids of petitions. */
  examples: string[]
}

/** Rebuilds the figures from the history, compares, and keeps what was found for the pages that show the figures. */
export async function checkFigures(db: Db, scope: Scope, now: Date): Promise<FigureCheck> {
  const { matters, differences, unknownTypes, broken } = await compareWithHistory(db, scope)
  const said = [
    ...differences.map(({ count, kept, counted }) => `${count.name} ${count.owner} ${count.bucket}: ${kept} ≠ ${counted}`),
    ...unknownTypes.map((type) => `unknown entry ${type}`),
    ...broken.map((id) => `broken history ${id}`),
  ]
  const check = { checkedAt: now, matters, differences: said.length, examples: said.slice(0, EXAMPLES) }
  const row = { checked_at: now, matters, differences: said.length, examples: JSON.stringify(check.examples) }
  await db
    .insertInto('figure_checks')
    .values({ authority_id: scope.authorityId, ...row })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet({ ...row, examples: sql`excluded.examples` }))
    .execute()
  return check
}

export async function findFigureCheck(db: Db, scope: Scope): Promise<FigureCheck | undefined> {
  const row = await db
    .selectFrom('figure_checks')
    .select(['checked_at as checkedAt', 'matters', 'differences', 'examples'])
    .where('authority_id', '=', scope.authorityId)
    .executeTakeFirst()
  return row && { ...row, examples: row.examples as string[] }
}
