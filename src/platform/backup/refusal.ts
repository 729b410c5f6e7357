export type RefusalCode =
  | 'bad_entry'
  | 'damaged'
  | 'database_ahead'
  | 'database_in_use'
  | 'database_not_empty'
  | 'database_unprepared'
  | 'files_not_empty'
  | 'identity_needed'
  | 'identity_wrong'
  | 'migration_changed'
  | 'newer_format'
  | 'newer_version'
  | 'no_identity_fits'
  | 'no_secrets'
  | 'not_a_backup'
  | 'out_exists'
  | 'recipient_wrong'
  | 'schema_differs'
  | 'truncated'
  | 'unreadable'

/** An expected refusal of a backup or a restore: its sentence is in the text files. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly code: RefusalCode
  /** What the sentence names: a file, a table, a version. */
  readonly what: string

  constructor(code: RefusalCode, what = '', options?: ErrorOptions) {
    super(what ? `${code}: ${what}` : code, options)
    this.code = code
    this.what = what
  }
}
