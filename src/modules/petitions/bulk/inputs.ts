import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { optionalText } from '../../../shared/fields.ts'
import { normaliseCode } from '../access.ts'
import { AssignInput } from '../fields.ts'
import { BULK_LIMIT, bulkActs } from './bulk-act.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

/** One box ticked arrives as a word, several as a list. */
const listOf = <T extends z.ZodType<{ code: string }>>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z
      .array(item)
      .refine((list) => list.length > 0, { params: { code: 'required' } })
      .refine((list) => list.length <= BULK_LIMIT, { params: { code: 'too_many', max: BULK_LIMIT } })
      .transform((list) => [...new Map(list.map((one) => [one.code, one])).values()]),
  )

const code = z
  .string()
  .max(40)
  .transform(normaliseCode)
  .pipe(z.string().regex(/^\p{Lu}{1,10}-\d{4}-\d{1,9}$/u))

/** The choice on the list: an address that can be kept. */
export const ChoiceQuery = z.object({
  viec: z.enum(bulkActs),
  don: listOf(code.transform((one) => ({ code: one }))),
})

/** The press in the preview: each case with the version that was seen. */
export const BulkForm = z.strictObject({
  id: z.uuid(),
  viec: z.enum(bulkActs),
  don: listOf(
    z
      .string()
      .max(60)
      .transform((typed) => typed.split(':'))
      .pipe(z.tuple([code, z.string().regex(/^\d{1,9}$/)]))
      .transform(([one, version]) => ({ code: one, version: Number(version) })),
  ),
  unit: optionalText({ max: 200, singleLine: true }),
  officer: optionalText({ max: 200, singleLine: true }),
})

/** The desk, where the act asks for one. */
export const DeskForm = AssignInput
