import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { civilDate, requiredText } from '../../shared/fields.ts'
import { FEWEST_OPTIONS, MOST_OPTIONS, resultsShown, whoVotes } from './poll.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const QUESTION_MAX = 200
export const OPTION_MAX = 150

const day = civilDate.transform((on) => on as CivilDate)
const option = requiredText({ max: OPTION_MAX, singleLine: true })

/** From a form: one answer a line, blank lines left out. */
const optionLines = z.string().transform((lines) =>
  lines
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)
const options = z
  .union([z.array(option), optionLines.pipe(z.array(option))], { error: () => 'required' })
  .refine((list) => list.length >= FEWEST_OPTIONS, { params: { code: 'too_few', min: FEWEST_OPTIONS }, abort: true })
  .refine((list) => list.length <= MOST_OPTIONS, { params: { code: 'too_many', max: MOST_OPTIONS }, abort: true })
  .refine((list) => new Set(list.map((words) => words.toLocaleLowerCase('vi'))).size === list.length, { params: { code: 'repeated' } })

export const PollInput = z
  .strictObject({
    question: requiredText({ max: QUESTION_MAX, singleLine: true }),
    options,
    mostChoices: z.coerce
      .number({ error: () => 'invalid_value' })
      .pipe(z.int().min(1).max(MOST_OPTIONS))
      .default(1),
    opensOn: day,
    closesOn: day,
    whoVotes: z.enum(whoVotes, { error: () => 'required' }),
    resultsShown: z.enum(resultsShown, { error: () => 'required' }),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ['closesOn'], params: { code: 'before_start' } })
  .superRefine(({ options, mostChoices }, context) => {
    const params = { code: 'too_big', max: options.length }
    if (mostChoices > options.length) context.addIssue({ code: 'custom', path: ['mostChoices'], params })
  })
export type PollInput = z.output<typeof PollInput>

export const NoInput = z.strictObject({})
export const WithdrawInput = z.strictObject({ reason: requiredText({ max: 1_000 }) })

/** What names no answer becomes 0, which is no answer's number: it is refused by its own sentence. */
const place = z.union([z.number(), z.string()]).transform((given) => (/^\d{1,3}$/.test(String(given)) ? Number(given) : 0))
/** A vote: one number or several. */
export const VoteInput = z.strictObject({
  options: z
    .union([z.array(place).max(100), place.transform((one) => [one])])
    .optional()
    .default([]),
})
