import { problemSentences } from '../../../platform/http/index.ts'
import { DomainError, InvalidInput } from '../../../shared/errors.ts'
import type { Lang } from '../../../shared/lang.ts'
import { filesText, type RefusalCode } from '../../files/index.ts'
import { text as petitionText } from '../text.ts'

/** A refusal as a form shows it: in the summary, and at its field. */
export interface FormProblem {
  field: string
  text: string
}

/** Wrong input as sentences; anything else is thrown on. */
export function inputProblems(lang: Lang, error: unknown): FormProblem[] {
  if (!(error instanceof InvalidInput)) throw error
  return problemSentences(lang, error).map(({ field, detail }) => ({ field, text: detail }))
}

/** Each refused file by its name; the summary leads to the file input. */
export function fileProblems(lang: Lang, refused: readonly { filename: string; code: RefusalCode }[]): FormProblem[] {
  return refused.map(({ filename, code }) => ({ field: 'files', text: filesText[lang].refused[code](filename) }))
}

export function errorAt(problems: readonly FormProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.text
}

/** What happened meanwhile, as a sentence's parts; null when the refusal says nothing of it. */
export function happened(lang: Lang, error: DomainError): { event: string; at: Date } | null {
  const details = error.details['happened'] as { event: string; at: string } | undefined
  return details ? { event: petitionText[lang].event[details.event] ?? details.event, at: new Date(details.at) } : null
}

export function isConflict(error: unknown): error is DomainError {
  return error instanceof DomainError && error.status === 409
}
