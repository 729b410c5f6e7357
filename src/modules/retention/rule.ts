import { z } from 'zod'
import type { CivilDate } from '../../shared/civil-date.ts'
import data from './data/retention-rules.json' with { type: 'json' }

export const ruleIds = [
  'petition.closed',
  'petition.unprocessed',
  'appointment.past',
  'appointment.unconfirmed',
  'comment.past',
  'verdict.past',
  'reception.people',
  'request.words',
  'audit.looks',
  'account.closed',
] as const
export type RuleId = (typeof ruleIds)[number]

const day = z.string().transform((on) => on as CivilDate)

const Rule = z.object({
  id: z.enum(ruleIds),
  /** Proposed to the administrator. */
  keepMonths: z.number().int(),
  /** What no document of the locality may go below. */
  minMonths: z.number().int(),
  /** True: "quy định của cổng", no law names the period. */
  local: z.boolean(),
  basis: z.string().nullable(),
  /** How sure: `V` read, `V2` from a secondary source, `K` known but not read, `local` no law. */
  verification: z.enum(['V', 'V2', 'K', 'local']),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
})
export type Rule = z.output<typeof Rule>

const Standing = z.object({ id: z.enum(['draft', 'mail.sent', 'mail.unsent']), keepDays: z.number().int() })

const all = z.object({ rules: z.array(Rule), standing: z.array(Standing) }).parse(data)

/** Short periods that run by themselves and are told where the data comes in. */
export const standingRules: readonly z.output<typeof Standing>[] = all.standing

/** The rules in force on a day, one of each id. */
export function rulesOn(on: CivilDate): Rule[] {
  return all.rules.filter((rule) => rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo))
}

/** How a rule is applied here: turned on by the administrator, with the document that says so. */
export interface Switch {
  id: string
  rule: RuleId
  isOn: boolean
  keepMonths: number
  announceDays: number
  documentNumber: string
  setBy: string
  setAt: Date
}

/** Fewest days between announcement and erasure. */
export const LEAST_NOTICE_DAYS = 30
