import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { civilDate, requiredText } from '../../shared/fields.ts'
import { grounds } from './hold.ts'
import { LEAST_NOTICE_DAYS, type Rule } from './rule.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text !== '', { params: { code: 'required' }, abort: true })
    .refine((text) => /^\d{1,4}$/.test(text), { params: { code: 'invalid_type' }, abort: true })
    .transform(Number)
    .pipe(z.number().min(min).max(max))

const documentNumber = requiredText({ max: 60, singleLine: true })

/** Turning a rule on; no document may go below the least period. */
export function onInput({ minMonths }: Pick<Rule, 'minMonths'>) {
  return z.strictObject({
    do: z.literal('on'),
    keepMonths: wholeNumber(minMonths, 600),
    announceDays: wholeNumber(LEAST_NOTICE_DAYS, 365),
    documentNumber,
  })
}

export const OffInput = z.strictObject({ do: z.literal('off'), documentNumber })

export const HoldInput = z.strictObject({
  code: requiredText({ max: 40, singleLine: true }),
  ground: z.enum(grounds, { error: () => 'required' }),
  documentNumber,
  reviewOn: civilDate,
})
export type HoldInput = z.output<typeof HoldInput>
