import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { flag, requiredText } from '../../../shared/fields.ts'
import { text } from './text.ts'

export const labels: FieldLabels = { vi: text.vi.fields, en: text.en.fields }

export const NAME_MAX = 80

const numberOf = (typed: unknown) => {
  if (typeof typed !== 'string') return typed
  if (typed.trim() === '') return undefined
  return /^-?\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed
}
/** A number, or its digits from a form. */
const whole = (min: number, max: number) => z.preprocess(numberOf, z.int().min(min).max(max))
const parentId = z
  .union([z.literal(''), z.uuid()])
  .nullish()
  .transform((id) => id || null)
const version = whole(1, 1_000_000)
const place = { name: requiredText({ max: NAME_MAX, singleLine: true }), parentId, sort: whole(0, 9_999) }

export const NewCategoryInput = z.strictObject(place)
/** A tick that is not set does not arrive with a form. */
export const CategoryInput = z.strictObject({ ...place, hidden: flag, version })
export const MergeInput = z.strictObject({ into: z.uuid({ error: () => 'required' }), version })
