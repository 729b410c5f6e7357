import type { ColumnType, Generated } from 'kysely'
import type { FileRole, MediaType, Visibility } from './file.ts'
import type { PaperFinding } from './guard-paper.ts'

declare module '../../platform/database.ts' {
  interface Database {
    files: FilesTable
    file_widths: { authority_id: number; file_id: string; width: number; storage_key: string }
    file_findings: {
      authority_id: number
      file_id: string
      findings: ColumnType<PaperFinding[], string, never>
      confirmed_by: string | null
      confirmed_at: Date | null
    }
  }
}

export interface FilesTable {
  authority_id: number
  id: string
  matter_type: string
  matter_id: string
  role: FileRole
  original_name: string
  media_type: MediaType
  bytes: number
  sha256: Buffer
  storage_key: string
  thumb_key: string | null
  width: number | null
  height: number | null
  uploaded_by: string | null
  uploaded_at: Generated<Date>
  visibility: Visibility
  cleared_at: Date | null
}
