import { defineLifecycle } from '../../lifecycle/index.ts'
import type { ReportStatus } from './report.ts'

export const reportActs = ['write', 'submit', 'accept', 'return'] as const
export type ReportAct = (typeof reportActs)[number]

/** `writer`: an officer of the agency; `head`: its head; `chairman`; `submitter`: who submitted it, barred from accepting it. */
export type ReportRole = 'writer' | 'head' | 'chairman' | 'submitter'

/** The whole truth of what may happen to a report. It begins when the plan asks for it. */
export const reportLifecycle = defineLifecycle<ReportStatus, ReportAct, ReportRole, never>('requested', {
  requested: {
    write: { to: 'same', by: ['head', 'writer'], needs: ['result'] },
    submit: { to: 'submitted', by: ['head'] },
  },
  submitted: {
    accept: { to: 'accepted', by: ['chairman'], notBy: { submitter: 'own_agency_report' } },
    return: { to: 'requested', by: ['chairman'], needs: ['reason'] },
  },
  accepted: {},
})
