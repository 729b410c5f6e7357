import { problemSentences } from '../../platform/http/index.ts'
import { InvalidInput } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { clockRefusal } from './refusal.ts'

/** A refusal as a form shows it: in the summary, and at its field. */
export interface FormProblem {
  field: string
  text: string
}

/** Which field a refusal belongs to. */
const fieldOf: Record<string, string> = {
  unknown_rule: 'rule',
  rule_without_number: 'rule',
  rule_not_a_due_date: 'rule',
  rule_has_number: 'rule',
  rule_not_in_force: 'from',
  wrong_date: 'from',
  unknown_variant: 'variant',
}

/** The refusal as problems of a form; anything that is not a refusal of ours is thrown on. */
export function formProblems(lang: Lang, error: unknown, fields: Readonly<Record<string, string>> = {}): FormProblem[] {
  if (error instanceof InvalidInput) return problemSentences(lang, error).map(({ field, detail }) => ({ field, text: detail }))
  const refusal = clockRefusal(error, lang)
  if (!refusal) throw error
  return [{ field: fields[refusal.code] ?? fieldOf[refusal.code] ?? '', text: refusal.sentence }]
}
