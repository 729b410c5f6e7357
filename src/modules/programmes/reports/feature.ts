import type { FastifyRequest } from 'fastify'
import { type Feature, type RunnerOptions, runAct } from '../../lifecycle/index.ts'
import { programmeTag } from '../options.ts'
import { acts } from './acts/index.ts'
import { labels } from './fields.ts'
import type { Report, ReportStatus } from './report.ts'
import { type ReportAct, type ReportRole, reportLifecycle } from './report-lifecycle.ts'
import { lockReport, saveReport } from './report-repository.ts'
import { reportRolesOn } from './rules.ts'

const feature: Feature<Report, ReportStatus, ReportAct, ReportRole, never> = {
  type: 'report',
  lifecycle: reportLifecycle,
  acts,
  labels,
  lock: lockReport,
  rolesOn: (caller, report) => reportRolesOn(caller.actor, report),
  save: saveReport,
  // The day is the office's own, kept on the report.
  clockOf: () => null,
  // One page holds a period's reports of all agencies: nothing is counted.
  counts: () => [],
  tags: ({ planId }) => [programmeTag(planId)],
}

/** Does an act for whoever sends this request; the same for the form and the API. */
export function actOnReport(
  options: RunnerOptions,
  request: Pick<FastifyRequest, 'scope' | 'actor'>,
  report: Pick<Report, 'id'>,
  act: ReportAct,
  input: unknown,
): Promise<Report> {
  const { scope, actor } = request
  return runAct(options, feature, { scope, id: report.id, act, input, caller: { actor, holdsSecret: () => false } })
}
