import type { Db } from '../../platform/database.ts'
import type { Matter } from './history.ts'
import './history.table.ts'

/** Records that a person looked at personal data or did an act of administration. Facts hold ids and codes only. */
export async function audit(
  db: Db,
  scope: { authorityId: number },
  actor: { personId: string },
  action: string,
  matter: Matter | null = null,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      authority_id: scope.authorityId,
      actor_id: actor.personId,
      action,
      matter_type: matter?.type ?? null,
      matter_id: matter?.id ?? null,
      facts: JSON.stringify(facts),
    })
    .execute()
}

/** A look at a filer's name or contacts. */
export function auditRead(
  db: Db,
  scope: { authorityId: number },
  actor: { personId: string },
  matter: Matter,
  what: string,
): Promise<void> {
  return audit(db, scope, actor, 'read', matter, { what })
}
