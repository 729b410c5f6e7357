import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import type { PetitionKind, PetitionStatus } from '../petition.ts'
import '../petitions.table.ts'

/** `unprocessed`: not yet told accepted, refused, guided or transferred. `unfinished`: taken on and not settled. */
export type Standing = 'unprocessed' | 'unfinished'

const statusesOf: Record<Standing, readonly PetitionStatus[]> = {
  unprocessed: ['received'],
  unfinished: ['accepted', 'suspended'],
}

export interface StandingCase {
  id: string
  code: string
  subject: string
  kind: PetitionKind
  status: PetitionStatus
  receivedOn: CivilDate
}

function standing(db: Db, scope: Scope, view: Standing, receivedUpTo: CivilDate) {
  return (
    db
      .selectFrom('petitions')
      .where('authority_id', '=', scope.authorityId)
      // As the index is written, so that it is used.
      .where(sql<boolean>`status in ('received', 'accepted', 'suspended')`)
      .where('status', 'in', [...statusesOf[view]])
      .where('received_on', '<=', receivedUpTo)
  )
}

export async function countStanding(db: Db, scope: Scope, view: Standing, receivedUpTo: CivilDate): Promise<number> {
  const { n } = await standing(db, scope, view, receivedUpTo)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Open cases received on a day or before, the oldest first. */
export async function listStanding(
  db: Db,
  scope: Scope,
  view: Standing,
  receivedUpTo: CivilDate,
  after: string | null,
  limit: number,
): Promise<Page<StandingCase>> {
  let query = standing(db, scope, view, receivedUpTo)
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDate, isUuid])
    query = query.where(sql<boolean>`(received_on, id) > (${on}::date, ${id}::uuid)`)
  }
  const rows = await query
    .select(['id', 'code', 'subject', 'kind', 'status', 'received_on as receivedOn'])
    .orderBy('received_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ receivedOn, id }) => [receivedOn, id])
}
