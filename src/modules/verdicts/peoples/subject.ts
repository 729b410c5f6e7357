import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Figures } from './verdict.ts'

/** A thing that people judge, as the public knows it. */
export interface Judged {
  title: string
  /** Vietnamese address of its page, where the verdicts stand. */
  href: string
  /** It says that it is done: verdicts are taken now. */
  open: boolean
  /** Rendered pages that show its figures. */
  tags: readonly string[]
}

/** How a feature's things are judged; registered in app.ts under their type. */
export interface JudgedSubject {
  /** What stands under this id; undefined when there is nothing that everybody may see. */
  find: (db: Db, scope: Scope, id: string) => Promise<Judged | undefined>
  /** The same, and locks it: while the transaction lasts it does not change. */
  hold: (trx: Trx, scope: Scope, id: string) => Promise<Judged | undefined>
  /**
   * The figures of the current round have moved: what the feature keeps of them itself, in the same transaction.
   * @returns true when rows were written that not every verdict writes
   */
  moved: (trx: Trx, scope: Scope, id: string, figures: Figures) => Promise<boolean>
  /** Rendered pages that show words given with its verdicts. */
  tags: (id: string) => readonly string[]
}

export type JudgedSubjects = Readonly<Record<string, JudgedSubject>>
