import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { findUnit, type Scope } from '../../accounts/index.ts'
import { findProgramme } from '../programme-repository.ts'
import { fillReport } from './fill-report.ts'
import type { LoadedReport } from './report.ts'
import { findReport } from './report-repository.ts'

/** A report as it is shown and printed; undefined: there is none. @param today day of the figures while it is not submitted */
export async function loadReport(db: Db, scope: Scope, id: string, today: CivilDate): Promise<LoadedReport | undefined> {
  const report = await findReport(db, scope, id)
  if (!report) return undefined
  const [unit, plan, programme, data] = await Promise.all([
    findUnit(db, scope, report.unitId),
    findProgramme(db, scope, report.planId),
    findProgramme(db, scope, report.programmeId),
    report.data ?? fillReport(db, scope, report.programmeId, today),
  ])
  return { report, data, unitName: unit?.name ?? '', planTitle: plan!.title, planSlug: plan!.slug, programmeTitle: programme!.title }
}
