import { z } from 'zod'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import type { Recurrence } from '../reading/plan.ts'
import { taskKinds } from '../task.ts'

export const ITEM_TITLE_MAX = 1_000
export const DETAILS_MAX = 5_000
export const WORDS_MAX = 300
export const MOST_PARTNERS = 30
export const recurrences = ['month', 'quarter', 'half-year', 'year', 'always'] as const satisfies readonly Recurrence[]

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const uuid = z.uuid()
const optionalId = z.preprocess(blankIsNull, uuid.nullable())
const words = optionalText({ max: WORDS_MAX, singleLine: true })
const optionalDay = z.preprocess(blankIsNull, civilDate.transform((on) => on as CivilDate).nullable())

/** Ids from a form (one comes as a word, several as a list) or from JSON; each counts once. */
export function idList({ min, max }: { min: number; max: number }) {
  return z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value),
      z.array(uuid).min(min).max(max),
    )
    .transform((ids) => [...new Set(ids)])
}

/** Names of agencies that are none of our units: one a line in a form, a list in JSON. */
const wordLines = z
  .preprocess(
    (value) =>
      value === undefined || value === null
        ? []
        : typeof value === 'string'
          ? value
              .split(/\r\n|\r|\n/)
              .map((line) => line.trim())
              .filter((line) => line !== '')
          : value,
    z.array(requiredText({ max: WORDS_MAX, singleLine: true })).max(MOST_PARTNERS),
  )
  .transform((lines) => [...new Set(lines)])

/** A figure to be reached: `12`, `95,5`, `-1.25`; kept as PostgreSQL writes it. */
export const figure = z.preprocess(
  (value) => (value === '' || value === undefined ? null : typeof value === 'number' ? String(value) : value),
  z
    .string()
    .transform((typed) => typed.trim().replace(',', '.'))
    .refine((typed) => /^-?\d{1,12}(\.\d{1,4})?$/.test(typed), { params: { code: 'invalid_value' } })
    .nullable(),
)

export const itemShape = {
  kind: z.enum(taskKinds, { error: () => 'required' }),
  title: requiredText({ max: ITEM_TITLE_MAX, singleLine: true }),
  details: optionalText({ max: DETAILS_MAX }),
  unitId: optionalId,
  personId: words,
  leadWords: words,
  partnerIds: idList({ min: 0, max: MOST_PARTNERS }),
  partnerWords: wordLines,
  startsOn: optionalDay,
  dueOn: optionalDay,
  dueWords: words,
  every: z.preprocess(blankIsNull, z.enum(recurrences).nullable()),
  weight: z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? 1 : value),
    z.coerce.number({ error: () => 'invalid_value' }).pipe(z.int().min(1).max(100)),
  ),
  indicator: words,
  unitOfMeasure: optionalText({ max: 60, singleLine: true }),
  target: figure,
  /** Code or id of a goal of the same programme that it serves. */
  goal: words,
  /** Sentences of the programme's document that it comes from. */
  anchorIds: idList({ min: 0, max: 50 }),
}

export const startsBeforeDue = [
  ({ startsOn, dueOn }: { startsOn: CivilDate | null; dueOn: CivilDate | null }) => !startsOn || !dueOn || startsOn <= dueOn,
  { path: ['dueOn'], params: { code: 'before_start' } },
] as [(item: { startsOn: CivilDate | null; dueOn: CivilDate | null }) => boolean, { path: string[]; params: { code: string } }]

/** An item of a programme, as the form and the API take it. */
export const ItemInput = z.strictObject(itemShape).refine(...startsBeforeDue)
export type ItemInput = z.output<typeof ItemInput>
