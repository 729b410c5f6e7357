/** An expected refusal: shown to the person as a code and a sentence, never reported as a fault. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly code: string
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503
  readonly details: Record<string, unknown>

  constructor(code: string, status: DomainError['status'], details: DomainError['details'] = {}) {
    super(code)
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Hidden and unknown look the same: no detail ever goes with it. */
export class NotFound extends DomainError {
  override name = 'NotFound'
  constructor() {
    super('not_found', 404)
  }
}

export interface FieldProblem {
  /** Name of the input, as in the API and in the form. */
  field: string
  /** Stable code, for programs: `required`, `too_long`, … */
  code: string
  /** What a limit is, for the sentence: `{ max: 200 }`. */
  params?: Record<string, string | number>
}

/** Wrong input: every field that must be put right, at once. */
export class InvalidInput extends DomainError {
  override name = 'InvalidInput'
  readonly problems: readonly FieldProblem[]
  constructor(problems: readonly FieldProblem[]) {
    super('invalid_input', 422)
    this.problems = problems
  }
}
