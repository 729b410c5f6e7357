import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { optionalText, requiredText } from '../../../shared/fields.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'
import { MINUTES_LETTERS, MOST_LETTERS, NAME_LETTERS, officialBodies, sayings } from './verdict.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

const said = z.enum(sayings, { error: () => 'required' })

export const VerdictInput = z.strictObject({
  said,
  words: optionalText({ max: MOST_LETTERS }),
  name: optionalText({ max: NAME_LETTERS, singleLine: true }),
})
export type VerdictInput = z.output<typeof VerdictInput>

/** Of the Front, or of the inspectorate by its minutes; recorded by the Front. */
export const OfficialInput = z
  .strictObject({
    body: z.enum(officialBodies, { error: () => 'required' }),
    said,
    words: requiredText({ max: MOST_LETTERS }),
    minutes: optionalText({ max: MINUTES_LETTERS, singleLine: true }),
  })
  .refine(({ body, minutes }) => body !== 'inspectorate' || minutes !== null, { path: ['minutes'], params: { code: 'required' } })
  .transform((input) => ({ ...input, minutes: input.body === 'inspectorate' ? input.minutes : null }))
export type OfficialInput = z.output<typeof OfficialInput>
