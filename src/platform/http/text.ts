import type { FieldProblem } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface HttpText {
  /** Name of all that was sent, where no single field is wrong. */
  whole: string
  /** Sentence for a wrong input; `label` names the field as the form does. */
  problems: Record<string, (label: string, params: Record<string, string | number>) => string>
  /** Sentence for a refusal that any route may give. */
  errors: Record<string, string>
  titles: Record<number, string>
}

export const text: Record<Lang, HttpText> = { vi, en }

/** One sentence that names the field; an unknown code still gives a true sentence. */
export function problemSentence(lang: Lang, label: string, problem: FieldProblem): string {
  const sentence = text[lang].problems[problem.code] ?? text[lang].problems['invalid_value']!
  return sentence(label, problem.params ?? {})
}
