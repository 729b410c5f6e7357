import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { email, identityNumber, phone } from '../../shared/contact-fields.ts'
import { civilDate, flag, optionalText, requiredText } from '../../shared/fields.ts'
import { behalfFields } from './behalf/behalf-input.ts'
import { text as behalfText } from './behalf/text.ts'
import { attendances, declineGrounds, outcomes, petitionKinds, suspensionGrounds, verdicts } from './petition.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const SUBJECT_MAX = 200
export const BODY_MAX = 20_000

/** Names of fields, as the form shows them. */
export const labels: FieldLabels = {
  vi: { ...behalfText.vi.fields, ...vi.fields },
  en: { ...behalfText.en.fields, ...en.fields },
}

export const FilerInput = z.strictObject({
  name: requiredText({ max: 100, singleLine: true }),
  phone,
  email,
  address: optionalText({ max: 300, singleLine: true }),
  identityNumber,
})

/** Made by the client for one filing. The two that every library knows by name would be shared by strangers, and their secret with them. */
export const filingToken = z.uuid().refine((token) => !/^[0-]+$|^[f-]+$/i.test(token), { params: { code: 'invalid_uuid' } })

/** What is filed, as in the API. Denunciations are turned away before this schema is asked. */
export const PetitionInput = z
  .strictObject({
    kind: z.enum(petitionKinds),
    subject: requiredText({ max: SUBJECT_MAX, singleLine: true }),
    body: requiredText({ max: BODY_MAX }),
    filer: FilerInput,
    hamlet: optionalText({ max: 200, singleLine: true }),
    location: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullish(),
    publish: flag,
    clientToken: filingToken,
    ...behalfFields,
  })
  // Somebody speaks for one person or for a group, not both.
  .refine(({ represented, group }) => !(represented && group), { path: ['group'], params: { code: 'invalid_value' } })
export type PetitionInput = z.output<typeof PetitionInput>

/** A unit by its id or its name; an officer by user name or id. Looked up by the act. */
const reference = optionalText({ max: 200, singleLine: true })

export const AcceptInput = z.strictObject({ unit: reference, officer: reference })
export const AssignInput = z.strictObject({ unit: requiredText({ max: 200, singleLine: true }), officer: reference })
export const DeclineInput = z.strictObject({ ground: z.enum(declineGrounds), reason: requiredText({ max: 4000 }) })
export const VerificationInput = z.strictObject({ words: requiredText({ max: 10_000 }), public: flag.optional().default(false) })
export const DraftInput = z.strictObject({
  text: requiredText({ max: 20_000 }),
  outcome: z.enum(outcomes),
  promisedOn: z
    .union([z.literal(''), civilDate], { error: () => 'invalid_date' })
    .nullish()
    .transform((value) => (value ? (value as CivilDate) : null)),
})
export const ReasonInput = z.strictObject({ reason: requiredText({ max: 4000 }) })
export const WithdrawInput = z.strictObject({ reason: optionalText({ max: 4000 }) })
const agency = requiredText({ max: 300, singleLine: true })
/** Number and symbol of a document: `37/QĐ-UBND`. */
const documentNumber = requiredText({ max: 60, singleLine: true })

export const AskInput = z.strictObject({ words: requiredText({ max: 4000 }) })
export const GuideInput = z.strictObject({
  agency,
  documentNumber: optionalText({ max: 60, singleLine: true }),
  reason: requiredText({ max: 4000 }),
})
export const TransferInput = z.strictObject({ agency, documentNumber, reason: requiredText({ max: 4000 }) })
export const ReportInput = z.strictObject({
  words: requiredText({ max: 20_000 }),
  documentNumber: optionalText({ max: 60, singleLine: true }),
})
export const TransferWithinInput = AssignInput.extend({ reason: requiredText({ max: 4000 }) })
export const ExtendInput = z.strictObject({ dueOn: civilDate.transform((day) => day as CivilDate), reason: requiredText({ max: 4000 }) })
export const SuspendInput = z.strictObject({
  ground: z.enum(suspensionGrounds),
  documentNumber,
  reason: requiredText({ max: 4000 }),
})
export const ResumeInput = z.strictObject({ documentNumber, reason: requiredText({ max: 4000 }) })
export const DialogueInput = z.strictObject({
  heldOn: civilDate.transform((day) => day as CivilDate),
  heldAt: z.string().refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), { params: { code: 'invalid_time' } }),
  place: requiredText({ max: 300, singleLine: true }),
})
export const MinutesInput = z.strictObject({ attendance: z.enum(attendances), words: requiredText({ max: 20_000 }) })
export const PromiseKeptInput = z.strictObject({ words: requiredText({ max: 10_000 }) })
export const CloseInput = z.strictObject({ reason: optionalText({ max: 4000 }) })
export const WithdrawPartInput = z.strictObject({ words: requiredText({ max: 4000 }) })
export const RedactInput = z.strictObject({
  subject: requiredText({ max: SUBJECT_MAX, singleLine: true }),
  body: requiredText({ max: BODY_MAX }),
  answer: optionalText({ max: 20_000 }),
  reason: requiredText({ max: 4000 }),
})
export const AppealInput = z.strictObject({ reason: requiredText({ max: BODY_MAX }) })
export const NothingInput = z.strictObject({})
export const RateInput = z.strictObject({
  solved: z.enum(verdicts),
  satisfaction: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^[1-5]$/)
        .transform(Number),
    ])
    .pipe(z.int().min(1).max(5)),
  words: optionalText({ max: 4000 }),
})
/** Criteria are numbered 1 to 7 as in NĐ 155/2026 Đ2. */
const criterion = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^[1-7]$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1).max(7))
export const ComplexInput = z.strictObject({
  criteria: z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(criterion).min(1).max(7)),
  reason: requiredText({ max: 4000 }),
})
