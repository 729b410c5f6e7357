import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Report, ReportRow } from './report.ts'
import './reports.table.ts'

const columns = [
  'id',
  'code',
  'plan_id as planId',
  'programme_id as programmeId',
  'unit_id as unitId',
  'every',
  'period',
  'from_on as from',
  'to_on as to',
  'due_on as dueOn',
  'late_from as lateFrom',
  'status',
  'version',
  'result',
  'obstacles',
  'proposals',
  'data',
  'requested_on as requestedOn',
  'submitted_on as submittedOn',
  'submitted_by as submittedBy',
  'accepted_on as acceptedOn',
  'updated_at as updatedAt',
] as const

function reportsOf(db: Db, scope: Scope) {
  return db.selectFrom('programme_reports').select(columns).where('authority_id', '=', scope.authorityId)
}

export function findReport(db: Db, scope: Scope, id: string): Promise<Report | undefined> {
  return reportsOf(db, scope).where('id', '=', id).executeTakeFirst()
}

export function findReportByCode(db: Db, scope: Scope, code: string): Promise<Report | undefined> {
  return reportsOf(db, scope).where('code', '=', code).executeTakeFirst()
}

export function lockReport(trx: Trx, scope: Scope, id: string): Promise<Report | undefined> {
  return reportsOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

const rowColumns = columns.filter((column) => !['data', 'result', 'obstacles', 'proposals'].includes(column))

/** Reports of one period: one for each agency. */
export function listReports(db: Db, scope: Scope, planId: string, period: string): Promise<ReportRow[]> {
  return db
    .selectFrom('programme_reports')
    .select(rowColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('plan_id', '=', planId)
    .where('period', '=', period)
    .orderBy('unit_id')
    .execute() as Promise<ReportRow[]>
}

/** Periods of which a plan asked, the newest first. */
export async function listPeriods(db: Db, scope: Scope, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_reports')
    .select(['period', 'to_on'])
    .distinct()
    .where('authority_id', '=', scope.authorityId)
    .where('plan_id', '=', planId)
    .orderBy('to_on', 'desc')
    .orderBy('period', 'desc')
    .execute()
  return rows.map(({ period }) => period)
}

/** @returns what was not asked for before, by programme and period */
export async function insertReports(trx: Trx, scope: Scope, reports: readonly Report[]): Promise<Set<string>> {
  if (reports.length === 0) return new Set()
  const rows = await trx
    .insertInto('programme_reports')
    .values(
      reports.map((report) => ({
        authority_id: scope.authorityId,
        id: report.id,
        code: report.code,
        plan_id: report.planId,
        programme_id: report.programmeId,
        unit_id: report.unitId,
        every: report.every,
        period: report.period,
        from_on: report.from,
        to_on: report.to,
        due_on: report.dueOn,
        late_from: report.lateFrom,
        status: report.status,
        version: report.version,
        result: null,
        obstacles: null,
        proposals: null,
        data: null,
        requested_on: report.requestedOn,
        submitted_on: null,
        submitted_by: null,
        accepted_on: null,
        updated_at: report.updatedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['authority_id', 'programme_id', 'period']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Column of each fact that an act may change. */
const columnOf = {
  status: 'status',
  version: 'version',
  result: 'result',
  obstacles: 'obstacles',
  proposals: 'proposals',
  data: 'data',
  submittedOn: 'submitted_on',
  submittedBy: 'submitted_by',
  acceptedOn: 'accepted_on',
  updatedAt: 'updated_at',
} as const satisfies Partial<Record<keyof Report, string>>

export async function saveReport(trx: Trx, scope: Scope, report: Report, set: Partial<Report>): Promise<Report> {
  const changed = Object.entries(set).map(([fact, value]) => [
    columnOf[fact as keyof typeof columnOf],
    fact === 'data' && value !== null ? JSON.stringify(value) : value,
  ])
  await trx
    .updateTable('programme_reports')
    .set(Object.fromEntries(changed))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', report.id)
    .execute()
  return { ...report, ...set }
}
