import { z } from 'zod'
import { identityNumber, phone } from '../../../shared/contact-fields.ts'
import { optionalText, requiredText } from '../../../shared/fields.ts'
import { GROUP_FROM, MOST_SIGNERS, MOST_SPOKESPEOPLE, representationGrounds } from './behalf.ts'

export const name = requiredText({ max: 100, singleLine: true })
export const address = optionalText({ max: 300, singleLine: true })

/** Digits from a form are a number; an empty box is missing. */
export const typedNumber = (typed: unknown) => (typeof typed === 'string' ? (typed.trim() === '' ? undefined : Number(typed)) : typed)

/** The person for whom the filer speaks, and why the filer may. */
export const RepresentedInput = z.strictObject({
  ground: z.enum(representationGrounds),
  name,
  address,
  identityNumber,
})

/** A group: how many people, who speaks for it beside the filer, and who signed, as far as names are given. */
export const GroupInput = z.strictObject({
  people: z.preprocess(typedNumber, z.int().min(GROUP_FROM).max(100_000)),
  spokespeople: z
    .array(z.strictObject({ name, address, phone, identityNumber }))
    .max(MOST_SPOKESPEOPLE - 1)
    .default([]),
  signers: z.array(z.strictObject({ name, address, identityNumber })).max(MOST_SIGNERS).default([]),
})

export type RepresentedInput = z.output<typeof RepresentedInput>
export type GroupInput = z.output<typeof GroupInput>

/** Of the filing; at most one of the two. */
export const behalfFields = { represented: RepresentedInput.nullish(), group: GroupInput.nullish() }
