import type { z } from 'zod'
import { type FieldProblem, InvalidInput } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { problemSentence } from './text.ts'

/** What people call each field, by its name in the API and the form. */
export type FieldLabels = Record<Lang, Readonly<Record<string, string>>>

const noLabels: FieldLabels = { vi: {}, en: {} }

/** Labels travel with the refusal so that the answer can name the field in the reader's language. */
const labelsOf = new WeakMap<InvalidInput, FieldLabels>()

/** Refuses with every problem at once. */
export function refuseInput(problems: readonly FieldProblem[], labels: FieldLabels = noLabels): never {
  const error = new InvalidInput(problems)
  labelsOf.set(error, labels)
  throw error
}

/**
 * Checks raw input (JSON body, form, query) by its schema.
 * @throws InvalidInput (422) with a problem for each wrong or unknown field
 */
export function parseInput<T extends z.ZodType>(schema: T, raw: unknown, labels: FieldLabels = noLabels): z.output<T> {
  const result = schema.safeParse(raw ?? {})
  if (result.success) return result.data
  return refuseInput(uniqueByField(result.error.issues.flatMap((issue) => toProblems(issue))), labels)
}

export interface Sentence {
  field: string
  code: string
  detail: string
}

/** The problems as sentences in the reader's language. */
export function problemSentences(lang: Lang, error: InvalidInput): Sentence[] {
  const labels = labelsOf.get(error) ?? noLabels
  return error.problems.map((problem) => {
    const leaf = problem.field.split('.').at(-1) ?? problem.field
    const label = labels[lang][problem.field] ?? labels[lang][leaf] ?? problem.field
    return { field: problem.field, code: problem.code, detail: problemSentence(lang, label, problem) }
  })
}

/** The first problem of a field is the one to put right first. */
function uniqueByField(problems: FieldProblem[]): FieldProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ field }) => !seen.has(field) && seen.add(field))
}

/** Turns a schema's complaint into our stable codes. */
function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.join('.') || 'body'
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), code: 'unknown_field' }))
    case 'invalid_type':
      return [
        {
          field,
          code:
            issue.input === undefined || issue.input === null || issue.message.endsWith('received undefined') ? 'required' : 'invalid_type',
        },
      ]
    case 'invalid_value':
      return [
        { field, code: issue.message.endsWith('received undefined') || issue.input === undefined ? 'invalid_choice' : 'invalid_choice' },
      ]
    case 'invalid_union':
      return [{ field, code: issue.message === 'required' ? 'required' : 'invalid_choice' }]
    case 'invalid_format':
      return [{ field, code: formatCodes[issue.format] ?? 'invalid_value' }]
    case 'too_big':
      return [
        {
          field,
          code: issue.origin === 'string' ? 'too_long' : issue.origin === 'array' ? 'too_many' : 'too_big',
          params: { max: Number(issue.maximum) },
        },
      ]
    case 'too_small':
      return [
        {
          field,
          code: issue.origin === 'string' ? 'too_short' : issue.origin === 'array' ? 'too_few' : 'too_small',
          params: { min: Number(issue.minimum) },
        },
      ]
    case 'custom': {
      const { code = 'invalid_value', ...params } = (issue.params ?? {}) as { code?: string } & Record<string, string | number>
      return [{ field, code, params }]
    }
    default:
      return [{ field, code: 'invalid_value' }]
  }
}

const formatCodes: Record<string, string> = {
  uuid: 'invalid_uuid',
  guid: 'invalid_uuid',
  email: 'invalid_email',
  date: 'invalid_date',
  url: 'invalid_value',
}
