import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Dialogue } from './petition.ts'
import './petitions.table.ts'

const columns = ['id', 'held_on as heldOn', 'held_at as heldAt', 'place', 'attendance', 'minutes', 'invited_at as invitedAt'] as const

export async function listDialogues(db: Db, scope: Scope, petitionId: string): Promise<Dialogue[]> {
  const rows = await dialogues(db, scope, petitionId).orderBy('held_on').orderBy('invited_at').execute()
  return rows.map(shortTime)
}

/** The invitation whose minutes are not yet written; at most one. */
export async function findOpenInvitation(db: Db, scope: Scope, petitionId: string): Promise<Dialogue | undefined> {
  const row = await dialogues(db, scope, petitionId).where('attendance', 'is', null).executeTakeFirst()
  return row && shortTime(row)
}

function dialogues(db: Db, scope: Scope, petitionId: string) {
  return db
    .selectFrom('petition_dialogues')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
}

/** PostgreSQL says `08:30:00`. */
const shortTime = (row: Dialogue): Dialogue => ({ ...row, heldAt: row.heldAt.slice(0, 5) })
