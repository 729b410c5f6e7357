import type { Trx } from '../../platform/database.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import { canResend, maskAddress } from './notice.ts'
import { addSending } from './queue-notice.ts'

/**
 * The administrator asks for another try, now.
 * @throws NotFound · DomainError notice_not_resendable 409 when it was sent, is on its way, or was erased
 */
export async function resendNotice(trx: Trx, scope: Scope, actor: Actor, id: string): Promise<void> {
  const row = await trx
    .selectFrom('outbox')
    .select(['state', 'attempts', 'to_address', 'matter_type', 'matter_id'])
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { state, attempts, to_address } = row
  if (!canResend({ state, attempts, maskedTo: to_address && maskAddress(to_address) })) throw new DomainError('notice_not_resendable', 409)
  await trx
    .updateTable('outbox')
    .set({ state: 'queued', attempts: 0, last_error_code: null })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
  await addSending(trx, scope, id)
  await audit(trx, scope, actor, 'notice.resent', { type: row.matter_type, id: row.matter_id }, { noticeId: id, stateBefore: state })
}
