import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { civilDate, optionalText, requiredText } from '../../shared/fields.ts'
import { FIRST_YEAR, LAST_YEAR } from './calendar.ts'
import { limitUnits, rulesWithoutNumber } from './rules.ts'
import { text } from './text.ts'

export const labels: FieldLabels = { vi: text.vi.fields, en: text.en.fields }

const line = (max: number) => requiredText({ max, singleLine: true })
const day = civilDate.transform((value) => value as CivilDate)
const optionalDay = z.preprocess(
  (value) => (value === '' ? null : value),
  day.nullish().transform((value) => value ?? null),
)
const notice = { noticeNumber: line(60), noticeOn: optionalDay }
const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? Number(value) : value),
  z.number().int(),
)

export const DeadlineQuery = z.strictObject({ from: z.string(), variant: z.string().max(200).optional() })
export const TryQuery = z.strictObject({ rule: z.string().max(100), from: civilDate, variant: z.string().max(200).optional() })
export const YearQuery = z.object({ nam: wholeNumber.pipe(z.number().min(FIRST_YEAR).max(LAST_YEAR)).optional().catch(undefined) })

export const DayInput = z.strictObject({ act: z.literal('set'), date: day, kind: z.enum(['off', 'worked']), name: line(100), ...notice })
export const ClearInput = z.strictObject({ act: z.literal('clear'), date: day, ...notice })
export const ConfirmInput = z.strictObject({
  act: z.literal('confirm'),
  year: wholeNumber.pipe(z.number().min(FIRST_YEAR).max(LAST_YEAR)),
  ...notice,
})

export const TargetInput = z.strictObject({
  rule: z.enum(rulesWithoutNumber as [string, ...string[]]),
  value: wholeNumber.pipe(z.number().min(1).max(365)),
  unit: z.enum(limitUnits),
  validFrom: day,
  documentNumber: line(60),
  note: optionalText({ max: 300, singleLine: true }),
})
