import { z } from 'zod'
import { verdicts } from '../petition.ts'
import { NO_UNIT } from './measures.ts'
import { periodOf } from './period.ts'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const choice = <const Name extends string>(...names: Name[]) => z.preprocess(blankIsAbsent, z.enum(names).optional())
const period = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .refine((name) => periodOf(name) !== null, { params: { code: 'invalid_value' } })
    .optional(),
)

/** Filters of the officers' list behind the numbers of the statistics, as fields of its address. */
export const caseFilterFields = {
  unit: z.preprocess(blankIsAbsent, z.union([z.literal(NO_UNIT), z.uuid()]).optional()),
  /** Period in which it came in. */
  received: period,
  /** Period in which it was answered. */
  answered: period,
  open: choice('yes'),
  late: choice('yes', 'no'),
  extended: choice('yes'),
  verdict: choice(...verdicts),
  /** A promise that stands: its day has passed, or comes within a week. */
  promise: choice('passed', 'soon'),
  /** On no officer's desk. */
  owner: choice('none'),
}

/** Names of the fields, in the order in which an address holds them. */
export const caseFilterNames = ['received', 'answered', 'open', 'late', 'extended', 'verdict', 'promise', 'owner'] as const

export type CaseFilter = { [Name in (typeof caseFilterNames)[number]]?: z.output<(typeof caseFilterFields)[Name]> }

/** The day by which a list under these filters is ordered; null: not by a day of theirs. */
export function orderDay(filter: CaseFilter): 'answered_on' | 'promised_on' | null {
  if (filter.promise) return 'promised_on'
  return filter.answered || filter.late || filter.extended || filter.verdict ? 'answered_on' : null
}
