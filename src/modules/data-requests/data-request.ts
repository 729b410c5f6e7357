import type { CivilDate } from '../../shared/civil-date.ts'

/** See a copy, correct, erase, restrict to the case itself, take consents back. */
export const dataRequestKinds = ['provide', 'correct', 'erase', 'restrict', 'withdraw'] as const
export type DataRequestKind = (typeof dataRequestKinds)[number]

export const dataRequestStatuses = ['received', 'acknowledged', 'done', 'refused', 'cancelled'] as const
export type DataRequestStatus = (typeof dataRequestStatuses)[number]

export const matterTypes = ['petition', 'appointment', 'comment', 'verdict'] as const
export type MatterType = (typeof matterTypes)[number]
/** One matter, or everything that an account holds. */
export type SubjectType = MatterType | 'account'

/** How it was shown that the data is the requester's own. */
export type Proof = 'secret' | 'account' | 'identityCheck'

export type DataRequestStage = 'acknowledgement' | 'fulfilment'

/** What somebody asks of the data held about them in one matter. */
export interface DataRequest {
  id: string
  code: string
  kind: DataRequestKind
  subjectType: SubjectType
  subjectId: string
  subjectCode: string
  proof: Proof
  status: DataRequestStatus
  version: number
  requestedAt: Date
  requestedOn: CivilDate
  /** Soonest due date of a running clock. */
  dueOn: CivilDate | null
  extended: boolean
  doneOn: CivilDate | null
  refusalBasis: string | null
}

/** Of the filer first, then of the person for whom the filer speaks. */
export const correctable = ['name', 'phone', 'email', 'address', 'representedName', 'representedAddress'] as const
/** Those that need somebody who is represented. */
export const ofRepresented = ['representedName', 'representedAddress'] as const
export type Corrections = Partial<Record<(typeof correctable)[number], string>>

/** What the requester wrote; erased with an erasure. */
export interface RequestWords {
  email: string | null
  words: string | null
  corrections: Corrections
}

export function matterOf(request: { id: string }) {
  return { type: 'dataRequest', id: request.id }
}

export function subjectOf({ subjectType, subjectId }: Pick<DataRequest, 'subjectType' | 'subjectId'>) {
  return { type: subjectType, id: subjectId }
}

/** Days for which the copy can be fetched once the request is done. */
export const COPY_DAYS = 30
