import type { ComponentChildren } from 'preact'
import { useUiText } from './lang-context.ts'

/** What every field has. The id of the input is its name, so that an error summary can link to it. */
export interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** false adds "(không bắt buộc)" to the label; true marks the input as required. */
  required?: boolean | undefined
  /** Set when two forms of one page have a field of the same name. */
  id?: string | undefined
  /** A larger label, for the one question of a page. */
  big?: boolean | undefined
}

export interface Wiring {
  id: string
  name: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** Ids and attributes that tie an input to its hint and its error. */
export function wiring({ name, id = name, hint, error, required }: FieldProps, more?: string): Wiring {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`, more].filter(Boolean).join(' ')
  return {
    id,
    name,
    required: required || undefined,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
}

export function Hint({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div id={`${id}-hint`} class="govuk-hint">
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ComponentChildren }) {
  const words = useUiText()
  return (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{words.errorPrefix}</span> {children}
    </p>
  )
}

export function LabelText({ label, required }: Pick<FieldProps, 'label' | 'required'>) {
  const words = useUiText()
  return (
    <>
      {label}
      {required === false && <span class="optional"> {words.optional}</span>}
    </>
  )
}

export function groupClass(error: string | undefined): string {
  return error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'
}

/** Label, hint, error and one input. */
export function Field({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const id = field.id ?? field.name
  return (
    <div class={groupClass(field.error)}>
      <label class={field.big ? 'govuk-label govuk-label--l' : 'govuk-label'} for={id}>
        <LabelText label={field.label} required={field.required} />
      </label>
      {field.hint && <Hint id={id}>{field.hint}</Hint>}
      {field.error && <FieldError id={id}>{field.error}</FieldError>}
      {children}
    </div>
  )
}
