import { DomainError } from '../../shared/errors.ts'
import type { Actor } from './accounts.ts'
import type { Auth } from './auth.ts'
import { isGuessable } from './password-rules.ts'
import { setPassword } from './people.ts'

/**
 * A person's own new password, after the old one was proved. All other sessions end; this one stays.
 * @throws DomainError password_guessable, password_unchanged (422)
 */
export async function changeOwnPassword(
  auth: Auth,
  actor: Actor,
  sessionId: string,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  if (input.newPassword === input.currentPassword) throw new DomainError('password_unchanged', 422)
  if (isGuessable(input.newPassword, actor.username)) throw new DomainError('password_guessable', 422)
  await auth.db.transaction().execute((trx) => setPassword(trx, auth, actor.personId, input.newPassword, { keepSessionId: sessionId }))
}
