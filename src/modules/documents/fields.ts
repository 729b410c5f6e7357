import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { civilDate, flag, optionalText, requiredText } from '../../shared/fields.ts'
import { documentKinds, linkKinds } from './document.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const NUMBER_MAX = 60
export const NAME_MAX = 200
export const SUBJECT_MAX = 500
/** Letters of a text: some six hundred pages. */
export const TEXT_MAX = 2_000_000
const MOST_BLOCKS = 20_000

const blankIsAbsent = (value: unknown) => (value === '' ? null : value)
const day = z
  .preprocess(blankIsAbsent, civilDate.nullish())
  .transform((on): CivilDate | null => (on === null || on === undefined ? null : (on as CivilDate)))

const facts = {
  kind: z.enum(documentKinds, { error: () => 'required' }),
  number: optionalText({ max: NUMBER_MAX, singleLine: true }),
  issuer: requiredText({ max: NAME_MAX, singleLine: true }),
  signer: optionalText({ max: NAME_MAX, singleLine: true }),
  subject: requiredText({ max: SUBJECT_MAX, singleLine: true }),
  issuedOn: day,
  validFrom: day,
  validTo: day,
}
const daysInOrder = ({ validFrom, validTo }: { validFrom: CivilDate | null; validTo: CivilDate | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo
const wrongOrder = { path: ['validTo'], params: { code: 'before_start' } }

export const DocumentInput = z.strictObject(facts).refine(daysInOrder, wrongOrder)
export type DocumentInput = z.output<typeof DocumentInput>

const reason = optionalText({ max: 1_000 })
export const EditInput = z.strictObject({ ...facts, reason }).refine(daysInOrder, wrongOrder)

const line = z.string().max(200_000)
const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: line, bold: z.boolean(), label: z.string().max(20).nullable() }),
  z.strictObject({ kind: z.literal('table'), rows: z.array(z.array(line).max(100)).max(5_000) }),
])
/** Pasted text, or the paragraphs and tables of a file that was read. */
export const TextInput = z.strictObject({
  text: optionalText({ max: TEXT_MAX }),
  blocks: z.array(Block).max(MOST_BLOCKS).optional(),
  reason,
})
export const LinkInput = z.strictObject({
  link: z.enum(linkKinds, { error: () => 'required' }),
  other: requiredText({ max: NAME_MAX, singleLine: true }),
  remove: flag.optional(),
})
export const NoInput = z.strictObject({})
export const WithdrawInput = z.strictObject({ reason: requiredText({ max: 1_000 }) })
