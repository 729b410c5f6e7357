import type { Db, Trx } from '../../platform/database.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { ModerationAct } from './lifecycle.ts'
import type { Item } from './moderation.ts'

/** How one item is named in the queue. */
export interface Described {
  /** Who wrote it, as the public reads or would read it. */
  author: string
  /** What it stands under. */
  about: string
  /** Where that can be read; null: nowhere in public. */
  href: string | null
  /** What it answers, word for word; null: nothing. */
  answers: string | null
  /** Photos that came with it: the address of each, and of a small one. */
  pictures?: readonly { href: string; small: string; text: string }[]
}

/** A kind of writing that passes the queue; registered in app.ts under the type of its subjects. */
export interface ModeratedKind {
  name: Record<Lang, string>
  /** By id of the item. */
  describe: (db: Db, scope: Scope, items: readonly Item[], lang: Lang) => Promise<ReadonlyMap<string, Described>>
  /** In the transaction of the act: the feature's own rows, and its notices. */
  decided: (trx: Trx, scope: Scope, item: Item, act: ModerationAct, change: { body?: string | undefined; now: Date }) => Promise<void>
  /** Rendered pages that show what stands under this. */
  tags: (about: Matter) => readonly string[]
}

export type ModeratedKinds = Readonly<Record<string, ModeratedKind>>

/** @throws Error for a programmer */
export function kindOf(kinds: ModeratedKinds, { subjectType }: Pick<Item, 'subjectType'>): ModeratedKind {
  const kind = kinds[subjectType]
  if (!kind) throw new Error(`Nobody says how a "${subjectType}" is moderated. Register it in app.ts under moderation kinds.`)
  return kind
}
