import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Came, DocumentKind, DocumentStatus, LinkKind, PassageKind } from './document.ts'

declare module '../../platform/database.ts' {
  interface Database {
    documents: {
      authority_id: number
      id: string
      slug: string
      status: DocumentStatus
      version: Generated<number>
      kind: DocumentKind
      number: string | null
      issuer: string
      signer: string | null
      subject: string
      issued_on: CivilDate | null
      valid_from: CivilDate | null
      valid_to: CivilDate | null
      edition: Generated<number>
      published_at: Date | null
      created_at: Date
      updated_at: Date
    }
    document_links: { authority_id: number; document_id: string; kind: LinkKind; other_id: string }
    document_editions: {
      authority_id: number
      document_id: string
      edition: number
      source: string
      made_at: Date
      made_by: string
    }
    document_passages: {
      authority_id: number
      document_id: string
      edition: number
      place: number
      anchor_id: string
      path: string
      kind: PassageKind
      depth: Generated<number>
      text: string
      came: Generated<Came>
    }
  }
}
