import type { ActDefinition } from '../../../lifecycle/index.ts'
import type { Report } from '../report.ts'
import type { ReportAct } from '../report-lifecycle.ts'
import { accept } from './accept.ts'
import { returnReport } from './return.ts'
import { submit } from './submit.ts'
import { write } from './write.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<ReportAct, ActDefinition<Report>>> = { write, submit, accept, return: returnReport }
