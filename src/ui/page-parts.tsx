import type { ComponentChildren } from 'preact'
import { useUiText } from './lang-context.ts'
import { safeHref } from './safe-href.ts'

export type Tone = 'ok' | 'soon' | 'late' | 'neutral'

/** A word on a coloured ground; the word alone must be enough. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ComponentChildren }) {
  return <span class={`tag tag-${tone}`}>{children}</span>
}

export interface NoticeProps {
  tone?: Tone | undefined
  title?: string | undefined
  /** Read out at once: for what just happened. */
  live?: boolean | undefined
  children?: ComponentChildren
}

export function Notice({ tone = 'neutral', title, live, children }: NoticeProps) {
  const words = useUiText()
  const name = title ?? (tone === 'ok' ? words.success : words.notice)
  return (
    <section class={`notice notice-${tone}`} aria-label={title ? undefined : name} aria-live={live ? 'polite' : undefined}>
      {title && <h2 class="notice-title">{title}</h2>}
      {children}
    </section>
  )
}

export interface Crumb {
  href: string
  text: string
}

export function Breadcrumbs({ items, current }: { items: readonly Crumb[]; current?: string | undefined }) {
  const words = useUiText()
  return (
    <nav class="crumbs" aria-label={words.breadcrumbs}>
      <ol>
        {items.map((item) => (
          <li>
            <a href={safeHref(item.href)}>{item.text}</a>
          </li>
        ))}
        {current && <li aria-current="page">{current}</li>}
      </ol>
    </nav>
  )
}

export interface PageHeadProps {
  title: string
  lead?: ComponentChildren
  tags?: ComponentChildren
  /** Small facts under the title. */
  meta?: ComponentChildren
  /** What stands beside it: a clock, an action. */
  aside?: ComponentChildren
}

export function PageHead({ title, lead, tags, meta, aside }: PageHeadProps) {
  return (
    <div class={aside ? 'page-head with-aside' : 'page-head'}>
      <div>
        {tags && <div class="tags">{tags}</div>}
        <h1>{title}</h1>
        {meta && <p class="meta">{meta}</p>}
        {lead && <p class="lead">{lead}</p>}
      </div>
      {aside && <div>{aside}</div>}
    </div>
  )
}

/** Main column and a narrow one beside it. */
export function WithAside({ children, aside }: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="with-aside columns">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}

export interface CardProps {
  title?: string | undefined
  level?: 2 | 3 | undefined
  href?: string | undefined
  tags?: ComponentChildren
  children?: ComponentChildren
}

export function Card({ title, level = 2, href, tags, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <section class="card pad">
      {tags && <div class="tags">{tags}</div>}
      {title && <Heading class="card-title">{href ? <a href={safeHref(href)}>{title}</a> : title}</Heading>}
      {children}
    </section>
  )
}

export function EmptyState({ title, children }: { title?: string | undefined; children?: ComponentChildren }) {
  const words = useUiText()
  return (
    <div class="empty">
      <p>
        <b>{title ?? words.nothing}</b>
      </p>
      {children}
    </div>
  )
}

export interface DetailsProps {
  summary: ComponentChildren
  open?: boolean | undefined
  children?: ComponentChildren
}

export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}

/** What a person wrote, as paragraphs. Nothing in it is markup, and addresses in it are not links. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  return (
    <div class="prose">
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}
