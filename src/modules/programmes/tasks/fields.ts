import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import { DETAILS_MAX, figure, ITEM_TITLE_MAX, recurrences, WORDS_MAX } from '../items/item-fields.ts'
import { evidenceTypes, taskKinds } from '../task.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const NOTE_MAX = 5_000
export const REASON_MAX = 1_000
export const CAPTION_MAX = 300
/** Items that one may wait for. */
export const MOST_NEEDS = 20

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const day = civilDate.transform((on) => on as CivilDate)
const optionalDay = z.preprocess(blankIsNull, day.nullable())
const optionalId = z.preprocess(blankIsNull, z.uuid().nullable())
const words = optionalText({ max: WORDS_MAX, singleLine: true })
const reason = requiredText({ max: REASON_MAX })

export const NoInput = z.strictObject({})
export const ReasonInput = z.strictObject({ reason })

/** An item of a draft; its partners, goal and sentences are set where the draft itself is written. */
export const EditInput = z
  .strictObject({
    kind: z.enum(taskKinds, { error: () => 'required' }),
    title: requiredText({ max: ITEM_TITLE_MAX, singleLine: true }),
    details: optionalText({ max: DETAILS_MAX }),
    unitId: optionalId,
    personId: words,
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
  })
  .refine(({ startsOn, dueOn }) => !startsOn || !dueOn || startsOn <= dueOn, { path: ['dueOn'], params: { code: 'before_start' } })

export const NoteInput = z.strictObject({
  words: requiredText({ max: NOTE_MAX }),
  /** How much of the target is reached by now. */
  reached: figure,
  audience: z.enum(['public', 'internal'], { error: () => 'required' }),
})

/** `ref`: address or code of what is named; a file comes with the form. `open`: everybody may read the file. */
export const EvidenceInput = z.strictObject({
  type: z.enum(evidenceTypes, { error: () => 'required' }),
  ref: optionalText({ max: 500, singleLine: true }),
  caption: requiredText({ max: CAPTION_MAX, singleLine: true }),
  open: z.preprocess((value) => value === 'yes' || value === true, z.boolean()),
})
export type EvidenceInput = z.output<typeof EvidenceInput>

const evidence = z.uuid()
export const RemoveEvidenceInput = z.strictObject({ evidence, reason })
export const OpenFileInput = z.strictObject({ evidence })
/** Self-assessment, in words, and how much of the target was reached. */
export const ReportInput = z.strictObject({ words: requiredText({ max: NOTE_MAX }), reached: figure })
export const MoveDueInput = z.strictObject({ dueOn: day, reason })
export const TargetInput = z.strictObject({ target: figure, reason })
export const OwnerInput = z.strictObject({ unitId: optionalId, personId: words, reason })

/** Codes of the items that must be done before: one a line in a form, a list in JSON. */
export const NeedsInput = z.strictObject({
  needs: z
    .preprocess(
      (value) =>
        value === undefined || value === null
          ? []
          : typeof value === 'string'
            ? value
                .split(/[\s,;]+/)
                .map((code) => code.toUpperCase())
                .filter((code) => code !== '')
            : value,
      z.array(requiredText({ max: 40, singleLine: true })).max(MOST_NEEDS),
    )
    .transform((codes) => [...new Set(codes)]),
})
