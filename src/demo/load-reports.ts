import { demoTown } from '../../db/demo/demo-data.ts'
import { type DemoAct, type DemoReports, demoProgrammes } from '../../db/demo/programmes.ts'
import { actOnReport, listReports, periodOf, type ReportAct, type ReportRow, requestReports } from '../modules/programmes/index.ts'
import { addDays } from '../shared/civil-date.ts'
import { type Context, dayIn, runnerAt } from './programme-context.ts'

/** Periodic reports of the plan: one that came in and was accepted, one that is missing, and those that are asked for now. */
export async function loadDemoReports(context: Context, planId: string): Promise<void> {
  for (const asked of demoProgrammes.reports) await loadPeriod(context, planId, asked)
}

async function loadPeriod(context: Context, planId: string, { every, isOver, askedDaysAgo, dueIn, steps }: DemoReports): Promise<void> {
  const { db, scope, people } = context
  const running = periodOf(every, dayIn(context, -askedDaysAgo))
  const period = { ...(isOver ? periodOf(every, addDays(running.from, -1)) : running), every }
  if ((await listReports(db, scope, planId, period.name)).length === 0) {
    const wanted = { period, dueOn: dayIn(context, dueIn), unitIds: [] }
    await requestReports(runnerAt(context, askedDaysAgo), scope, people.get('lam')!, planId, wanted)
  }
  for (const report of await listReports(db, scope, planId, period.name)) {
    const unit = demoTown.units.find(({ id }) => id === report.unitId)!.key
    for (const step of steps[unit] ?? []) await ifStillAhead(context, planId, report, step)
  }
}

/** What a report must be before a step; one that was done already is left out. */
const standsBefore: Partial<Record<ReportAct, ReportRow['status']>> = { write: 'requested', submit: 'requested', accept: 'submitted' }

async function ifStillAhead(context: Context, planId: string, { id, period }: ReportRow, step: DemoAct<ReportAct>): Promise<void> {
  const { db, scope, people } = context
  const now = (await listReports(db, scope, planId, period)).find((report) => report.id === id)
  if (now?.status !== standsBefore[step.act]) return
  const by = { scope, actor: people.get(step.by)! }
  await actOnReport(runnerAt(context, step.daysAgo), by, { id }, step.act, step.input ?? {})
}
