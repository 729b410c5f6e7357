import type { CivilDate } from '../../shared/civil-date.ts'

export const petitionKinds = ['feedback', 'recommendation', 'complaint'] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** Names fixed by the public interface. */
export const petitionStatuses = ['received', 'accepted', 'declined', 'transferred', 'suspended', 'answered', 'closed', 'withdrawn'] as const
export type PetitionStatus = (typeof petitionStatuses)[number]

/** Where an open case lies on somebody's desk. */
export const petitionSteps = ['new', 'unassigned', 'assigned', 'verifying', 'drafted', 'done'] as const
export type PetitionStep = (typeof petitionSteps)[number]

/** What the office says it did. */
export const outcomes = ['solved', 'promised', 'explained', 'noCompetence', 'cannot'] as const
export type Outcome = (typeof outcomes)[number]

/** What the filer says: a fact of its own. */
export const verdicts = ['yes', 'partly', 'no'] as const
export type Verdict = (typeof verdicts)[number]

/** Grounds on which the law lets an office not take a petition on (complaints: Luật Khiếu nại 2011, Đ11). */
export const declineGrounds = [
  'notWithinCompetence',
  'notAffected',
  'noFullLegalCapacity',
  'noLawfulRepresentative',
  'unclearContent',
  'expiredLimitation',
  'alreadyFinallySettled',
  'inCourt',
] as const
export type DeclineGround = (typeof declineGrounds)[number]

/**
 * Why a complaint's clock may stop for a while (LKN Đ11a, added by Luật 136/2025). The law's own list could not be read (how sure: K),
 * so the number of the written decision is always asked for.
 */
export const suspensionGrounds = ['forceMajeure', 'awaitsOtherDecision', 'heirsSought', 'otherLawfulGround'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

/** How a case ended without, or long after, an answer. */
export const closings = ['guided', 'reported', 'finished'] as const
export type Closing = (typeof closings)[number]

export const attendances = ['held', 'filerAbsent', 'filerDeclined', 'postponed'] as const
export type Attendance = (typeof attendances)[number]

export const stages = ['initialResult', 'acceptance', 'resolution', 'promise'] as const
export type Stage = (typeof stages)[number]

export interface Petition {
  id: string
  code: string
  kind: PetitionKind
  instance: 1 | 2
  status: PetitionStatus
  step: PetitionStep
  version: number
  subject: string
  body: string
  hamletId: string | null
  hamletText: string | null
  lat: number | null
  lon: number | null
  channel: 'online' | 'counter'
  /** The filer agreed to publication. */
  publish: boolean
  /** An officer read it for personal data and let it out; null until then. */
  clearedAt: Date | null
  /** Unit that must answer; null until intake assigns one. */
  unitId: string | null
  officerId: string | null
  receivedAt: Date
  receivedOn: CivilDate
  acceptedOn: CivilDate | null
  /** Soonest due date among the running clocks. */
  dueOn: CivilDate | null
  extended: boolean
  declineGround: DeclineGround | null
  outcome: Outcome | null
  promisedOn: CivilDate | null
  answeredOn: CivilDate | null
  answeredLate: boolean | null
  verdict: Verdict | null
  /** The filer was asked to complete it and has not yet; stops no clock. */
  awaitingSince: CivilDate | null
  transferredOn: CivilDate | null
  closedOn: CivilDate | null
  closedAs: Closing | null
  promiseKeptOn: CivilDate | null
  /** Last time that it was taken up again after an answer. */
  reopenedOn: CivilDate | null
  /** The complainant turned to the authority above. */
  appealedOn: CivilDate | null
  /** What the public reads where personal data was cut out; null: the filer's own words. */
  publicSubject: string | null
  publicBody: string | null
  /** How many others confirmed that they have this too. */
  followers: number
}

export interface Filer {
  name: string
  phone: string | null
  email: string | null
  address: string | null
  identityNumber: string | null
  accountId: string | null
}

export interface Answer {
  id: string
  text: string | null
  outcome: Outcome
  promisedOn: CivilDate | null
  /** superseded: issued, and the case was reopened after it. */
  state: 'draft' | 'replaced' | 'returned' | 'issued' | 'superseded'
  draftedBy: string
  draftedAt: Date
  returnedReason: string | null
  issuedAt: Date | null
  /** What the public reads where personal data was cut out. */
  publicText: string | null
}

/** A meeting with the complainant before the decision. */
export interface Dialogue {
  id: string
  heldOn: CivilDate
  /** `08:30` */
  heldAt: string
  place: string | null
  /** Null until the minutes are written. */
  attendance: Attendance | null
  minutes: string | null
  invitedAt: Date
}

export interface Verification {
  id: string
  words: string | null
  public: boolean
  officerId: string
  unitId: string | null
  at: Date
}

/** True when anybody may read it: the filer agreed, an officer cleared it, and it was not taken back. */
export function isPublic(petition: Pick<Petition, 'publish' | 'clearedAt' | 'status'>): boolean {
  return petition.publish && petition.clearedAt !== null && petition.status !== 'withdrawn'
}

export function isOpen(petition: Pick<Petition, 'status'>): boolean {
  return petition.status === 'received' || petition.status === 'accepted' || petition.status === 'suspended'
}

/** As everybody may read it: without what an officer cut out. */
export function published<Shown extends Pick<Petition, 'subject' | 'body' | 'publicSubject' | 'publicBody'>>(petition: Shown): Shown {
  return { ...petition, subject: petition.publicSubject ?? petition.subject, body: petition.publicBody ?? petition.body }
}

/** True while the office owes what it promised in its answer: it has not reported it done, nor has the filer said that it is solved. */
export function owesPromise(petition: Pick<Petition, 'status' | 'outcome' | 'promiseKeptOn' | 'verdict'>): boolean {
  return petition.status === 'answered' && petition.outcome === 'promised' && petition.promiseKeptOn === null && petition.verdict !== 'yes'
}

/** The reference by which other modules name a petition. */
export function matterOf(petition: { id: string }) {
  return { type: 'petition', id: petition.id }
}
