import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { listHistory } from '../history/index.ts'
import type { Scope } from './accounts.ts'
import { renamePerson } from './people.ts'
import { text } from './text.ts'
import './accounts.table.ts'

const form = /^TK-([0-9A-F]{8})$/

/** What stands on papers for an account: the end of its id, and nothing of the person. */
export function accountCode(personId: string): string {
  return `TK-${personId.slice(-8).toUpperCase()}`
}

/** A resident's account of this authority: nobody who works in any office, and nobody erased. */
function residents(db: Db, scope: Scope) {
  return db
    .selectFrom('auth_users as person')
    .leftJoin('staff', (join) => join.onRef('staff.person_id', '=', 'person.id').on('staff.authority_id', '=', scope.authorityId))
    .select(['person.id', 'person.username', 'person.name', 'person.created_at as createdAt', 'staff.deactivated_at as closedAt'])
    .where('person.erased_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('staff as place')
            .select('place.person_id')
            .whereRef('place.person_id', '=', 'person.id')
            .where(sql<boolean>`not 'resident' = any (place.roles)`),
        ),
      ),
    )
}

/** What is held about whoever has an account, apart from the matters filed with it. */
export const accountPersonalData = {
  find: async (db: Db, scope: Scope, code: string) => {
    const end = form.exec(code)?.[1]
    if (!end) return undefined
    const found = await residents(db, scope).where(sql`upper(right(person.id, 8))`, '=', end).execute()
    // Two accounts of one code: neither is meant for sure.
    return found.length === 1 ? { id: found[0]!.id, code, accountId: found[0]!.id, email: null } : undefined
  },

  collect: async (db: Db, scope: Scope, id: string) => {
    const [account, place, sessions, signIns] = await Promise.all([
      residents(db, scope).where('person.id', '=', id).executeTakeFirst(),
      db
        .selectFrom('staff')
        .select(['roles', 'valid_from as validFrom', 'valid_to as validTo', 'email'])
        .where('authority_id', '=', scope.authorityId)
        .where('person_id', '=', id)
        .executeTakeFirst(),
      db
        .selectFrom('auth_sessions')
        .select(['user_agent as device', 'created_at as at', 'expires_at as until'])
        .where('user_id', '=', id)
        .execute(),
      db
        .selectFrom('sign_ins')
        .select(['outcome', 'at'])
        .where('authority_id', '=', scope.authorityId)
        .where('person_id', '=', id)
        .orderBy('id')
        .execute(),
    ])
    const history = await listHistory(db, scope, { type: 'account', id }, ['public', 'filer'])
    return {
      account: account && { ...account, place },
      sessions,
      signIns,
      history: history.map(({ type, at, facts }) => ({ type, at, facts })),
    }
  },

  lock: async (trx: Trx, id: string): Promise<void> => {
    const locked = await trx
      .selectFrom('auth_users')
      .select('id')
      .where('id', '=', id)
      .where('erased_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!locked) throw new NotFound()
  },

  /** An account knows a name alone. */
  correct: async (trx: Trx, id: string, { name }: { name?: string }): Promise<Record<string, string>> => {
    if (!name) return {}
    const old = await trx.selectFrom('auth_users').select('name').where('id', '=', id).executeTakeFirstOrThrow()
    await renamePerson(trx, id, name)
    return { name: old.name }
  },

  erase: eraseAccount,
}

/** Closes the account for good: nobody signs in any more, and of the person nothing is left but an id that history entries name. */
async function eraseAccount(trx: Trx, scope: Scope, id: string, now: Date): Promise<void> {
  for (const table of ['auth_sessions', 'auth_accounts', 'auth_two_factors', 'auth_used_codes'] as const)
    await trx.deleteFrom(table).where('user_id', '=', id).execute()
  await trx.deleteFrom('sign_ins').where('person_id', '=', id).execute()
  await trx
    .updateTable('auth_users')
    .set({
      name: text.vi.erasedAccount,
      username: `closed-${id}`,
      two_factor_enabled: false,
      updated_at: now,
      erased_at: now,
    })
    .where('id', '=', id)
    .execute()
  await trx
    .updateTable('staff')
    .set({ deactivated_at: now, email: null })
    .where('authority_id', '=', scope.authorityId)
    .where('person_id', '=', id)
    .where('deactivated_at', 'is', null)
    .execute()
}
