import type { ComponentChildren } from 'preact'
import { Field, FieldError, type FieldProps, groupClass, Hint, LabelText, wiring } from './field.tsx'
import { useUiText } from './lang-context.ts'

export interface Choice {
  value: string
  text: string
  hint?: string | undefined
  disabled?: boolean | undefined
}

export interface SelectProps extends FieldProps {
  items: readonly (Choice | { group: string; items: readonly Choice[] })[]
  value?: string | undefined
  /** First, empty choice; `true` for "Hãy chọn". */
  empty?: string | boolean | undefined
}

export function Select(props: SelectProps) {
  const words = useUiText()
  const option = (item: Choice) => (
    <option value={item.value} selected={item.value === props.value} disabled={item.disabled}>
      {item.text}
    </option>
  )
  return (
    <Field field={props}>
      <select {...wiring(props)} class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}>
        {props.empty && <option value="">{props.empty === true ? words.chooseOne : props.empty}</option>}
        {props.items.map((item) => ('group' in item ? <optgroup label={item.group}>{item.items.map(option)}</optgroup> : option(item)))}
      </select>
    </Field>
  )
}

/** A question with several choices: the label is the legend. */
export function Choices({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const id = field.id ?? field.name
  return (
    <div class={groupClass(field.error)}>
      <fieldset class="govuk-fieldset" aria-describedby={wiring(field)['aria-describedby']}>
        <legend class={field.big ? 'govuk-fieldset__legend govuk-fieldset__legend--l' : 'govuk-fieldset__legend'}>
          <LabelText label={field.label} required={field.required} />
        </legend>
        {field.hint && <Hint id={id}>{field.hint}</Hint>}
        {field.error && <FieldError id={id}>{field.error}</FieldError>}
        {children}
      </fieldset>
    </div>
  )
}

interface ItemProps {
  kind: 'radios' | 'checkboxes'
  id: string
  name: string
  item: Choice
  checked: boolean
}

function Item({ kind, id, name, item, checked }: ItemProps) {
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={item.value}
        checked={checked}
        disabled={item.disabled}
        aria-describedby={item.hint ? `${id}-item-hint` : undefined}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {item.text}
      </label>
      {item.hint && (
        <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
          {item.hint}
        </div>
      )}
    </div>
  )
}

export interface RadiosProps extends FieldProps {
  items: readonly Choice[]
  value?: string | undefined
  inline?: boolean | undefined
}

/** The first choice has the name as its id, so that an error summary leads to it. */
export function Radios(props: RadiosProps) {
  const id = props.id ?? props.name
  return (
    <Choices field={props}>
      <div class={`govuk-radios${props.inline ? ' govuk-radios--inline' : ''}`}>
        {props.items.map((item, i) => (
          <Item kind="radios" id={i ? `${id}-${i + 1}` : id} name={props.name} item={item} checked={item.value === props.value} />
        ))}
      </div>
    </Choices>
  )
}

export interface CheckboxesProps extends FieldProps {
  items: readonly Choice[]
  values?: readonly string[] | undefined
}

export function Checkboxes(props: CheckboxesProps) {
  const id = props.id ?? props.name
  return (
    <Choices field={props}>
      <div class="govuk-checkboxes">
        {props.items.map((item, i) => (
          <Item
            kind="checkboxes"
            id={i ? `${id}-${i + 1}` : id}
            name={props.name}
            item={item}
            checked={props.values?.includes(item.value) ?? false}
          />
        ))}
      </div>
    </Choices>
  )
}

export interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined
  /** What is sent when it is ticked. */
  value?: string | undefined
}

/** One yes or no. */
export function Checkbox(props: CheckboxProps) {
  const id = props.id ?? props.name
  return (
    <div class={groupClass(props.error)}>
      {props.error && <FieldError id={id}>{props.error}</FieldError>}
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" {...wiring(props)} type="checkbox" value={props.value ?? 'true'} checked={props.checked} />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            <LabelText label={props.label} required={props.required} />
          </label>
          {props.hint && (
            <div id={`${id}-hint`} class="govuk-hint govuk-checkboxes__hint">
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
