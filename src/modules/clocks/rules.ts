import { z } from 'zod'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import data from './data/time-limits.json' with { type: 'json' }

/** What a limit can be counted in to a due date. */
export const limitUnits = ['calendarDay', 'workingDay', 'month'] as const
export type LimitUnit = (typeof limitUnits)[number]

export interface Limit {
  value: number
  unit: LimitUnit
}

/**
 * `forward`: from the event to the last day (limits, minimum durations, validity, alarms).
 * `back`: from a coming event to the latest day on which something must have been done ("at least 5 days before").
 */
export type Direction = 'forward' | 'back'

/** How sure a fact is: read in the text, read before an amendment, secondary, known, unknown. Sentences: text files. */
export const sureMarks = ['V', 'V-pre2026', 'V-superseded', 'V-absence', 'V2', 'K', 'U'] as const

const date = z.custom<CivilDate>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
const numbered = z.object({ value: z.int().min(0), unit: z.string() })

const ruleSchema = z.object({
  id: z.string(),
  kind: z.enum(['max', 'minBefore', 'minDuration', 'validity', 'alarm', 'frequencyMin', 'period']),
  stepVi: z.string(),
  stepEn: z.string(),
  /** Null: the law gives no number. */
  limit: numbered.nullable(),
  /** The event whose day starts the clock. */
  clockStart: z.string().nullable(),
  clockStartVi: z.string().nullable(),
  clockStartEn: z.string().nullable(),
  variants: z.array(numbered.extend({ when: z.string() })).nullable(),
  /** How often, and by how much, the rule lets itself be extended. */
  extension: z
    .object({ times: z.int().min(1).nullish(), maxEach: numbered.nullish() })
    .loose()
    .nullish(),
  legalBasis: z.array(z.string()),
  effectiveFrom: date.nullable(),
  effectiveTo: date.nullable(),
  verification: z.enum(sureMarks),
  sources: z.array(z.string()),
})

/** One version of one rule: a row of `data/time-limits.json`. */
export type Rule = z.infer<typeof ruleSchema>

export const rules: readonly Rule[] = z.object({ rules: z.array(ruleSchema) }).parse(data).rules

/** Older versions carry the id of the rule and a suffix: `complaint.accept.pre2026`. */
const versionSuffix = /\.pre\d{4}$/

/** The rule without its version: `complaint.accept.pre2026` → `complaint.accept`. */
export function ruleFamily(ruleId: string): string {
  return ruleId.replace(versionSuffix, '')
}

const byId = new Map<string, Rule[]>()
for (const rule of rules) {
  for (const id of new Set([rule.id, ruleFamily(rule.id)])) {
    // The row of this very id first: it is the newest.
    if (rule.id === id) byId.set(id, [rule, ...(byId.get(id) ?? [])])
    else byId.set(id, [...(byId.get(id) ?? []), rule])
  }
}

/** Every id that can be asked for, in the order of the data. */
export const ruleIds: readonly string[] = [...byId.keys()]

/** The version in force on that day, which then governs a clock to its end. An id of one version is taken within its dates only. */
export function ruleInForce(ruleId: string, on: CivilDate): Rule {
  const versions = byId.get(ruleId)
  if (!versions) throw new DomainError('unknown_rule', 404, { rule: ruleId })
  const rule = versions.find((version) => isInForce(version, on))
  if (!rule) {
    const newest = versions[0]!
    throw new DomainError('rule_not_in_force', 422, { rule: ruleId, on, from: newest.effectiveFrom, to: newest.effectiveTo })
  }
  return rule
}

function isInForce(rule: Rule, on: CivilDate): boolean {
  return (rule.effectiveFrom === null || on >= rule.effectiveFrom) && (rule.effectiveTo === null || on <= rule.effectiveTo)
}

/** True when the law itself gives no number of days: a local target may stand in. */
export function hasNoNumber(rule: Rule): boolean {
  return rule.limit === null
}

/** Ids of the rules for which the administrator may set a local target. */
export const rulesWithoutNumber: readonly string[] = rules.filter(hasNoNumber).map((rule) => rule.id)

/** The limit of a rule under a variant; refuses what is no number of days to a due date. */
export function limitOf(rule: Rule, variant: string | null): Limit {
  if (rule.kind === 'frequencyMin' || rule.kind === 'period')
    throw new DomainError('rule_not_a_due_date', 422, { rule: rule.id, kind: rule.kind })
  if (rule.limit === null) throw new DomainError('rule_without_number', 422, { rule: rule.id })
  const limit = variant === null ? rule.limit : rule.variants?.find((one) => sameVariant(one.when, variant))
  if (!limit) throw new DomainError('unknown_variant', 422, { rule: rule.id, variant, known: rule.variants?.map((one) => one.when) ?? [] })
  const unit = limitUnits.find((known) => known === limit.unit)
  if (!unit) throw new DomainError('rule_not_a_due_date', 422, { rule: rule.id, kind: limit.unit })
  return { value: limit.value, unit }
}

export function directionOf(rule: Rule): Direction {
  return rule.kind === 'minBefore' ? 'back' : 'forward'
}

/** `complex remote`, `complex, remote`, `remote+complex` → `complex+remote`; nothing at all → null. */
export function normalVariant(variant: string | null | undefined): string | null {
  if (!variant) return null
  const words = new Set(variant.split(/[\s+,]+/).filter((word) => word !== ''))
  return words.size === 0 ? null : [...words].sort().join('+')
}

function sameVariant(when: string, variant: string): boolean {
  return when === variant || normalVariant(when) === normalVariant(variant)
}
