import type { Db, Trx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { RuleId, Switch } from './rule.ts'
import './retention.table.ts'

const columns = [
  'id',
  'rule',
  'is_on as isOn',
  'keep_months as keepMonths',
  'announce_days as announceDays',
  'document_number as documentNumber',
  'set_by as setBy',
  'set_at as setAt',
] as const

/** The newest switch of each rule; a rule without one is off. */
export async function currentSwitches(db: Db, scope: Scope): Promise<Map<RuleId, Switch>> {
  const rows = await db
    .selectFrom('retention_switches')
    .select(columns)
    .distinctOn('rule')
    .where('authority_id', '=', scope.authorityId)
    .orderBy('rule')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.rule, row]))
}

/** Adds a switch; earlier ones stay, so that each batch can say under which it was announced. */
export async function addSwitch(trx: Trx, scope: Scope, added: Omit<Switch, 'id'>): Promise<string> {
  const id = newId(added.setAt.getTime())
  await trx
    .insertInto('retention_switches')
    .values({
      authority_id: scope.authorityId,
      id,
      rule: added.rule,
      is_on: added.isOn,
      keep_months: added.keepMonths,
      announce_days: added.announceDays,
      document_number: added.documentNumber,
      set_by: added.setBy,
      set_at: added.setAt,
    })
    .execute()
  return id
}
