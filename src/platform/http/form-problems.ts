import type { FastifyRequest } from 'fastify'
import { DomainError, InvalidInput } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { problemSentences } from './input.ts'
import type { Problem } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** A refusal in the reader's words. */
    describe: (refusal: DomainError) => Problem
  }
}

/**
 * The refusal of a form that was just sent. What the form cannot mend (401, 404, 429 …) and faults of ours are thrown on.
 * @param fieldOf which input a code belongs to: `{ day_full: 'day' }`
 */
export function refusalOf(request: FastifyRequest, error: unknown, fieldOf: Readonly<Record<string, string>> = {}): FormRefusal {
  if (!(error instanceof DomainError) || (error.status !== 409 && error.status !== 422)) throw error
  const problems =
    error instanceof InvalidInput
      ? problemSentences(request.lang, error).map(({ field, detail }) => ({ field, text: detail }))
      : [{ field: fieldOf[error.code] ?? '', text: request.describe(error).detail }]
  return { status: error.status, problems, typed: typedIn(request.body) }
}

/** Boxes of one name that were ticked come as a list; here they stand a line each, as `typedListOr` reads them. */
function typedIn(body: unknown): Record<string, string> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('\n') : value,
  ])
  return Object.fromEntries(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
