/** Why the rows of an earlier portal cannot be read at all, or not to their end. */
export type SourceFault =
  | 'dump_malformed'
  | 'dump_charset'
  | 'dump_row_too_large'
  | 'dump_cut'
  | 'database_unreachable'
  | 'database_denied'
  | 'database_unknown'
  | 'database_failed'
  | 'nothing_there'
  | 'already_running'

/** Nothing more can be read. `near` says where: words of the dump, an address, a name; never a password. */
export class SourceUnreadable extends Error {
  override name = 'SourceUnreadable'
  readonly code: SourceFault
  readonly near: string
  constructor(code: SourceFault, near: string) {
    super(code)
    this.code = code
    this.near = near
  }
}
