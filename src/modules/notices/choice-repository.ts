import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import type { NoticeChoice } from './choice.ts'
import './notices.table.ts'
import { addSending } from './queue-notice.ts'

const rowOf = ({ authorityId }: Scope, { type, id }: Matter) => ({ authority_id: authorityId, matter_type: type, matter_id: id })

/** What the person behind a matter chose; a mail at every step when nothing was. */
export async function findChoice(db: Db, scope: Scope, matter: Matter): Promise<NoticeChoice> {
  const row = await db
    .selectFrom('notice_choices')
    .select('choice')
    .where((eb) => eb.and(rowOf(scope, matter)))
    .executeTakeFirst()
  return row?.choice ?? 'each'
}

/** From now on; what waits for the daily mail follows at once. Safe to do again. */
export async function setChoice(trx: Trx, scope: Scope, matter: Matter, choice: NoticeChoice, now: Date): Promise<void> {
  await trx
    .insertInto('notice_choices')
    .values({ ...rowOf(scope, matter), choice, changed_at: now })
    .onConflict((conflict) => conflict.columns(['authority_id', 'matter_type', 'matter_id']).doUpdateSet({ choice, changed_at: now }))
    .execute()
  if (choice === 'daily') return
  const moved = await trx
    .updateTable('outbox')
    .set(choice === 'each' ? { state: 'queued' } : { state: 'silenced', to_address: null, body: null })
    .where((eb) => eb.and(rowOf(scope, matter)))
    .where('state', '=', 'gathered')
    .returning('id')
    .execute()
  if (choice === 'each') for (const { id } of moved) await addSending(trx, scope, id)
}
