import type { z } from 'zod'
import { type FieldProblem, InvalidInput } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { problemSentence, text } from './text.ts'

/** What people call each field, by its name in the API and the form. */
export type FieldLabels = Record<Lang, Readonly<Record<string, string>>>

const noLabels: FieldLabels = { vi: {}, en: {} }

/** More unknown fields than this are not an honest mistake, and would make a long answer of a short question. */
const MOST_PROBLEMS = 50
/** Letters of an unknown field's name that are said back. */
const LONGEST_NAME = 60

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
  const result = schema.safeParse(raw ?? {}, { reportInput: true })
  if (result.success) return result.data
  return refuseInput(uniqueByField(result.error.issues.flatMap(toProblems)).slice(0, MOST_PROBLEMS), labels)
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
    const field = shortened(problem.field)
    const label = problem.code === 'unknown_field' ? field : (labelOf(labels[lang], problem.field) ?? (field || text[lang].whole))
    return { field, code: problem.code, detail: problemSentence(lang, label, problem) }
  })
}

/** By the whole name, else by its last part that has a label: `criteria.0` is named as `criteria`. */
function labelOf(labels: Readonly<Record<string, string>>, field: string): string | undefined {
  const parts = field.split('.')
  const named = [
    field,
    ...parts
      .toReversed()
      .filter((part) => !/^\d+$/.test(part))
      .slice(0, 1),
  ]
  return named.filter((name) => Object.hasOwn(labels, name)).map((name) => labels[name])[0]
}

function shortened(name: string): string {
  const letters = [...name.slice(0, LONGEST_NAME * 2)]
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : name
}

/** The first problem of a field is the one to put right first. */
function uniqueByField(problems: FieldProblem[]): FieldProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ field }) => !seen.has(field) && seen.add(field))
}

/** Turns a schema's complaint into our stable codes. */
function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  // Empty: not one field but the whole is wrong, a list in place of an object.
  const field = issue.path.join('.')
  const isMissing = issue.input === undefined || issue.input === null
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), code: 'unknown_field' }))
    case 'invalid_type':
      return [{ field, code: isMissing ? 'required' : 'invalid_type' }]
    case 'invalid_value':
      return [{ field, code: 'invalid_choice' }]
    case 'invalid_union':
      return [{ field, code: codeOfUnion(issue.message, isMissing || issue.input === '') }]
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

/** A union says which code it wants as its message; `required` is true only of nothing. */
function codeOfUnion(message: string, isEmpty: boolean): string {
  if (message === 'required') return isEmpty ? 'required' : 'invalid_choice'
  return /^[a-z_]+$/.test(message) ? message : 'invalid_choice'
}

const formatCodes: Record<string, string> = {
  uuid: 'invalid_uuid',
  guid: 'invalid_uuid',
  email: 'invalid_email',
  date: 'invalid_date',
  url: 'invalid_value',
}
