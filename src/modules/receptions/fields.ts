import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { civilDate, optionalText, requiredText } from '../../shared/fields.ts'
import { classifications, GROUP, occasions } from './entry.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

export const SUMMARY_MAX = 2_000
const LINE_MAX = 300

const day = civilDate.transform((on) => on as CivilDate)
const line = optionalText({ max: LINE_MAX, singleLine: true })
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text !== '', { params: { code: 'required' }, abort: true })
    .refine((text) => /^\d{1,6}$/.test(text), { params: { code: 'invalid_type' }, abort: true })
    .transform(Number)
    .pipe(z.number().min(min).max(max))

/** A line of the book named as people write it: `12`, or `12/2026` for another year's. */
const lineNumber = optionalText({ max: 12, singleLine: true })
  .refine((text) => text === null || /^\d{1,6}(\/\d{4})?$/.test(text), { params: { code: 'invalid_value' } })
  .transform((text) => {
    const [number, year] = (text ?? '').split('/')
    return text === null ? null : { number: Number(number), year: year ? Number(year) : null }
  })

const columns = {
  receivedOn: day,
  occasion: z.enum(occasions),
  classification: z.enum(classifications),
  name: optionalText({ max: 100, singleLine: true }),
  address: line,
  identity: optionalText({ max: 60, singleLine: true }),
  summary: requiredText({ max: SUMMARY_MAX }),
  people: wholeNumber(1, 10_000),
  representatives: optionalText({ max: 500 }),
  previous: lineNumber,
  settledBy: line,
  competent: z
    .literal('true')
    .nullish()
    .transform((ticked) => ticked === 'true'),
  guidedTo: line,
  guidedDocument: optionalText({ max: 60, singleLine: true }),
  transferredTo: line,
  transferredDocument: optionalText({ max: 60, singleLine: true }),
  followUp: optionalText({ max: SUMMARY_MAX }),
}

type Columns = z.output<z.ZodObject<typeof columns>>
export const personFields = ['name', 'address', 'identity', 'representatives'] as const

/** What one field asks of another, of what was typed. */
function* crossProblems(typed: Readonly<Record<string, unknown>>): Generator<{ field: keyof Columns; code: string }> {
  const isFilled = (field: keyof Columns) => typeof typed[field] === 'string' && typed[field].trim() !== ''
  // Who denounces is never written in the book (Luật Tố cáo 2018, Đ8).
  if (typed['classification'] === 'denunciation') {
    for (const field of personFields) if (isFilled(field)) yield { field, code: 'must_be_empty' }
  } else {
    if (!isFilled('name')) yield { field: 'name', code: 'required' }
    if (Number(typed['people']) >= GROUP.people && !isFilled('representatives')) yield { field: 'representatives', code: 'required' }
  }
  for (const to of ['guided', 'transferred'] as const)
    if (isFilled(`${to}Document`) && !isFilled(`${to}To`)) yield { field: `${to}To`, code: 'required' }
}

/** Both kinds of problems are named at once: a check on the whole object would wait until each field is right. */
function withCrossChecks<Output>(schema: z.ZodType<Output>) {
  return z.unknown().transform((raw, context): Output => {
    const result = schema.safeParse(raw, { reportInput: true })
    context.issues.push(...((result.error?.issues ?? []) as typeof context.issues))
    for (const { field, code } of crossProblems(Object(raw)))
      context.issues.push({ code: 'custom', path: [field], params: { code }, input: raw })
    return context.issues.length === 0 && result.success ? result.data : z.NEVER
  })
}

export const EntryInput = withCrossChecks(
  z.strictObject({
    ...columns,
    /** Code of the held appointment that is entered. */
    appointment: optionalText({ max: 30, singleLine: true }),
    clientToken: z.uuid(),
  }),
)
export type EntryInput = z.output<typeof EntryInput>

export const CorrectInput = withCrossChecks(z.strictObject({ ...columns, reason: requiredText({ max: SUMMARY_MAX }) }))
export type CorrectInput = z.output<typeof CorrectInput>

export const EraseInput = z.strictObject({ reason: requiredText({ max: SUMMARY_MAX }) })

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optionalNumber = (min: number, max: number) =>
  z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max))
      .optional(),
  )
const after = z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((cursor) => cursor ?? null)
const year = optionalNumber(2000, 2199)

/** Which part of the book is shown. */
export const BookQuery = z.object({
  nam: year,
  thang: optionalNumber(1, 12),
  q: optionalText({ max: 100, singleLine: true }),
  after,
})

/** Which days the file holds. */
export const FileQuery = z.object({ tu: day, den: day })

export const reportPeriods = ['q1', 'q2', 'q3', 'q4', '6t', '9t', 'nam'] as const
export type ReportPeriod = (typeof reportPeriods)[number]

export const ReportQuery = z.object({
  nam: year,
  ky: z.preprocess(blankIsAbsent, z.enum(reportPeriods).optional()),
})

export const FigureQuery = z.object({
  nam: year,
  ky: z.enum(reportPeriods),
  bang: z.enum(['tiep', 'don']),
  hang: z.string().max(30),
  cot: z.string().max(30),
  after,
})

export const AlarmQuery = z.object({ xem: z.preprocess(blankIsAbsent, z.enum(['unprocessed', 'unfinished']).optional()), after })

/** From which day the reporting months run. */
export const CutoffInput = z.strictObject({
  validFrom: z
    .string()
    .refine((text) => text.trim() !== '', { params: { code: 'required' }, abort: true })
    .refine((text) => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text), { params: { code: 'invalid_value' } })
    .transform((month) => `${month}-01` as CivilDate),
  startDay: wholeNumber(1, 28),
  documentNumber: requiredText({ max: 60, singleLine: true }),
})
