import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { phone } from '../../shared/contact-fields.ts'
import { civilDate, optionalText, requiredText } from '../../shared/fields.ts'
import { type Part, parts } from './appointment.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const SUBJECT_MAX = 200
export const WORDS_MAX = 4_000

const day = civilDate.transform((on) => on as CivilDate)
const time = requiredText({ max: 5, singleLine: true }).refine((at) => /^([01]\d|2[0-3]):[0-5]\d$/.test(at), {
  params: { code: 'invalid_time' },
})
const name = requiredText({ max: 100, singleLine: true })
const subject = requiredText({ max: SUBJECT_MAX, singleLine: true })
const words = optionalText({ max: WORDS_MAX })
const place = requiredText({ max: 200, singleLine: true })

/** What is asked for, as in the API. */
export const AskInput = z.strictObject({
  on: day,
  part: z.enum(parts),
  subject,
  words,
  filer: z.strictObject({ name, phone }),
  clientToken: z.uuid(),
})
export type AskInput = z.output<typeof AskInput>

const isPart = (part: string | undefined): part is Part => parts.includes(part as Part)

/** A reception day in one choice: `2026-12-02.morning`. */
const dayChoice = z
  .string()
  .optional()
  .default('')
  .refine((key) => key !== '', { params: { code: 'required' }, abort: true })
  .refine((key) => isCivilDate(key.split('.')[0]) && isPart(key.split('.')[1]), { params: { code: 'unknown_reference' }, abort: true })
  .transform((key) => {
    const [on, part] = key.split('.')
    return { on: on as CivilDate, part: part as Part }
  })

/** The same as the form sends it: one level, the day in one choice. */
export const AskForm = z
  .strictObject({ day: dayChoice, subject, words, name, phone, clientToken: z.uuid() })
  .transform(({ day, name, phone, ...rest }): AskInput => ({ ...rest, ...day, filer: { name, phone } }))

export const ConfirmInput = z.strictObject({ on: day, at: time, place, reason: optionalText({ max: 4_000 }) })
export const CancelInput = z.strictObject({ reason: optionalText({ max: 4_000 }) })
export const HoldInput = z.strictObject({
  words: requiredText({ max: 10_000 }),
  promisedOn: z
    .union([z.literal(''), civilDate])
    .nullish()
    .transform((on) => (on ? (on as CivilDate) : null)),
})

/** Names a day of the schedule. */
export const DayRef = z.strictObject({ on: day, part: z.enum(parts) })

/** A day of the schedule, as its form sends it. */
export const DayInput = z
  .strictObject({
    on: day,
    part: z.enum(parts),
    starts: time,
    ends: time,
    place,
    leader: optionalText({ max: 100, singleLine: true }),
    capacity: z.coerce.number({ error: () => 'invalid_value' }).pipe(z.int().min(0).max(200)),
  })
  .refine(({ starts, ends }) => starts < ends, { path: ['ends'], params: { code: 'ends_before_start' } })
export type DayInput = z.output<typeof DayInput>
