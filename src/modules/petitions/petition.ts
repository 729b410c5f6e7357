import type { CivilDate } from '../../shared/civil-date.ts'

export const petitionKinds = ['feedback', 'recommendation', 'complaint'] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** Names fixed by the public interface; `transferred`, `suspended` and `closed` wait for their acts. */
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
  state: 'draft' | 'replaced' | 'returned' | 'issued'
  draftedBy: string
  draftedAt: Date
  returnedReason: string | null
  issuedAt: Date | null
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

/** The reference by which other modules name a petition. */
export function matterOf(petition: { id: string }) {
  return { type: 'petition', id: petition.id }
}
