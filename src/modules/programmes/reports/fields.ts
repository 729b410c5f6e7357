import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import { periodNamed } from '../clock/periods.ts'
import { reportEveries } from './report.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

const WORDS_MAX = 10_000
const MOST_UNITS = 500

/** `2026-Q3`, `2026-H1`, `2026`. */
const period = z.string().transform((name, context) => {
  const named = periodNamed(name)
  const every = reportEveries.find((one) => one === named?.every)
  if (named && every) return { ...named, every }
  context.addIssue({ code: 'custom', params: { code: name === '' ? 'required' : 'invalid_choice' } })
  return z.NEVER
})

export const RequestInput = z.strictObject({
  period,
  dueOn: civilDate.transform((on) => on as CivilDate),
  /** Absent or empty: every agency with a programme that is out. */
  unitIds: z
    .union([z.array(z.uuid()).max(MOST_UNITS), z.uuid().transform((id) => [id])], { error: () => 'unknown_reference' })
    .optional()
    .default([]),
})
export type RequestInput = z.output<typeof RequestInput>

export const NoInput = z.strictObject({})
export const WordsInput = z.strictObject({
  result: requiredText({ max: WORDS_MAX }),
  obstacles: optionalText({ max: WORDS_MAX }),
  proposals: optionalText({ max: WORDS_MAX }),
})
export const ReturnInput = z.strictObject({ reason: requiredText({ max: 1_000 }) })
