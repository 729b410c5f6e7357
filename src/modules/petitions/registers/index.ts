import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { petitionKinds } from '../petition.ts'
import { text } from '../text.ts'
import { followCases } from './case-follow-up.ts'
import { type CaseMeasure, countCases, listCases, type Period } from './report-cases.ts'
import { countStanding, listStanding, type Standing } from './standing-cases.ts'

/** What the registers of the office (reception book, 45-day alarm, periodic reports) read of petitions; handed to them by app.ts. */
export function petitionRegisters(db: Db) {
  return {
    kinds: petitionKinds,
    kindNames: { vi: text.vi.kind, en: text.en.kind },
    statusNames: { vi: text.vi.status, en: text.en.status },
    outcomeNames: { vi: text.vi.outcome, en: text.en.outcome },
    /** Names of history entries. */
    stateNames: { vi: text.vi.event, en: text.en.event },
    href: (code: string) => `/lam-viec/don/${encodeURIComponent(code)}`,
    follow: (scope: Scope, ids: readonly string[]) => followCases(db, scope, ids),
    countStanding: (scope: Scope, view: Standing, receivedUpTo: CivilDate) => countStanding(db, scope, view, receivedUpTo),
    listStanding: (scope: Scope, view: Standing, receivedUpTo: CivilDate, after: string | null, limit: number) =>
      listStanding(db, scope, view, receivedUpTo, after, limit),
    count: (scope: Scope, period: Period) => countCases(db, scope, period),
    list: (scope: Scope, period: Period, figure: { measure: CaseMeasure; kind: string | null }, after: string | null, limit: number) =>
      listCases(db, scope, period, figure, after, limit),
  }
}
