import type { FastifyRequest } from 'fastify'
import { refusalOf } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { filesText, type MultipartInput } from '../../files/index.ts'
import { text as petitionText } from '../text.ts'
import type { OfficeAct } from './case-desk.ts'
import { text } from './text.ts'

export type Attempted = OfficeAct | 'message' | 'note'
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What was refused: everything that was typed, and why. The page is shown again around it. */
export interface Attempt {
  act: Attempted
  typed: Typed
  problems: { field: string; text: string }[]
  /** What somebody else did meanwhile. */
  happened: string | null
  status: number
}

/** Id of an act's input on the case page, where several forms have fields of one name. */
export function inputId(act: Attempted, field: string): string {
  return `${act}-${field}`
}

/** Turns a refusal into what the case page shows; what the form cannot mend (401, 403, 404) is thrown on. */
export function attemptOf(request: FastifyRequest, act: Attempted, typed: Typed, error: unknown): Attempt {
  const { status, problems } = refusalOf(request, error)
  return {
    act,
    typed,
    status,
    problems: problems.map(({ field, text }) => ({ field: field === '' ? '' : inputId(act, field.split('.')[0] ?? field), text })),
    happened: error instanceof DomainError ? happenedOf(request.lang, error) : null,
  }
}

/** Files that were not taken, each by its name. */
export function refusedFiles(lang: Lang, act: Attempted, typed: Typed, refused: MultipartInput['refused']): Attempt {
  const problems = refused.map(({ filename, code }) => ({ field: inputId(act, 'files'), text: filesText[lang].refused[code](filename) }))
  return { act, typed, problems, happened: null, status: 422 }
}

function happenedOf(lang: Lang, error: DomainError): string | null {
  const happened = error.details['happened'] as { event?: string; at?: string; by?: string | null } | undefined
  if (!happened?.event || !happened.at) return null
  const words = petitionText[lang]
  const what = words.event[happened.event] ?? happened.event
  const by = happened.by ? (words.role[happened.by] ?? happened.by) : text[lang].case.system
  return text[lang].case.happened(what, by, longInstant(lang, new Date(happened.at)))
}

/** The fields of a form as they were typed, without what the page itself put there. */
export function typedOf(body: unknown): Typed {
  const hidden = ['_csrf', 'version']
  return Object.fromEntries(Object.entries((body ?? {}) as Record<string, string | string[]>).filter(([name]) => !hidden.includes(name)))
}
