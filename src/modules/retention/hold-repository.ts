import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { isCivilDate } from '../../shared/civil-date.ts'
import { isUuid, newId } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { RetentionHold } from './hold.ts'
import './retention.table.ts'

const columns = [
  'id',
  'matter_type as matterType',
  'matter_id as matterId',
  'code',
  'ground',
  'document_number as documentNumber',
  'review_on as reviewOn',
  'placed_by as placedBy',
] as const

type Row = Omit<RetentionHold, 'matter'> & { matterType: string; matterId: string }

function toHold({ matterType, matterId, ...rest }: Row): RetentionHold {
  return { ...rest, matter: { type: matterType, id: matterId } }
}

function open(db: Db, scope: Scope) {
  return db.selectFrom('retention_holds').select(columns).where('authority_id', '=', scope.authorityId).where('lifted_at', 'is', null)
}

export async function isHeld(db: Db, scope: Scope, matter: Matter): Promise<boolean> {
  return (await open(db, scope).where('matter_type', '=', matter.type).where('matter_id', '=', matter.id).executeTakeFirst()) !== undefined
}

export async function lockHold(trx: Trx, scope: Scope, id: string): Promise<RetentionHold | undefined> {
  const row = await open(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toHold(row)
}

/** Open holds, the soonest review first. */
export async function listHolds(db: Db, scope: Scope, after: string | null, limit: number): Promise<Page<RetentionHold>> {
  let query = open(db, scope)
  if (after) {
    const [reviewOn, id] = decodeCursor(after, [isCivilDate, isUuid])
    query = query.where(sql<boolean>`(review_on, id) > (${reviewOn}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('review_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows.map(toHold), limit, ({ reviewOn, id }) => [reviewOn, id])
}

/** @returns false when it is held already */
export async function addHold(trx: Trx, scope: Scope, hold: Omit<RetentionHold, 'id'>, at: Date): Promise<boolean> {
  const added = await trx
    .insertInto('retention_holds')
    .values({
      authority_id: scope.authorityId,
      id: newId(at.getTime()),
      matter_type: hold.matter.type,
      matter_id: hold.matter.id,
      code: hold.code,
      ground: hold.ground,
      document_number: hold.documentNumber,
      review_on: hold.reviewOn,
      placed_by: hold.placedBy,
      placed_at: at,
      lifted_by: null,
      lifted_at: null,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'matter_type', 'matter_id']).where('lifted_at', 'is', null).doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function endHold(trx: Trx, scope: Scope, id: string, by: string, at: Date): Promise<void> {
  await trx
    .updateTable('retention_holds')
    .set({ lifted_by: by, lifted_at: at })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
}
