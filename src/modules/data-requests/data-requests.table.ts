import type { CivilDate } from '../../shared/civil-date.ts'
import type { Corrections, DataRequestKind, DataRequestStatus, Proof, SubjectType } from './data-request.ts'

declare module '../../platform/database.ts' {
  interface Database {
    data_requests: {
      authority_id: number
      id: string
      code: string
      kind: DataRequestKind
      subject_type: SubjectType
      subject_id: string
      subject_code: string
      proof: Proof
      status: DataRequestStatus
      version: number
      requested_at: Date
      requested_on: CivilDate
      due_on: CivilDate | null
      extended: boolean
      done_on: CivilDate | null
      refusal_basis: string | null
      secret_hash: Buffer
      client_token: string
    }
    data_request_words: {
      authority_id: number
      request_id: string
      email: string | null
      words: string | null
      corrections: Corrections | string
    }
  }
}
