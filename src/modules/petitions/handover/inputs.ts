import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { optionalText, requiredText } from '../../../shared/fields.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const HandoverInput = z.strictObject({
  from: requiredText({ max: 200, singleLine: true }),
  /** Blank: back to the unit's desk. */
  to: optionalText({ max: 200, singleLine: true }),
})
