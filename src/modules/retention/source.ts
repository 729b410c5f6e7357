import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { Obstacle } from './decide.ts'
import type { RuleId } from './rule.ts'

/** Something whose period may be over. */
export interface Candidate {
  /** Id of a matter, or a month. */
  key: string
  /** Where to go on in the list. */
  cursor: string
}

/** What a source knows of one thing, without what other rooms know. */
export interface Resting {
  /** Null: it has no history of its own. */
  matter: Matter | null
  code: string | null
  restedOn: CivilDate
  /** Matters that it hangs together with: what is done with them is done with it. */
  linked?: readonly Matter[]
  /** What the law asks when it wants data kept; absent: the law has nothing to say. */
  standing?: { type: string; kind: string; status: string }
  /** Last time that only the source can tell: a sign-in. */
  touchedOn?: CivilDate | null
  obstacles?: readonly Obstacle[]
  /** Where the person is written to; null: unknown. */
  email: string | null
  /** Vietnamese address at which its holder opens it; absent: where petitions are opened. */
  openAt?: string
  /** Rows that it stands for. */
  n: number
}

/** Why something goes: for the history and for the words that stand in its place. */
export interface ByRule {
  rule: RuleId
  batch: string
  now: Date
}

/** What a feature tells of one class of its matters; registered beside app.ts under the rule. */
export interface RetentionSource {
  /** What came to rest on or before a day at the latest, the oldest first. */
  list: (db: Db, scope: Scope, until: CivilDate, after: string | null, limit: number) => Promise<Candidate[]>
  /** As it stands now, locked with `lock`; undefined: not of this class any more, or erased already. */
  find: (db: Db, scope: Scope, key: string, lock: boolean) => Promise<Resting | undefined>
  /** Erases inside the transaction; what must stay of the public record stays. */
  erase: (trx: Trx, scope: Scope, key: string, by: ByRule) => Promise<void>
  /** Rendered pages that show it. */
  tags: (key: string) => readonly string[]
}

/** What another room knows about any matter. */
export type Watcher = (db: Db, scope: Scope, matter: Matter) => Promise<{ obstacles?: readonly Obstacle[]; touchedOn?: CivilDate | null }>

export interface Retained {
  of: Readonly<Record<RuleId, RetentionSource>>
  watchers: readonly Watcher[]
  keptByLaw: (standing: NonNullable<Resting['standing']>, on: CivilDate) => boolean
  /** A matter by the code that people know, to hold it. */
  findByCode: (db: Db, scope: Scope, code: string) => Promise<{ matter: Matter; code: string } | undefined>
  /** Locks it for the transaction, so that its history is numbered without a gap. */
  lock: (trx: Trx, scope: Scope, matter: Matter) => Promise<unknown>
}
