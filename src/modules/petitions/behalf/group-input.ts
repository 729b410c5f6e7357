import { z } from 'zod'
import { identityNumber, phone } from '../../../shared/contact-fields.ts'
import { requiredText } from '../../../shared/fields.ts'
import { address, name, typedNumber } from './behalf-input.ts'

/** What the counter may put right about who speaks for a group and who signed. */
export const groupChanges = ['correct', 'replace', 'add', 'remove'] as const
export type GroupChange = (typeof groupChanges)[number]

export const groupRoles = ['spokesperson', 'signer'] as const
export type GroupRole = (typeof groupRoles)[number]

/** The person as he or she is to stand there: what is left out is not known. */
const person = { name, address, phone, identityNumber }
/** Which of the people of that role; as the case says it. */
const position = z.preprocess(typedNumber, z.int().min(1).max(100_000))
const reason = requiredText({ max: 4000 })
const role = z.enum(groupRoles)

export const CorrectGroupInput = z.discriminatedUnion('change', [
  /** The same person, written wrong. */
  z.strictObject({ change: z.literal('correct'), role, position, ...person, reason }),
  /** Another person speaks in place of this one. */
  z.strictObject({ change: z.literal('replace'), role: z.literal('spokesperson'), position, ...person, reason }),
  z.strictObject({ change: z.literal('add'), role, ...person, reason }),
  /** Speaks for the group no more, or takes the signature back. */
  z.strictObject({ change: z.literal('remove'), role, position, reason }),
])
export type CorrectGroupInput = z.output<typeof CorrectGroupInput>
