import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { civilDate, requiredText } from '../../shared/fields.ts'
import { ItemInput, idList, itemShape, startsBeforeDue } from './items/item-fields.ts'
import { en } from './plans/text.en.ts'
import { vi } from './plans/text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const TITLE_MAX = 300
export const REASON_MAX = 1_000
/** Items that one act adds, and that a programme holds. */
export const MOST_ITEMS = 1_000

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const day = civilDate.transform((on) => on as CivilDate)
const optionalDay = z.preprocess(blankIsNull, day.nullable())
const title = requiredText({ max: TITLE_MAX, singleLine: true })
const reason = requiredText({ max: REASON_MAX })
const code = requiredText({ max: 40, singleLine: true })

const inOrder = ({ startsOn, endsOn }: { startsOn: CivilDate | null; endsOn: CivilDate | null }) =>
  !startsOn || !endsOn || startsOn <= endsOn
const beforeStart = { path: ['endsOn'], params: { code: 'before_start' } }

/** A new plan; `document`: id or address of the paper that it is read from. */
export const PlanInput = z
  .strictObject({
    title,
    startsOn: optionalDay,
    endsOn: optionalDay,
    document: z.preprocess(blankIsNull, requiredText({ max: 200, singleLine: true }).nullable()),
  })
  .refine(inOrder, beforeStart)
export type PlanInput = z.output<typeof PlanInput>

export const EditInput = z.strictObject({ title, startsOn: optionalDay, endsOn: optionalDay }).refine(inOrder, beforeStart)

export const NoInput = z.strictObject({})
export const ReasonInput = z.strictObject({ reason })

/** The reason is asked for once the programme is out. */
export const AddItemsInput = z.strictObject({
  items: z.array(ItemInput).min(1).max(MOST_ITEMS),
  reason: z.preprocess(blankIsNull, reason.nullable()),
})

/** An item of a draft, whole. */
export const EditItemInput = z.strictObject({ item: code, ...itemShape }).refine(...startsBeforeDue)

/** Proposals become items: each item with the places of the proposals that it is made of. */
export const TakeInput = z.strictObject({
  taken: z
    .array(z.strictObject({ places: z.array(z.int().min(1)).min(1).max(50), item: ItemInput }))
    .min(1)
    .max(MOST_ITEMS),
})

export const SplitInput = z.strictObject({
  item: code,
  first: requiredText({ max: 1_000, singleLine: true }),
  second: requiredText({ max: 1_000, singleLine: true }),
})
export const ItemOnlyInput = z.strictObject({ item: code })
export const MoveInput = z.strictObject({
  item: code,
  /** Its new place, from 1. */
  to: z.coerce.number({ error: () => 'invalid_value' }).pipe(z.int().min(1).max(MOST_ITEMS)),
})

/** One box ticked comes as a word, several as a list. */
export const CascadeInput = z.strictObject({ unitIds: idList({ min: 1, max: 400 }), dueOn: day })
