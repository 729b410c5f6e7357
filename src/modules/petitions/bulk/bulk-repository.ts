import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Bulk, BulkAct, BulkCase } from './bulk-act.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    bulk_acts: {
      authority_id: number
      id: string
      act: BulkAct
      unit: string | null
      officer: string | null
      started_by: string
      started_at: Date
    }
    bulk_act_cases: {
      authority_id: number
      bulk_id: string
      position: number
      code: string
      version: number
      result: string | null
    }
  }
}

/** Writes down what was asked. The same press sent twice is one: false when it is there already. */
export async function addBulk(trx: Trx, scope: Scope, bulk: Bulk, cases: readonly Pick<BulkCase, 'code' | 'version'>[]): Promise<boolean> {
  const { authorityId } = scope
  const made = await trx
    .insertInto('bulk_acts')
    .values({
      authority_id: authorityId,
      id: bulk.id,
      act: bulk.act,
      unit: bulk.unit,
      officer: bulk.officer,
      started_by: bulk.startedBy,
      started_at: bulk.startedAt,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'id']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  const rows = cases.map(({ code, version }, position) => ({
    authority_id: authorityId,
    bulk_id: bulk.id,
    position,
    code,
    version,
    result: null,
  }))
  await trx.insertInto('bulk_act_cases').values(rows).execute()
  return true
}

/** Read by who pressed, and by nobody else. */
export async function findBulk(db: Db, scope: Scope, id: string, startedBy: string): Promise<Bulk | undefined> {
  return db
    .selectFrom('bulk_acts')
    .select(['id', 'act', 'unit', 'officer', 'started_by as startedBy', 'started_at as startedAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .where('started_by', '=', startedBy)
    .executeTakeFirst()
}

export async function listBulkCases(db: Db, scope: Scope, bulkId: string): Promise<BulkCase[]> {
  return db
    .selectFrom('bulk_act_cases')
    .select(['position', 'code', 'version', 'result'])
    .where('authority_id', '=', scope.authorityId)
    .where('bulk_id', '=', bulkId)
    .orderBy('position')
    .execute()
}

/** Two runs of the same press wait for each other, where they must agree which case is the last. */
export async function lockBulk(trx: Trx, scope: Scope, id: string): Promise<void> {
  await trx.selectFrom('bulk_acts').select('id').where('authority_id', '=', scope.authorityId).where('id', '=', id).forUpdate().execute()
}

export async function isDecided(db: Db, scope: Scope, bulkId: string, position: number): Promise<boolean> {
  const row = await db
    .selectFrom('bulk_act_cases')
    .select('result')
    .where('authority_id', '=', scope.authorityId)
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .executeTakeFirstOrThrow()
  return row.result !== null
}

/** How many cases of a press were not reached yet. */
export async function countLeft(db: Db, scope: Scope, bulkId: string): Promise<number> {
  const { n } = await db
    .selectFrom('bulk_act_cases')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('authority_id', '=', scope.authorityId)
    .where('bulk_id', '=', bulkId)
    .where('result', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Once: what is written stays, so that a press taken up twice at once tells the first result. */
export async function setResult(db: Db, scope: Scope, bulkId: string, position: number, result: string): Promise<void> {
  await db
    .updateTable('bulk_act_cases')
    .set({ result })
    .where('authority_id', '=', scope.authorityId)
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .where('result', 'is', null)
    .execute()
}
