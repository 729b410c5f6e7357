import type { Db } from '../../platform/database.ts'
import { type Actor, hasRole, type Scope } from '../accounts/index.ts'
import { countsOf } from '../tallies/index.ts'
import { readers } from './rules.ts'

export function mayReadModeration(actor: Actor | null): boolean {
  return hasRole(actor, ...readers)
}

/** How many texts no officer has read yet, from the kept counts. */
export async function waitingForModeration(db: Db, scope: Scope): Promise<number> {
  const counts = await countsOf(db, scope, 'moderation.view', 'all')
  return counts.reduce((sum, { bucket, n }) => (bucket === 'waiting' || bucket === 'unread' ? sum + n : sum), 0)
}
