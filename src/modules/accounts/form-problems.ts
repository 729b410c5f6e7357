import { problemSentences } from '../../platform/http/index.ts'
import { DomainError, InvalidInput } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { text } from './text.ts'

/** A refusal as a form shows it: in the summary, and at its field. */
export interface FormProblem {
  field: string
  text: string
}

/** Which field of our forms a refusal belongs to. */
const fieldOf: Record<string, string> = {
  sign_in_failed: 'username',
  wrong_code: 'code',
  wrong_password: 'currentPassword',
  password_guessable: 'newPassword',
  password_unchanged: 'newPassword',
  username_taken: 'username',
  unit_ends_before_start: 'validTo',
  place_ends_before_start: 'validTo',
  unknown_successor: 'successorId',
  successor_is_itself: 'successorId',
  successor_in_a_ring: 'successorId',
  decision_needed: 'endingDecision',
  unit_carried_over: 'validTo',
  unknown_unit: 'unitId',
  unit_needed: 'unitId',
  resident_stands_alone: 'roles',
  last_administrator: 'roles',
}

/** The refusal as problems of a form; anything that is not a refusal of ours is thrown on. */
export function formProblems(lang: Lang, error: unknown, fields: Readonly<Record<string, string>> = {}): FormProblem[] {
  if (error instanceof InvalidInput) return problemSentences(lang, error).map(({ field, detail }) => ({ field, text: detail }))
  if (!(error instanceof DomainError)) throw error
  const sentence = text[lang].errors[error.code]
  if (!sentence) throw error
  return [{ field: fields[error.code] ?? fieldOf[error.code] ?? '', text: sentence }]
}

export function statusOf(error: unknown): number {
  return error instanceof DomainError ? error.status : 500
}

export function errorAt(problems: readonly FormProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.text
}
