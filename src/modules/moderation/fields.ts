import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { flag, optionalText, requiredText } from '../../shared/fields.ts'
import { reasons, views } from './moderation.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

/** Most items in one press. */
export const MOST_AT_ONCE = 100
/** Longest text that any kind of writing may have; each kind has its own, shorter limit. */
const MOST_LETTERS = 20_000

export const NoInput = z.strictObject({})
export const RemoveInput = z
  .strictObject({
    reason: z.enum(reasons),
    words: optionalText({ max: 1_000 }),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== null, { path: ['words'], params: { code: 'required' } })
export const RestoreInput = z.strictObject({ words: optionalText({ max: 1_000 }) })
export const ResendInput = z.strictObject({ body: requiredText({ max: MOST_LETTERS }) })

const chosen = z.strictObject({ id: z.uuid(), version: z.int().min(1) })
export const BulkInput = z.strictObject({ items: z.array(chosen).min(1).max(MOST_AT_ONCE) })

export const ListQuery = z.strictObject({
  view: z.enum(views).default('waiting'),
  suspect: flag.optional(),
  reason: z.enum(reasons).optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const SettingInput = z.strictObject({ kind: z.string().max(40), showAtOnce: flag.default(false) })
