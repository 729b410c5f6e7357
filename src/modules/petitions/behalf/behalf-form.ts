import type { FieldProblem } from '../../../shared/errors.ts'
import { MOST_SIGNERS } from './behalf.ts'

/** Fields of the form, as they come: all text. */
export const behalfFormFields = [
  'behalf',
  'ground',
  'representedName',
  'representedAddress',
  'representedIdentity',
  'people',
  'spokespeople',
  'signers',
] as const
export type BehalfFormField = (typeof behalfFormFields)[number]

type Form = Partial<Record<BehalfFormField, string>>

/**
 * The boxes of the form as the filing's `represented` and `group`: people are one a line, name before the first comma or tab.
 * What belongs to another choice than the one that is made is left out, not refused; who left the first choice as it stood and filled the
 * boxes of another has chosen that one.
 */
export function behalfOf(typed: Form): { represented?: Record<string, unknown>; group?: Record<string, unknown> } {
  const form = { ...typed, behalf: chosenBehalf(typed) }
  if (form.behalf === 'representative')
    return {
      represented: {
        ground: form.ground ?? '',
        name: form.representedName ?? '',
        address: form.representedAddress,
        identityNumber: form.representedIdentity?.replace(/[\s.-]/g, ''),
      },
    }
  if (form.behalf === 'group')
    return {
      group: {
        people: form.people?.trim() === '' ? undefined : form.people,
        spokespeople: peopleIn(form.spokespeople).map(([name, address]) => ({ name, address })),
        signers: peopleIn(form.signers).map(([name, address]) => ({ name, address })),
      },
    }
  return {}
}

function chosenBehalf(form: Form): string {
  const isFilled = (...names: BehalfFormField[]) => names.some((name) => (form[name] ?? '').trim() !== '')
  if (form.behalf && form.behalf !== 'self') return form.behalf
  if (isFilled('representedName', 'representedIdentity')) return 'representative'
  return isFilled('people', 'spokespeople', 'signers') ? 'group' : 'self'
}

/** Lines that say something; a list longer than can be taken is left as it is, so that it is refused as too long. */
function peopleIn(text = ''): [string, string | undefined][] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_SIGNERS + 1)
    .map((line) => {
      const cut = line.search(/[,\t;]/)
      return cut < 0 ? [line, undefined] : [line.slice(0, cut).trim(), line.slice(cut + 1).trim()]
    })
}

const formNames: Readonly<Record<string, BehalfFormField>> = {
  'represented.ground': 'ground',
  'represented.name': 'representedName',
  'represented.address': 'representedAddress',
  'represented.identityNumber': 'representedIdentity',
  'group.people': 'people',
}

/** The box in the form of a field of the filing; undefined when it is not of this part. */
export function nameInForm(field: string): BehalfFormField | undefined {
  const list = /^group\.(spokespeople|signers)(\.|$)/.exec(field)?.[1] as 'spokespeople' | 'signers' | undefined
  return list ?? formNames[field]
}

/** Problems of the filing under the names of the boxes; of one box once. */
export function problemsInForm(problems: readonly FieldProblem[]): FieldProblem[] {
  const named = problems.map((problem) => ({ ...problem, field: nameInForm(problem.field) ?? problem.field }))
  return [...new Map(named.map((problem) => [problem.field, problem])).values()]
}
