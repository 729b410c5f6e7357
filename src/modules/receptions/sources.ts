import type { CivilDate } from '../../shared/civil-date.ts'
import type { Page } from '../../shared/keyset.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'

/** What became of the case that a visit belongs to. */
export interface FollowUp {
  code: string
  accepted: boolean
  guidedTo: string | null
  guidedDocument: string | null
  transferredTo: string | null
  transferredDocument: string | null
  words: Record<Lang, string>
}

export type Standing = 'unprocessed' | 'unfinished'
export const standings = ['unprocessed', 'unfinished'] as const satisfies readonly Standing[]

export interface Period {
  from: CivilDate
  to: CivilDate
}

/** Rows of the report's table of cases, in its order. */
export const caseMeasures = [
  'carried',
  'received',
  'reopened',
  'total',
  'accepted',
  'ineligible',
  'outside',
  'withdrawn',
  'unprocessed',
  'open',
  'settled',
  'solved',
  'promised',
  'explained',
  'noCompetence',
  'cannot',
  'onTime',
  'late',
] as const
export type CaseMeasure = (typeof caseMeasures)[number]

type Names = Record<Lang, Readonly<Record<string, string>>>

export interface ReportedCase {
  code: string
  subject: string
  kind: string
  receivedOn: CivilDate
  state: string
  stateOn: CivilDate | null
}

export interface StandingCase {
  code: string
  subject: string
  kind: string
  status: string
  receivedOn: CivilDate
}

/** The cases, as app.ts hands them in: features do not know each other. */
export interface CaseSource {
  kinds: readonly string[]
  kindNames: Names
  statusNames: Names
  outcomeNames: Names
  stateNames: Names
  href: (code: string) => string
  follow: (scope: Scope, ids: readonly string[]) => Promise<Map<string, FollowUp>>
  countStanding: (scope: Scope, view: Standing, receivedUpTo: CivilDate) => Promise<number>
  listStanding: (scope: Scope, view: Standing, receivedUpTo: CivilDate, after: string | null, limit: number) => Promise<Page<StandingCase>>
  count: (scope: Scope, period: Period) => Promise<ReadonlyMap<string, Record<CaseMeasure, number>>>
  list: (
    scope: Scope,
    period: Period,
    figure: { measure: CaseMeasure; kind: string | null },
    after: string | null,
    limit: number,
  ) => Promise<Page<ReportedCase>>
}

/** An appointment that was held, to be written into the book. */
export interface HeldAppointment {
  id: string
  code: string
  subject: string
  heldOn: CivilDate
  name: string
}

export interface AppointmentSource {
  findHeld: (scope: Scope, code: string) => Promise<HeldAppointment | undefined>
}
