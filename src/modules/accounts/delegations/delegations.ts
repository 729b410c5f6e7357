import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { addDays } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import type { Scope } from '../accounts.ts'
import '../accounts.table.ts'

/** The chairman lets somebody sign on dated days of absence. */
export interface Delegation {
  id: string
  fromPerson: string
  toPerson: string
  fromOn: CivilDate
  toOn: CivilDate
  /** Settlements of complaints too: only where the document says so and the law lets it. */
  complaints: boolean
  documentNumber: string
  endedOn: CivilDate | null
}

const columns = [
  'id',
  'from_person as fromPerson',
  'to_person as toPerson',
  'from_on as fromOn',
  'to_on as toOn',
  'complaints',
  'document_number as documentNumber',
  'ended_on as endedOn',
] as const

/** Newest first. */
export async function listDelegations(db: Db, scope: Scope): Promise<Delegation[]> {
  return db
    .selectFrom('signing_delegations')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** The one under which a person signs today, the widest first; undefined on any other day. */
export async function findDelegation(db: Db, scope: Scope, toPerson: string, today: CivilDate): Promise<Delegation | undefined> {
  return db
    .selectFrom('signing_delegations')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('to_person', '=', toPerson)
    .where('from_on', '<=', today)
    .where(sql<boolean>`least(to_on, coalesce(ended_on, to_on)) >= ${today}::date`)
    .orderBy('complaints', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function addDelegation(
  trx: Trx,
  scope: Scope,
  delegation: Omit<Delegation, 'id' | 'endedOn'>,
  madeBy: string,
  at: Date,
): Promise<string> {
  const id = newId(at.getTime())
  await trx
    .insertInto('signing_delegations')
    .values({
      authority_id: scope.authorityId,
      id,
      from_person: delegation.fromPerson,
      to_person: delegation.toPerson,
      from_on: delegation.fromOn,
      to_on: delegation.toOn,
      complaints: delegation.complaints,
      document_number: delegation.documentNumber,
      made_by: madeBy,
      made_at: at,
      ended_on: null,
    })
    .execute()
  return id
}

/** Ends it now: today nothing more is signed under it. @throws NotFound when there is none that could still be used */
export async function endDelegation(trx: Trx, scope: Scope, id: string, today: CivilDate): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('signing_delegations')
    .set({ ended_on: addDays(today, -1) })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .where('to_on', '>=', today)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound()
}
