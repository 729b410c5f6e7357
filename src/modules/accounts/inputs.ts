import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/index.ts'
import { requiredText } from '../../shared/fields.ts'
import { isStorable } from '../../shared/vietnamese-text.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './password-rules.ts'
import { text } from './text.ts'

export const labels: FieldLabels = { vi: text.vi.fields, en: text.en.fields }

/** A password as it was typed: never trimmed. */
const password = z
  .string()
  .refine((typed) => typed !== '', { params: { code: 'required' }, abort: true })
  .refine(isStorable, { params: { code: 'unstorable' }, abort: true })
  .refine((typed) => typed.length <= PASSWORD_MAX, { params: { code: 'too_long', max: PASSWORD_MAX } })

const newPassword = password.refine((typed) => [...typed.normalize('NFC')].length >= PASSWORD_MIN, {
  params: { code: 'too_short', min: PASSWORD_MIN },
})

const code = requiredText({ max: 20, singleLine: true })

export const SignInInput = z.strictObject({
  username: requiredText({ max: 100, singleLine: true }),
  password,
  code: code.optional(),
})

/** The form carries the way back beside the input. */
/** `typed`: a form that came when the session was over, read by itself. */
export const SignInForm = SignInInput.omit({ code: true }).extend({ tiep: z.string().optional(), typed: z.string().optional() })
export const CodeForm = z.strictObject({ code, tiep: z.string().optional(), typed: z.string().optional() })
export const OwnPasswordForm = z.strictObject({ currentPassword: password, newPassword })
export const PasswordForm = z.strictObject({ password })
export const ConfirmForm = z.strictObject({ code })
/** A box that is not ticked is not sent. */
export const RemindersForm = z.strictObject({ beforeDue: z.literal('true').optional() })
export const EmptyForm = z.strictObject({})
