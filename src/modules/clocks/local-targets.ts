import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { lockCalendar } from './change-calendar.ts'
import { noteTarget } from './note-changes.ts'
import { hasNoNumber, type Limit, ruleFamily, ruleInForce } from './rules.ts'

/** A number of days that the office set itself where the law has none: "mục tiêu của địa phương". */
export interface LocalTarget {
  rule: string
  limit: Limit
  validFrom: CivilDate
  documentNumber: string
  note: string | null
}

/** Sets a target from a day on; clocks that already run keep theirs. The same day again corrects it. */
export async function setLocalTarget(trx: Trx, scope: Scope, actor: { personId: string } | null, target: LocalTarget): Promise<void> {
  const rule = ruleInForce(target.rule, target.validFrom)
  if (!hasNoNumber(rule)) throw new DomainError('rule_has_number', 422, { rule: rule.id })
  // Two administrators set targets one after the other.
  await lockCalendar(trx, scope)
  const family = ruleFamily(target.rule)
  const before = await findLocalTarget(trx, scope, family, target.validFrom)
  const values = {
    value: target.limit.value,
    unit: target.limit.unit,
    document_number: target.documentNumber,
    note: target.note,
    set_by: actor?.personId ?? null,
    set_at: new Date(),
  }
  await trx
    .insertInto('local_targets')
    .values({ authority_id: scope.authorityId, rule: family, valid_from: target.validFrom, ...values })
    .onConflict((row) => row.columns(['authority_id', 'rule', 'valid_from']).doUpdateSet(values))
    .execute()
  await noteTarget(trx, scope, actor, { ...target, rule: family }, before?.limit ?? null)
}

/** The target in force on a day, if the office has set one. */
export async function findLocalTarget(db: Db, scope: Scope, rule: string, on: CivilDate): Promise<LocalTarget | undefined> {
  const row = await db
    .selectFrom('local_targets')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .where('rule', '=', rule)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && targetOf(row)
}

/** Every target ever set, newest first within a rule. */
export async function listLocalTargets(db: Db, scope: Scope): Promise<LocalTarget[]> {
  const rows = await db
    .selectFrom('local_targets')
    .selectAll()
    .where('authority_id', '=', scope.authorityId)
    .orderBy('rule')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map(targetOf)
}

function targetOf(row: {
  rule: string
  value: number
  unit: Limit['unit']
  valid_from: CivilDate
  document_number: string
  note: string | null
}): LocalTarget {
  return {
    rule: row.rule,
    limit: { value: row.value, unit: row.unit },
    validFrom: row.valid_from,
    documentNumber: row.document_number,
    note: row.note,
  }
}
