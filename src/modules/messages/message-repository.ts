import type { Selectable } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Matter, Message, MessageKind, Scope } from './message.ts'
import type { MessagesTable } from './messages.table.ts'

export interface NewMessage {
  matter: Matter
  kind: MessageKind
  /** Officer who writes; null: the filer. */
  authorId: string | null
  /** Checked text (`requiredText` of shared/fields), 1 to 20,000 letters. */
  body: string
}

export async function addMessage(trx: Trx, scope: Scope, { matter, kind, authorId, body }: NewMessage): Promise<Message> {
  const row = await trx
    .insertInto('messages')
    .values({
      authority_id: scope.authorityId,
      id: newId(),
      matter_type: matter.type,
      matter_id: matter.id,
      kind,
      author_person_id: authorId,
      body,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toMessage(row)
}

/** In the order they were written. The kinds are always named, so that an internal note is never shown by leaving something out. */
export async function listMessages(db: Db, scope: Scope, matter: Matter, { kinds }: { kinds: readonly MessageKind[] }): Promise<Message[]> {
  if (kinds.length === 0) return []
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('kind', 'in', [...kinds])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toMessage)
}

/**
 * Takes the words away; that something was said then, and by which side, stays.
 * @throws NotFound when this matter has no such message
 */
export async function eraseMessage(trx: Trx, scope: Scope, matter: Matter, id: string): Promise<void> {
  const erased = await trx
    .updateTable('messages')
    .set({ body: null })
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (erased.numUpdatedRows === 0n) throw new NotFound()
}

/** The same for the whole conversation of a matter. */
export async function eraseMessages(trx: Trx, scope: Scope, matter: Matter): Promise<void> {
  await trx
    .updateTable('messages')
    .set({ body: null })
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .execute()
}

function toMessage(row: Selectable<MessagesTable>): Message {
  return {
    id: row.id,
    matter: { type: row.matter_type, id: row.matter_id },
    kind: row.kind,
    authorId: row.author_person_id,
    body: row.body,
    createdAt: row.created_at,
  }
}

/** When something was last written about a matter, by whomever. */
export async function lastMessageAt(db: Db, scope: Scope, matter: Matter): Promise<Date | null> {
  const row = await db
    .selectFrom('messages')
    .select((eb) => eb.fn.max('created_at').as('at'))
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .executeTakeFirst()
  return row?.at ?? null
}
