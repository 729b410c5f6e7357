import type { Generated } from 'kysely'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { OfficialBody, Said, Words } from './verdict.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    verdict_rounds: {
      authority_id: number
      id: string
      matter_type: string
      matter_id: string
      round: number
      opened_on: CivilDate
      said_done: Generated<number>
      said_partly: Generated<number>
      said_not: Generated<number>
    }
    verdict_words: {
      authority_id: number
      id: string
      round_id: string
      code: string
      matter_type: string
      matter_id: string
      said: Said
      name: string | null
      body: string | null
      photos: number
      status: Words['status']
      seen: Generated<boolean>
      sent_at: Date
      secret_hash: Buffer
      erased_at: Date | null
    }
    official_verdicts: {
      authority_id: number
      id: string
      round_id: string
      seq: number
      body: OfficialBody
      said: Said
      words: string
      minutes: string | null
      given_on: CivilDate
      given_by: string
    }
  }
}
