import { createHash } from 'node:crypto'
import type { Db, Trx } from '../../platform/database.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { namedId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { lockCalendar } from './change-calendar.ts'
import { listedYears, nationalDays } from './national-calendar.ts'
import { type Rule, rules } from './rules.ts'

/** The rules of the law and the national days off as this version of the product has them, as one matter. */
const rulesMatter = { type: 'rules', id: namedId('rules') }

/** One rule, or one year's days off, in a form that can be kept and compared. */
export interface RuleState {
  /** Id of the rule, or `holidays.2026`. */
  rule: string
  value: number | null
  unit: string | null
  /** Over everything that decides a due date. */
  digest: string
}

/** What decides due dates; names and sources do not. */
export function ruleStates(all: readonly Rule[] = rules): RuleState[] {
  const ofRules = all.map(({ id, kind, limit, clockStart, variants, extension, effectiveFrom, effectiveTo }) => ({
    rule: id,
    value: limit?.value ?? null,
    unit: limit?.unit ?? null,
    digest: digestOf({ kind, limit, clockStart, variants, extension, effectiveFrom, effectiveTo }),
  }))
  const ofYears = listedYears.map((year) => ({
    rule: `holidays.${year}`,
    value: null,
    unit: null,
    digest: digestOf(nationalDays(year).map(({ date, off }) => ({ date, off }))),
  }))
  return [...ofRules, ...ofYears]
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/**
 * Writes into the public history which rules this version counts by, and each one that a new version counts differently, with the old value
 * and the new one. Nothing where nothing changed; any number of processes may call it.
 * @returns how many rules changed
 */
export async function recordRules(db: Db, scope: Scope, states: readonly RuleState[] = ruleStates(), at = new Date()): Promise<number> {
  const lines = states.map(lineOf)
  // Without the lock first: on nearly every start there is nothing to write.
  if (canonicalJson(await lastLines(db, scope)) === canonicalJson(lines)) return 0
  return db.transaction().execute(async (trx) => {
    await lockCalendar(trx, scope)
    const before = await lastLines(trx, scope)
    if (before && canonicalJson(before) === canonicalJson(lines)) return 0
    const known = new Map((before ?? []).map(parseLine).map((state) => [state.rule, state]))
    const now = new Map(states.map((state) => [state.rule, state]))
    const changed = before
      ? [...new Set([...known.keys(), ...now.keys()])].filter((rule) => known.get(rule)?.digest !== now.get(rule)?.digest)
      : []
    for (const rule of changed) await noteChange(trx, scope, rule, known.get(rule), now.get(rule), at)
    const entry = {
      type: 'rules.recorded',
      audience: 'public',
      facts: { count: states.length, digest: digestOf(lines), lines },
    } as const
    await appendEntry(trx, scope, rulesMatter, entry, { role: null, personId: null, at })
    return changed.length
  })
}

async function noteChange(trx: Trx, scope: Scope, rule: string, old: RuleState | undefined, now: RuleState | undefined, at: Date) {
  const facts = {
    rule,
    oldValue: old?.value ?? null,
    oldUnit: old?.unit ?? null,
    oldDigest: old?.digest ?? null,
    value: now?.value ?? null,
    unit: now?.unit ?? null,
    digest: now?.digest ?? null,
  }
  await appendEntry(trx, scope, rulesMatter, { type: 'rules.changed', audience: 'public', facts }, { role: null, personId: null, at })
}

async function lastLines(db: Db, scope: Scope): Promise<string[] | null> {
  const row = await db
    .selectFrom('history_entries')
    .select('facts')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', rulesMatter.type)
    .where('matter_id', '=', rulesMatter.id)
    .where('type', '=', 'rules.recorded')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.facts['lines'] as string[]) : null
}

const lineOf = ({ rule, value, unit, digest }: RuleState) => [rule, value ?? '', unit ?? '', digest].join('|')

function parseLine(line: string): RuleState {
  const [rule = '', value = '', unit = '', digest = ''] = line.split('|')
  return { rule, value: value === '' ? null : Number(value), unit: unit === '' ? null : unit, digest }
}
