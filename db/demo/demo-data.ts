import { addDays, type CivilDate } from '../../src/shared/civil-date.ts'
import petitionsJson from './petitions.json' with { type: 'json' }
import townJson from './town.json' with { type: 'json' }

export type DemoRole = 'receptionOfficer' | 'caseOfficer' | 'unitHead' | 'chairman' | 'editor' | 'auditor' | 'administrator' | 'resident'

export interface DemoHamlet {
  id: string
  name: string
}

export interface DemoUnit {
  id: string
  /** Short name used by petitions.json and the people below; not stored. */
  key: string
  kind: 'ward' | 'commune' | 'agency' | 'front'
  name: string
  shortName: string
  nameEn: string
  /** Round figure made for the demonstration; wards and communes only. */
  population?: number
  hamlets?: DemoHamlet[]
}

export interface DemoPerson {
  id: string
  username: string
  name: string
  title: string
  role: DemoRole
  /** Key of the unit; null for the whole town (the chairman) or for no office (a resident). */
  unit: string | null
}

export interface DemoTown {
  about: Record<string, string>
  authority: {
    slug: string
    name: string
    shortName: string
    nameEn: string
    codePrefix: string
    tier: 'town'
    remote: boolean
    demo: boolean
    validFrom: CivilDate
    validTo: CivilDate | null
  }
  office: { address: string; addressEn: string; receptionHours: string; receptionHoursEn: string; phone: string }
  localTargets: { rule: string; value: number; unit: 'workingDay' | 'calendarDay'; setOn: CivilDate }[]
  units: DemoUnit[]
  people: DemoPerson[]
}

export type DemoOutcome = 'solved' | 'promised' | 'explained' | 'noCompetence' | 'cannot'

/** What each act is told. Units are keys of town.json, officers are user names. */
export interface DemoInputs {
  accept: { unit?: string; officer?: string }
  decline: { ground: string; reason: string }
  assign: { unit: string; officer?: string }
  recordVerification: { words: string; public: boolean }
  /** `inDays` counts from the day of this draft. */
  draftAnswer: { text: string; outcome: DemoOutcome; promisedOn?: { inDays: number } }
  returnDraft: { reason: string }
  issueAnswer: Record<string, never>
  clearForPublication: Record<string, never>
  withdraw: { reason?: string }
  rate: { solved: 'yes' | 'partly' | 'no'; satisfaction: number; words?: string }
  findComplex: { criteria: number[]; reason: string }
  transfer: { agency: string; documentNumber: string; reason: string }
  askToComplete: { words: string }
  extend: { dueOn: { inDays: number }; reason: string }
  suspend: { ground: string; documentNumber: string; reason: string }
  inviteToDialogue: { heldOn: { inDays: number }; heldAt: string; place: string }
  keepPromise: { words: string }
  reopen: { reason: string }
  close: { reason?: string }
}

export type DemoAct = {
  [Name in keyof DemoInputs]: {
    act: Name
    /** A user name of town.json, or `filer`. */
    by: string
    /** Days after the filing; with `at`, acts follow one another in time. */
    afterDays: number
    /** `HH:MM` in Vietnam. */
    at: string
    input: DemoInputs[Name]
  }
}[keyof DemoInputs]

export interface DemoPetition {
  kind: 'feedback' | 'recommendation' | 'complaint'
  subject: string
  body: string
  filer: { name: string; phone?: string; address?: string }
  hamlet: { unit: string; name: string }
  publish: boolean
  channel: 'online' | 'counter'
  /** Officer who wrote it down at the counter. */
  takenBy?: string
  /** User name of the resident, when filed while signed in. */
  account?: string
  location?: { lat: number; lon: number }
  /** Counted back from the day of loading; at least 1, so that nothing lies in the future. */
  filedDaysAgo: number
  /** `HH:MM` in Vietnam. */
  filedAt: string
  acts: DemoAct[]
}

export const demoTown = townJson as unknown as DemoTown
export const demoPetitions = petitionsJson as unknown as DemoPetition[]

/** Oldest first: the order in which codes are given. */
export function inFilingOrder(petitions: DemoPetition[]): DemoPetition[] {
  return [...petitions].sort((a, b) => b.filedDaysAgo - a.filedDaysAgo || a.filedAt.localeCompare(b.filedAt))
}

/** Writes each `{day:5}` as the date five days after the filing, `05/12/2026`. */
export function withDates(text: string, filedOn: CivilDate): string {
  return text.replace(/\{day:(\d+)\}/g, (_, days: string) => {
    const [year, month, day] = addDays(filedOn, Number(days)).split('-')
    return `${day}/${month}/${year}`
  })
}

/** The instant of `at` (`HH:MM`) on a Vietnamese day. */
export function instantOf(day: CivilDate, at: string): Date {
  return new Date(`${day}T${at}:00+07:00`)
}
