import { z } from 'zod'
import { parseInput, refuseInput } from '../../../platform/http/index.ts'
import { type FieldProblem, InvalidInput } from '../../../shared/errors.ts'
import { optionalText } from '../../../shared/fields.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { behalfFormFields, behalfOf, problemsInForm } from '../behalf/behalf-form.ts'
import { behalfFields } from '../behalf/behalf-input.ts'
import { FilerInput, labels, PetitionInput } from '../fields.ts'
import { text } from './text.ts'

export const formFields = [
  'kind',
  'subject',
  'body',
  'hamlet',
  'place',
  'lat',
  'lon',
  'name',
  'phone',
  'email',
  'address',
  'publish',
  'identityNumber',
  ...behalfFormFields,
] as const
export type FormField = (typeof formFields)[number]

/** What stands in the form, as typed: nothing is lost by being wrong. `sent` alone once it was filed. */
export type DraftForm = Partial<Record<FormField | 'sent', string>>

/** Decimal degrees, with point or comma; blank is none. */
function coordinate(limit: number) {
  return optionalText({ max: 40, singleLine: true })
    .transform((typed) => (typed === null ? null : Number(typed.replace(',', '.'))))
    .refine((degrees) => degrees === null || Math.abs(degrees) <= limit, { params: { code: 'invalid_value' } })
}

const Form = z
  .object({
    kind: PetitionInput.shape.kind,
    subject: PetitionInput.shape.subject,
    body: PetitionInput.shape.body,
    hamlet: optionalText({ max: 100, singleLine: true }),
    place: optionalText({ max: 200, singleLine: true }),
    lat: coordinate(90),
    lon: coordinate(180),
    name: FilerInput.shape.name,
    phone: FilerInput.shape.phone,
    email: FilerInput.shape.email,
    address: FilerInput.shape.address,
    publish: z.enum(['yes', 'no']),
    identityNumber: FilerInput.shape.identityNumber,
  })
  .superRefine(({ lat, lon }, context) => {
    if ((lat === null) !== (lon === null))
      context.addIssue({ code: 'custom', path: [lat === null ? 'lat' : 'lon'], params: { code: 'required' } })
  })

export interface Filled {
  input: PetitionInput
  /** The exact place, where a hamlet was chosen as well. */
  place: string | null
}

/**
 * The form as a filing.
 * @throws InvalidInput with every field that must be put right, by the name that it has in the form
 */
export function readForm(form: DraftForm, clientToken: string, hamletIds: ReadonlySet<string>): Filled {
  const { kind, subject, body, hamlet, place, lat, lon, publish, represented, group, ...filer } = checked(form, hamletIds)
  return {
    input: {
      kind,
      subject,
      body,
      hamlet: hamlet ?? place,
      location: lat === null || lon === null ? null : { lat, lon },
      publish: publish === 'yes',
      clientToken,
      filer,
      ...(represented ? { represented } : {}),
      ...(group ? { group } : {}),
    },
    place: hamlet === null ? null : place,
  }
}

const BehalfForm = z.strictObject(behalfFields)

function checked(form: DraftForm, hamletIds: ReadonlySet<string>) {
  const problems: FieldProblem[] = form.hamlet && !hamletIds.has(form.hamlet) ? [{ field: 'hamlet', code: 'unknown_reference' }] : []
  const read = gather(problems, () => parseInput(Form, withoutBehalf(form), formLabels))
  const behalf = gather(problems, () => parseInput(BehalfForm, behalfOf(form), formLabels))
  if (read && behalf && problems.length === 0) return { ...read, ...behalf }
  return refuseInput(inFormOrder(problemsInForm(problems)), formLabels)
}

/** What a check gives, or null with its problems added to the others. */
function gather<T>(problems: FieldProblem[], check: () => T): T | null {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    problems.push(...error.problems)
    return null
  }
}

function withoutBehalf(form: DraftForm): DraftForm {
  const others = new Set<string>(behalfFormFields)
  const rest = Object.fromEntries(Object.entries(form).filter(([field]) => !others.has(field)))
  return typeof rest['identityNumber'] === 'string' ? { ...rest, identityNumber: rest['identityNumber'].replace(/[\s.-]/g, '') } : rest
}

function inFormOrder(problems: readonly FieldProblem[]): FieldProblem[] {
  const place = ({ field }: FieldProblem) => formFields.indexOf(field as FormField)
  return problems.toSorted((a, b) => place(a) - place(b))
}

/** The form asks in words of its own. */
const formLabels = {
  vi: { ...labels.vi, body: text.vi.form.body, place: text.vi.form.place },
  en: { ...labels.en, body: text.en.form.body, place: text.en.form.place },
}

/** Our fields of what the browser sent. */
export function takeForm(fields: Readonly<Record<string, string>>): DraftForm {
  return Object.fromEntries(formFields.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])))
}

/** The same, fit to be kept: a NUL, refused when the form is checked, becomes a mark that the person can see and delete. */
export function keepable(form: DraftForm): DraftForm {
  return Object.fromEntries(
    Object.entries(form).map(([field, value]) => [field, isStorable(value) ? value : value.toWellFormed().replaceAll('\u0000', '\uFFFD')]),
  )
}
