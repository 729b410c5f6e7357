import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { BehalfFacts, PartyRole, RepresentationGround } from './behalf/behalf.ts'
import type {
  Answer,
  Attendance,
  Closing,
  DeclineGround,
  Outcome,
  PetitionKind,
  PetitionStatus,
  PetitionStep,
  Verdict,
} from './petition.ts'

interface BehalvesTable {
  authority_id: number
  petition_id: string
  behalf: BehalfFacts['behalf']
  ground: RepresentationGround | null
  people: number
}

interface PartiesTable {
  authority_id: number
  petition_id: string
  role: PartyRole
  position: number
  name: string
  address: string | null
  phone: string | null
  identity_number: string | null
  ended_on: Generated<CivilDate | null>
}

export interface PetitionsTable {
  authority_id: number
  id: string
  code: string
  kind: PetitionKind
  instance: number
  appeal_of: Generated<string | null>
  status: PetitionStatus
  step: PetitionStep
  version: number
  subject: string
  body: string
  salt: Buffer
  hamlet_id: string | null
  hamlet_text: string | null
  lat: number | null
  lon: number | null
  channel: 'online' | 'counter'
  publish: boolean
  cleared_at: Generated<Date | null>
  unit_id: Generated<string | null>
  officer_id: Generated<string | null>
  secret_hash: Buffer
  /** Fingerprint of the filing's token, never the token. */
  client_token: string
  received_at: Date
  received_on: CivilDate
  accepted_on: Generated<CivilDate | null>
  due_on: CivilDate | null
  extended: boolean
  decline_ground: Generated<DeclineGround | null>
  outcome: Generated<Outcome | null>
  promised_on: Generated<CivilDate | null>
  answered_on: Generated<CivilDate | null>
  answered_late: Generated<boolean | null>
  verdict: Generated<Verdict | null>
  awaiting_since: Generated<CivilDate | null>
  transferred_on: Generated<CivilDate | null>
  closed_on: Generated<CivilDate | null>
  closed_as: Generated<Closing | null>
  promise_kept_on: Generated<CivilDate | null>
  reopened_on: Generated<CivilDate | null>
  appealed_on: Generated<CivilDate | null>
  appeal_of_authority: Generated<number | null>
  public_subject: Generated<string | null>
  public_body: Generated<string | null>
  search_plain: string
  search_toned: string
  erased_at: Generated<Date | null>
  followers: Generated<number>
}

declare module '../../platform/database.ts' {
  interface Database {
    petitions: PetitionsTable
    petition_behalves: BehalvesTable
    petition_parties: PartiesTable
    petition_filers: {
      authority_id: number
      petition_id: string
      name: string
      phone: string | null
      email: string | null
      address: string | null
      identity_number: string | null
      account_id: string | null
    }
    petition_former_units: { authority_id: number; unit_id: string; petition_id: string; carried_on: CivilDate }
    petition_verifications: {
      authority_id: number
      id: string
      petition_id: string
      words: string | null
      public: boolean
      officer_id: string
      unit_id: string | null
      at: Date
    }
    petition_answers: {
      authority_id: number
      id: string
      petition_id: string
      text: string | null
      outcome: Outcome
      promised_on: CivilDate | null
      state: Answer['state']
      drafted_by: string
      drafted_at: Date
      returned_reason: string | null
      signed_by: string | null
      issued_at: Date | null
      public_text: Generated<string | null>
    }
    petition_dialogues: {
      authority_id: number
      id: string
      petition_id: string
      held_on: CivilDate
      held_at: string
      place: string | null
      invited_by: string
      invited_at: Date
      attendance: Generated<Attendance | null>
      minutes: Generated<string | null>
      recorded_by: Generated<string | null>
      recorded_at: Generated<Date | null>
    }
    petition_drafts: {
      authority_id: number
      id: string
      key_hash: Buffer
      form: Record<string, string> | string
      filed_petition_id: string | null
      updated_at: Date
    }
  }
}
