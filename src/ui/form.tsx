import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../shared/lang.ts'
import { useUiText } from './lang-context.ts'
import { safeHref } from './safe-href.ts'

export interface FormProps {
  /** Final address, or a Vietnamese path when `lang` is given. */
  action: string
  csrf: string
  lang?: Lang | undefined
  enctype?: 'multipart/form-data' | undefined
  /** Keeps what is typed on this device under this key (island `draft`). */
  draft?: string | undefined
  id?: string | undefined
  class?: string | undefined
  children?: ComponentChildren
}

/** A form that changes something. The server checks and names every problem, so the browser's own bubbles are off. */
export function Form({ action, csrf, lang, enctype, draft, id, class: className, children }: FormProps) {
  return (
    <form
      method="post"
      action={lang ? localPath(lang, action) : action}
      enctype={enctype}
      noValidate
      data-draft={draft}
      id={id}
      class={className}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {children}
    </form>
  )
}

type ButtonLook = 'main' | 'second' | 'danger' | 'quiet'

const looks: Record<ButtonLook, string> = { main: '', second: ' btn-2', danger: ' btn-danger', quiet: ' btn-quiet' }

export interface ButtonProps {
  children: ComponentChildren
  /** One `main` button a page; the rest are `second` or `quiet`. */
  look?: ButtonLook | undefined
  name?: string | undefined
  value?: string | undefined
  type?: 'submit' | 'button' | undefined
  disabled?: boolean | undefined
  small?: boolean | undefined
  id?: string | undefined
  form?: string | undefined
}

export function Button({ children, look = 'main', small, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button class={`govuk-button${looks[look]}${small ? ' btn-small' : ''}`} type={type} {...rest}>
      {children}
    </button>
  )
}

export interface ButtonLinkProps {
  href: string
  children: ComponentChildren
  look?: ButtonLook | undefined
  small?: boolean | undefined
}

export function ButtonLink({ href, children, look = 'main', small }: ButtonLinkProps) {
  return (
    <a class={`govuk-button${looks[look]}${small ? ' btn-small' : ''}`} href={safeHref(href)}>
      {children}
    </a>
  )
}

/** Buttons side by side, under each other on a phone. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="btn-row">{children}</div>
}

export interface ErrorSummaryProps {
  title?: string | undefined
  problems: readonly { field: string; text: string }[]
}

/** Every problem at once, each a link to its field. Renders nothing without problems. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  const words = useUiText()
  if (problems.length === 0) return null
  return (
    <div class="govuk-error-summary" role="alert" tabindex={-1} data-error-summary aria-labelledby="error-summary-title">
      <h2 class="govuk-error-summary__title" id="error-summary-title">
        {title ?? words.problemTitle}
      </h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-error-summary__list">
          {problems.map((problem) => (
            <li>{problem.field ? <a href={`#${problem.field}`}>{problem.text}</a> : problem.text}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
