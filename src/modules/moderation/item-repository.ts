import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { Item } from './moderation.ts'
import './moderation.table.ts'

export const itemColumns = [
  'id',
  'subject_type as subjectType',
  'subject_id as subjectId',
  'about_type as aboutType',
  'about_id as aboutId',
  'status',
  'step',
  'version',
  'revision',
  'reason',
  'score',
  'signals',
  'suspect',
  'sent_at as sentAt',
  'moved_at as movedAt',
  'first_shown_at as firstShownAt',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  status: 'status',
  step: 'step',
  version: 'version',
  revision: 'revision',
  reason: 'reason',
  score: 'score',
  signals: 'signals',
  suspect: 'suspect',
  sentAt: 'sent_at',
  movedAt: 'moved_at',
  firstShownAt: 'first_shown_at',
} as const satisfies Partial<Record<keyof Item, string>>

export async function findItem(db: Db, scope: Scope, id: string): Promise<Item | undefined> {
  const row = await itemsOf(db, scope).where('id', '=', id).executeTakeFirst()
  return row as Item | undefined
}

export async function findItemOf(db: Db, scope: Scope, subject: Matter): Promise<Item | undefined> {
  const row = await itemsOf(db, scope).where('subject_type', '=', subject.type).where('subject_id', '=', subject.id).executeTakeFirst()
  return row as Item | undefined
}

function itemsOf(db: Db, scope: Scope) {
  return db.selectFrom('moderation_items').select(itemColumns).where('authority_id', '=', scope.authorityId)
}

export async function lockItem(trx: Trx, scope: Scope, id: string): Promise<Item | undefined> {
  const row = await itemsOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as Item | undefined
}

export async function lockItemOf(trx: Trx, scope: Scope, subject: Matter): Promise<Item | undefined> {
  const found = await findItemOf(trx, scope, subject)
  return found && lockItem(trx, scope, found.id)
}

export async function saveItem(trx: Trx, scope: Scope, item: Item, set: Partial<Item>): Promise<Item> {
  const changed = Object.fromEntries(
    Object.entries(set).map(([fact, value]) => [
      columnOf[fact as keyof typeof columnOf],
      fact === 'signals' ? JSON.stringify(value) : value,
    ]),
  )
  await trx.updateTable('moderation_items').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', item.id).execute()
  return { ...item, ...set }
}

export interface KeptText {
  revision: number
  body: string
  sentAt: Date
}

/** Every text as it was sent, the newest first; empty once erased. */
export async function listTexts(db: Db, scope: Scope, itemId: string): Promise<KeptText[]> {
  return db
    .selectFrom('moderation_texts')
    .select(['revision', 'body', 'sent_at as sentAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('item_id', '=', itemId)
    .orderBy('revision', 'desc')
    .execute()
}

/** The newest text of each of these items. */
export async function newestTexts(db: Db, scope: Scope, items: readonly Pick<Item, 'id'>[]): Promise<Map<string, string>> {
  if (items.length === 0) return new Map()
  const rows = await db
    .selectFrom('moderation_texts')
    .distinctOn('item_id')
    .select(['item_id', 'body'])
    .where('authority_id', '=', scope.authorityId)
    .where(
      'item_id',
      'in',
      items.map(({ id }) => id),
    )
    .orderBy('item_id')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(rows.map(({ item_id, body }) => [item_id, body]))
}

/** How often the same text was sent since then, whoever sent it. */
export async function countAlike(db: Db, scope: Scope, likeness: Buffer, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('moderation_texts')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('authority_id', '=', scope.authorityId)
    .where('likeness', '=', likeness)
    .where('sent_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(n)
}
