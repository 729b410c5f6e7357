import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'

/** A thing of another feature that shows that a task was done, or that a sentence stands in. Given by app.ts, which knows every feature. */
export interface ReferenceKind {
  /** Of these the ones that everybody may read, with their names and addresses. */
  name: (db: Db, scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, { text: string; href: string }>>
  /** What an officer typed (a code, an address, a part of it) → its id; null: nothing that everybody may read. */
  find: (db: Db, scope: Scope, typed: string) => Promise<string | null>
}

/** By type of reference; files are the task's own. */
export type References = Readonly<Record<'article' | 'petition' | 'document', ReferenceKind>>
