import { DomainError } from '../../shared/errors.ts'
import type { Actor, Scope } from './accounts.ts'
import type { Auth } from './auth.ts'
import { countFailure, limitsFor, refuseWhenGuessing } from './failures.ts'
import { isPassword } from './passwords.ts'
import './accounts.table.ts'

/**
 * Before something that matters, a signed-in person gives the password again: the screen may be somebody else's by now.
 * @throws DomainError wrong_password (422), too_many_failures (429)
 */
export async function provePassword(auth: Auth, scope: Scope, actor: Actor, address: string, password: string): Promise<void> {
  const limits = limitsFor(auth.secret, { username: `own:${actor.personId}`, address })
  await refuseWhenGuessing(auth.db, scope, limits)
  const known = await auth.db
    .selectFrom('auth_accounts')
    .select('password')
    .where('user_id', '=', actor.personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (known?.password && (await isPassword(known.password, password))) return refuseWhenGuessing(auth.db, scope, limits)
  await countFailure(auth.db, scope, limits)
  throw new DomainError('wrong_password', 422)
}
