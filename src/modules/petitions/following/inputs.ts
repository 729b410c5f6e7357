import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { email } from '../../../shared/contact-fields.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

/** A program's following: an account needs no address. */
export const FollowInput = z.strictObject({ email })

/** A person's: the address is what is asked for. */
export const AddressInput = z.strictObject({
  email: email.refine((value) => value !== null, { params: { code: 'required' } }).transform((value) => value ?? ''),
})
