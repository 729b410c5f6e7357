import { DomainError } from '../../shared/errors.ts'

/** Most a person may add to one matter, and the size of each. */
export const MAX_FILES = 5
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** For `accept=` of the file input. HEIC is left out on purpose: an iPhone then hands over a JPEG by itself. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp,application/pdf'

/** The same for officers who publish: Word, Excel and OpenDocument as well. */
export const acceptedOfOffice = `${acceptedTypes},.docx,.xlsx,.odt,.ods`

export const fileRoles = ['petition', 'evidence', 'message', 'draft', 'article', 'document'] as const
export type FileRole = (typeof fileRoles)[number]

/** filer: the filer and officers; internal: officers alone; public: everybody who may see the matter. */
export type Visibility = 'filer' | 'internal' | 'public'

/** Papers of an office; taken from officers alone. */
export type OfficeType =
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/vnd.oasis.opendocument.spreadsheet'

/** What is kept: every photo becomes a JPEG, a paper stays as it came. */
export type MediaType = 'image/jpeg' | 'application/pdf' | OfficeType

export const refusalCodes = [
  'file_too_large',
  'file_empty',
  'file_type_refused',
  'file_heic_refused',
  'file_damaged',
  'file_image_too_large',
  'file_encrypted',
  'file_active_content',
  'paper_type_refused',
  'paper_old_format',
  'paper_encrypted',
  'paper_active_content',
  'too_many_files',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A file that is not taken, by its name; what else was sent stays. */
export class FileRefused extends DomainError {
  override name = 'FileRefused'
  readonly refusal: RefusalCode
  readonly filename: string
  constructor(refusal: RefusalCode, filename: string) {
    super(refusal, 422, { filename })
    this.refusal = refusal
    this.filename = filename
  }
}

export interface Scope {
  authorityId: number
}

/** What a file belongs to: a petition, an appointment, a draft. */
export interface Matter {
  type: string
  id: string
}

/** Bytes that are safe in the storage and have no row yet. */
export interface StoredUpload {
  storageKey: string
  thumbKey: string | null
  originalName: string
  mediaType: MediaType
  bytes: number
  sha256: Buffer
  /** Pixels; null for a PDF. */
  width: number | null
  height: number | null
}

export interface StoredFile extends StoredUpload {
  id: string
  matter: Matter
  role: FileRole
  /** Account that sent it; null: the filer. */
  uploadedBy: string | null
  uploadedAt: Date
  visibility: Visibility
  clearedAt: Date | null
}
