/** A refusal as a form shows it: in the summary, and at its field. */
export interface FormProblem {
  /** Name of the input; empty for a refusal of the whole. */
  field: string
  text: string
}

/** A form that was refused and is drawn again. */
export interface FormRefusal {
  status: number
  problems: readonly FormProblem[]
  /** What was typed, to be shown again. */
  typed: Readonly<Record<string, string>>
}

/** The sentence at an input. */
export function problemAt(refusal: FormRefusal | undefined, field: string): string | undefined {
  return refusal?.problems.find((problem) => problem.field === field)?.text
}

/** What stands in an input: as typed, else as it is known. */
export function typedOr(refusal: FormRefusal | undefined, field: string, otherwise = ''): string {
  return refusal?.typed[field] ?? otherwise
}

/** Which boxes of one name are ticked: as they were sent, else as it is known. */
export function typedListOr(refusal: FormRefusal | undefined, field: string, otherwise: readonly string[] = []): readonly string[] {
  return refusal ? (refusal.typed[field] ?? '').split('\n').filter((value) => value !== '') : otherwise
}
