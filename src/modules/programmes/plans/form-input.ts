import type { FormRefusal } from '../../../shared/form-refusal.ts'
import type { ProgrammeAct } from '../programme-lifecycle.ts'

/** A form adds one item: its fields stand flat in the form and become the first of the list that the act takes. */
export function inputFromForm(act: ProgrammeAct, body: unknown): unknown {
  if (act !== 'addItems') return body ?? {}
  const { version, reason, ...item } = (body ?? {}) as Record<string, unknown>
  return { items: [item], ...(version === undefined ? {} : { version }), ...(reason === undefined ? {} : { reason }) }
}

/** Back to the names that the form has: `items.0.title` is its `title`. */
export function refusedField(refusal: FormRefusal): FormRefusal {
  const problems = refusal.problems.map(({ field, text }) => ({ field: field.replace(/^items\.0\./, '').replace(/\.\d+$/, ''), text }))
  return { ...refusal, problems }
}
