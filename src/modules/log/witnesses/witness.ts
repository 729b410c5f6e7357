import type { RefusalReason } from '../../../shared/tlog/refusal.ts'
import type { Role } from '../../accounts/index.ts'
import type { Matter, PublicForms } from '../../history/index.ts'

/** What came of the last talk with a witness. */
export type Outcome = 'cosigned' | 'refused' | 'unreachable' | 'unknownLog' | 'unknownKey' | 'badAnswer'

/** Somebody outside the office who cosigns the log. */
export interface Witness {
  id: string
  /** As people know it. */
  title: string
  vkey: string
  /** Where it takes checkpoints; null: it fetches them itself. */
  url: string | null
  addedAt: Date
  retiredAt: Date | null
  outcome: Outcome | null
  outcomeAt: Date | null
  /** Size of the newest tree that it has cosigned; null: none. */
  knownSize: number | null
}

/** A witness with its newest cosignature. */
export interface WitnessNow extends Witness {
  cosigned: { size: number; at: Date } | null
}

export interface KeptRefusal {
  id: string
  witnessId: string
  title: string
  reason: RefusalReason
  knownSize: number
  shownSize: number
  firstAt: Date
  lastAt: Date
}

/** Who may do what here; the tests walk every route with every role. */
export const readers = ['chairman', 'auditor', 'administrator'] as const satisfies readonly Role[]
export const keepers = ['administrator'] as const satisfies readonly Role[]

/** Kept pages that show witnesses. */
export const WITNESSES_TAG = 'witnesses'

export const matterOf = ({ id }: Pick<Witness, 'id'>): Matter => ({ type: 'witness', id })

/** Who may watch the log is itself a line of the log. */
export const witnessForms: PublicForms = {
  'witness.added': { facts: { key: 'key' } },
  'witness.retired': { facts: { key: 'key' } },
}

/** Refuses, and nothing better has been heard of it since. */
export function isRefusing({ outcome, retiredAt }: Pick<Witness, 'outcome' | 'retiredAt'>): boolean {
  return retiredAt === null && outcome === 'refused'
}
