import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { email, phone } from '../../shared/contact-fields.ts'
import { optionalText, requiredText } from '../../shared/fields.ts'
import { correctable, dataRequestKinds } from './data-request.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

const line = (max: number) => optionalText({ max, singleLine: true })
const ticked = z.union([z.literal('true'), z.literal(true)], { error: () => 'required' })

const asked = {
  kind: z.enum(dataRequestKinds, { error: () => 'required' }),
  subjectCode: requiredText({ max: 40, singleLine: true }),
  words: optionalText({ max: 2_000 }),
  name: line(100),
  phone,
  email,
  address: line(300),
  representedName: line(100),
  representedAddress: line(300),
  clientToken: z.uuid(),
}

/** What is asked for, as the form and the API send it; without a secret only the account that filed is believed. */
export const AskInput = z.strictObject({ ...asked, subjectSecret: line(60), understood: z.literal('true').optional() })
export type AskInput = z.output<typeof AskInput>

/** The same taken down at the counter: an officer has seen the person's papers. */
export const CounterInput = z.strictObject({ ...asked, identityChecked: ticked, understood: z.literal('true').optional() })

/** What is to be corrected, without what was left empty. */
export function correctionsIn(input: Pick<AskInput, (typeof correctable)[number]>) {
  return Object.fromEntries(correctable.flatMap((field) => (input[field] ? [[field, input[field]]] : [])))
}

export const NoInput = z.strictObject({})
/** Erasing asks for both; the other kinds for neither. */
export const FulfilInput = z.strictObject({ subjectCode: line(40), sure: z.literal('true').optional() })
export const ExtendInput = z.strictObject({ reason: requiredText({ max: 2_000 }) })
export const RefuseInput = z.strictObject({ basis: requiredText({ max: 300, singleLine: true }), reason: requiredText({ max: 2_000 }) })
