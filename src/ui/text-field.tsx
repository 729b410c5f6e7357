import { Field, type FieldProps, wiring } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'time' | 'number' | 'url' | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  maxlength?: number | undefined
  /** Expected length in characters; narrows the box on wide screens. */
  width?: 4 | 10 | 20 | 30 | undefined
  placeholder?: string | undefined
  /** true for codes and names, which no speller should touch. */
  exact?: boolean | undefined
  /** Ids of a datalist with suggestions. */
  list?: string | undefined
  /** Id of the place where cases like what is typed are shown (island `similar`). */
  similar?: string | undefined
  min?: string | undefined
  max?: string | undefined
}

/** Browsers show nothing else in a date box, and complain. */
const isDate = /^\d{4}-\d{2}-\d{2}$/

export function TextField(props: TextFieldProps) {
  const width = props.width ? ` govuk-input--width-${props.width}` : ''
  return (
    <Field field={props}>
      <input
        {...wiring(props)}
        class={`govuk-input${props.error ? ' govuk-input--error' : ''}${width}`}
        type={props.type ?? 'text'}
        value={props.type === 'date' && !isDate.test(props.value ?? '') ? undefined : props.value}
        autocomplete={props.autocomplete}
        inputMode={props.inputmode}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        list={props.list}
        data-similar={props.similar}
        min={props.min}
        max={props.max}
        spellcheck={props.exact ? false : undefined}
        autocapitalize={props.exact ? 'off' : undefined}
      />
    </Field>
  )
}

export interface PasswordFieldProps extends FieldProps {
  autocomplete: 'current-password' | 'new-password' | 'one-time-code'
}

/** A password never comes back from the server: there is no `value`. */
export function PasswordField(props: PasswordFieldProps) {
  return (
    <Field field={props}>
      <input
        {...wiring(props)}
        class={`govuk-input govuk-input--width-20${props.error ? ' govuk-input--error' : ''}`}
        type="password"
        autocomplete={props.autocomplete}
        spellcheck={false}
        autocapitalize="none"
      />
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
  /** Shows how many characters are left, where scripts run: the page must name the island `char-count`. */
  count?: boolean | undefined
}

/** `maxlength` is counted and checked, never cut off: a pasted long text must not lose its end silently. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field field={props}>
      <textarea
        {...wiring(props)}
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        rows={props.rows ?? 5}
        data-count={props.count ? props.maxlength : undefined}
      >
        {/* Browsers drop one line end at the very start: it is given twice. */}
        {props.value?.replace(/^\r?\n/, '\n\n')}
      </textarea>
    </Field>
  )
}

export interface FileFieldProps extends FieldProps {
  accept?: string | undefined
  multiple?: boolean | undefined
  /** Shrinks big photos and lists what was chosen, where scripts run (island `photo`). */
  photos?: boolean | undefined
  /** Most files, for the island. */
  most?: number | undefined
}

export function FileField(props: FileFieldProps) {
  return (
    <Field field={props}>
      <input
        {...wiring(props)}
        class={`govuk-file-upload${props.error ? ' govuk-file-upload--error' : ''}`}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        data-photos={props.photos ? (props.most ?? '') : undefined}
      />
    </Field>
  )
}
