import { z } from 'zod'
import { isMailAddress } from '../../../platform/mail.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { email } from '../../../shared/contact-fields.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import { roles, unitKinds } from '../accounts.ts'
import { normalUsername, USERNAME_MAX, USERNAME_MIN, usernameForm } from '../username.ts'

/** An empty box of a form means null. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

/** A box left empty is missing, not a wrong date. */
const filledDate = z
  .string()
  .refine((typed) => typed !== '', { params: { code: 'required' }, abort: true })
  .pipe(civilDate)

const name = requiredText({ max: 200, singleLine: true })
const shortName = requiredText({ max: 100, singleLine: true })
const population = orNull(z.coerce.number().int().min(0).max(100_000_000))
const unitId = orNull(z.uuid())

export const NewUnitForm = z.strictObject({ name, shortName, kind: z.enum(unitKinds), validFrom: filledDate, population })
export const UnitForm = z.strictObject({
  name,
  shortName,
  validTo: orNull(civilDate),
  successorId: unitId,
  endingDecision: optionalText({ max: 100, singleLine: true }),
})

/** A count of residents with its day and where it is from. */
export const ResidentsForm = z.strictObject({
  residents: z.preprocess((typed) => (typed === '' ? undefined : typed), z.coerce.number<string>().int().min(1).max(100_000_000)),
  countedOn: filledDate.transform((day) => day as CivilDate),
  source: requiredText({ max: 300, singleLine: true }),
})

/** One box ticked arrives as a word, several as a list. */
const roleList = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.enum(roles)).refine((list) => list.length > 0, { params: { code: 'required' } }),
)

const username = requiredText({ max: USERNAME_MAX, singleLine: true })
  .transform(normalUsername)
  .refine((typed) => typed.length >= USERNAME_MIN, { params: { code: 'too_short', min: USERNAME_MIN }, abort: true })
  .refine((typed) => usernameForm.test(typed), { params: { code: 'invalid_value' } })

/** A typed address must also be one that a mail can be sent to. */
const workEmail = email
  .refine((typed) => typed === null || isMailAddress(typed), { params: { code: 'invalid_email' } })
  .optional()
  .transform((typed) => typed ?? null)

const place = { roles: roleList, unitId, validFrom: filledDate, validTo: orNull(civilDate) }

export const NewPersonForm = z.strictObject({ username, name, email: workEmail, ...place })
export const PersonForm = z.strictObject({ name, email: workEmail, ...place })
export type PersonInput = z.output<typeof PersonForm>
