import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from './accounts.ts'
import './accounts.table.ts'

/** How an officer is reached for work, in one authority. */
export interface WorkMail {
  /** Null: none is known. */
  email: string | null
  /** Whether to be told of what comes due; what is due or overdue is told anyway. */
  beforeDue: boolean
}

export async function findWorkMail(db: Db, scope: Scope, personId: string): Promise<WorkMail> {
  const row = await db
    .selectFrom('staff')
    .select(['email', 'remind_before_due as beforeDue'])
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? { email: null, beforeDue: true }
}

/** Those of these people who have an address, by person. */
export async function listWorkMail(db: Db, scope: Scope, personIds: readonly string[]): Promise<Map<string, WorkMail & { email: string }>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['person_id', 'email', 'remind_before_due as beforeDue'])
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', 'in', [...personIds])
    .where('email', 'is not', null)
    .execute()
  return new Map(rows.map(({ person_id, email, beforeDue }) => [person_id, { email: email!, beforeDue }]))
}

export async function setWorkEmail(trx: Trx, scope: Scope, personId: string, email: string | null): Promise<void> {
  await ofPerson(trx, scope, personId).set({ email }).execute()
}

export async function setRemindBeforeDue(trx: Trx, scope: Scope, personId: string, beforeDue: boolean): Promise<void> {
  await ofPerson(trx, scope, personId).set({ remind_before_due: beforeDue }).execute()
}

function ofPerson(trx: Trx, scope: Scope, personId: string) {
  return trx.updateTable('staff').where('authority_id', '=', scope.authorityId).where('person_id', '=', personId)
}
