import { DomainError } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { clockErrors, text } from './text.ts'

/** The code and the sentence of a refusal of this module; undefined for anything else. */
export function clockRefusal(error: unknown, lang: Lang): { code: string; sentence: string } | undefined {
  if (!(error instanceof DomainError)) return undefined
  const code = clockErrors.find((known) => known === error.code)
  return code && { code, sentence: text[lang].errors[code](error.details) }
}
