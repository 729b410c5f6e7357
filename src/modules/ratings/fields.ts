import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { FEWEST_STARS, MOST_STARS } from './rating.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

const stars = z
  .int({ error: () => 'required' })
  .min(FEWEST_STARS)
  .max(MOST_STARS)

/** JSON gives a number, a form its digit. */
export const RateInput = z.strictObject({
  stars: z.preprocess((given) => (typeof given === 'string' && /^\d$/.test(given) ? Number(given) : given), stars),
})

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
export const PageQuery = z.strictObject({
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(100)),
})
export const CsvQuery = z.strictObject({ bom: z.preprocess(blankIsAbsent, z.enum(['1']).optional()) })
