import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import { flag, optionalText, requiredText } from '../../shared/fields.ts'
import { isStorable } from '../../shared/vietnamese-text.ts'
import { articleKinds } from './article.ts'
import { ArticleDocument } from './document.ts'
import { slugOf } from './slug.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const TITLE_MAX = 300
export const LEAD_MAX = 1_000
export const MOST_TAGS = 12

const line = (max: number) => optionalText({ max, singleLine: true })

const tag = requiredText({ max: 60, singleLine: true })
const notBlank = (text: string) => text.trim() !== ''

/** Tags as a list, or in one line between commas; the same tag twice is one. */
const tags = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((given) => (typeof given === 'string' ? given.split(',') : (given ?? [])).filter(notBlank))
  .pipe(z.array(tag))
  .transform((list) => [...new Map(list.map((one) => [slugOf(one), one])).values()])
  .refine((list) => list.length <= MOST_TAGS, { params: { code: 'too_many', max: MOST_TAGS } })

const categoryId = z
  .union([z.literal(''), z.uuid()])
  .nullish()
  .transform((id) => id || null)

const content = {
  title: requiredText({ max: TITLE_MAX, singleLine: true }),
  lead: optionalText({ max: LEAD_MAX }),
  body: ArticleDocument,
  categoryId,
  tags,
  author: line(120),
  source: line(200),
}

/** Number of an edition: JSON gives a number, a form its digits. */
const edition = z.coerce.number({ error: () => 'required' }).pipe(z.int().min(1).max(1_000_000))
/** Said by whoever shows it: what looks like data of people was looked at. */
const checked = flag.optional()
/** What was typed, and the edition that the editor began from: so that nobody overwrites what they did not read. */
export const SaveInput = z.strictObject({ ...content, edition })
export const ReviseInput = z.strictObject({ ...content, edition, checked, reason: requiredText({ max: 1_000 }) })

/** What an editor has typed so far: the boxes as they stand, right or not yet. */
export const DraftInput = z.strictObject({
  edition,
  fields: z.partialRecord(
    z.enum(['title', 'lead', 'markup', 'document', 'categoryId', 'tags', 'author', 'source', 'reason']),
    z
      .string()
      .max(1_000_000)
      .refine(isStorable, { params: { code: 'unstorable' } }),
  ),
})

export const ReasonInput = z.strictObject({ reason: requiredText({ max: 1_000 }) })
export const ShowInput = z.strictObject({ checked })
/** Whether readers may rate it. */
export const RatingsInput = z.strictObject({ ratings: z.enum(['on', 'off'], { error: () => 'required' }) })
/** A tick that is not set does not arrive with a form. */
export const SettingsInput = z.strictObject({ fourEyes: flag })
export const NoInput = z.strictObject({})

/** `2026-12-01T08:00` of a form is Vietnamese time; RFC 3339 with offset in the API. */
export const ScheduleInput = z.strictObject({
  checked,
  at: requiredText({ max: 40, singleLine: true })
    .refine((at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(at), {
      params: { code: 'invalid_time' },
      abort: true,
    })
    .transform((at) => new Date(/(Z|[+-]\d\d:\d\d)$/.test(at) ? at : `${at}+07:00`))
    .refine((at) => !Number.isNaN(at.getTime()), { params: { code: 'invalid_time' } }),
})

export const NewArticle = z.strictObject({ kind: z.enum(articleKinds).default('article'), title: content.title, categoryId })
