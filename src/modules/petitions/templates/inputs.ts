import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { requiredText } from '../../../shared/fields.ts'
import { outcomes } from '../petition.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const TITLE_MAX = 150
export const TEXT_MAX = 10_000

export const TemplateInput = z.strictObject({
  title: requiredText({ max: TITLE_MAX, singleLine: true }),
  outcome: z.enum(outcomes),
  text: requiredText({ max: TEXT_MAX }),
})
export type TemplateWords = z.output<typeof TemplateInput>

/** The version that the writer of a change has read. */
export const ChangeInput = TemplateInput.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })
