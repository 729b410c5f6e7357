import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { email } from '../../shared/contact-fields.ts'
import { optionalText, requiredText } from '../../shared/fields.ts'
import { MOST_LETTERS, NAME_LETTERS, sorts } from './comment.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

const body = requiredText({ max: MOST_LETTERS })
const blank = (value: unknown) => (value === '' ? undefined : value)

const sent = {
  parent: z.preprocess(blank, z.uuid().optional()),
  email,
  body,
  clientToken: z.uuid(),
}

/** With an account the name is the account's. */
export const AccountInput = z.strictObject({ ...sent, name: optionalText({ max: NAME_LETTERS, singleLine: true }) })
export const GuestInput = z.strictObject({ ...sent, name: requiredText({ max: NAME_LETTERS, singleLine: true }) })
export type SendInput = z.output<typeof AccountInput>

export const ApiInput = z.strictObject({ ...AccountInput.shape, subject: z.string().max(100) })
export const ResendInput = z.strictObject({ body, version: z.union([z.int(), z.string()]).optional() })

export const ListQuery = z.strictObject({
  subject: z.string().max(100),
  parent: z.uuid().optional(),
  sort: z.enum(sorts).default('newest'),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
