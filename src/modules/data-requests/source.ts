import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { Corrections, MatterType } from './data-request.ts'
import type { Standing } from './holds.ts'

/** Personal data under its names, ready to be written out. */
export type Collected = Record<string, unknown>

/** The matter behind a code, and what proves that it is somebody's own. */
export interface Subject {
  id: string
  code: string
  /** Absent: only the account itself is believed. */
  secretHash?: Buffer
  /** Account that filed it. */
  accountId: string | null
  email: string | null
  /** Filed for a person who is named in it, whose name and address can be put right too. */
  represents?: boolean
}

/** What a feature with matters of people tells this one; registered in app.ts under the type of its matters. */
export interface PersonalDataSource {
  find: (db: Db, scope: Scope, code: string) => Promise<Subject | undefined>
  /** Everything held about the filer in this matter, and nothing of anybody else. */
  collect: (db: Db, scope: Scope, id: string) => Promise<Collected>
  /** Locks the matter for the transaction. */
  lock: (trx: Trx, scope: Scope, id: string) => Promise<Standing>
  /** Writes the new values and gives the old ones, which are kept nowhere readable. */
  correct: (trx: Trx, scope: Scope, id: string, corrections: Corrections) => Promise<Record<string, string>>
  erase: (trx: Trx, scope: Scope, id: string, now: Date) => Promise<void>
  /** Leaves the public register; with `contact`, the address for notices goes too. */
  stopUse: (trx: Trx, scope: Scope, id: string, contact: boolean, at: Date) => Promise<void>
  /** Matters that an account filed while signed in, in the order of their ids. */
  listOfAccount: (db: Db, scope: Scope, accountId: string) => Promise<{ id: string; code: string }[]>
  /** Codes by id, for lists without names. */
  codes: (db: Db, scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Rendered pages that show the matter. */
  tags: (id: string) => readonly string[]
}

/** Data about any matter that another room keeps: mail, the line in the reception book. */
export interface PersonalDataPart {
  collect: (db: Db, scope: Scope, matter: Matter) => Promise<Collected>
  erase: (trx: Trx, scope: Scope, matter: Matter) => Promise<void>
}

/** What is held about whoever has an account, apart from the matters filed with it. */
export interface AccountSource {
  find: (db: Db, scope: Scope, code: string) => Promise<Omit<Subject, 'secretHash'> | undefined>
  collect: (db: Db, scope: Scope, id: string) => Promise<Collected>
  lock: (trx: Trx, id: string) => Promise<void>
  correct: (trx: Trx, id: string, corrections: Corrections) => Promise<Record<string, string>>
  /** Rendered pages that show something of it. */
  tags: readonly string[]
  /** Closes it for good. */
  erase: (trx: Trx, scope: Scope, id: string, now: Date) => Promise<void>
}

export interface Sources {
  account: AccountSource
  of: Readonly<Record<MatterType, PersonalDataSource>>
  parts: readonly PersonalDataPart[]
}
