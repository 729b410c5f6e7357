import type { ComponentChildren } from 'preact'
import { useUiText } from './lang-context.ts'
import { safeHref } from './safe-href.ts'

export interface SummaryRow {
  key: string
  value: ComponentChildren
  action?: { href: string; text: string; about?: string | undefined } | undefined
}

/** Answers beside their questions. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const anyAction = rows.some((row) => row.action)
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div class={anyAction && !row.action ? 'govuk-summary-list__row govuk-summary-list__row--no-actions' : 'govuk-summary-list__row'}>
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.action && (
            <dd class="govuk-summary-list__actions">
              <a href={safeHref(row.action.href)}>
                {row.action.text}
                <span class="govuk-visually-hidden"> {row.action.about ?? row.key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export interface PagerProps {
  next?: { href: string; text?: string | undefined } | undefined
  previous?: { href: string; text?: string | undefined } | undefined
  /** What it turns the pages of, where a page has two. */
  label?: string
}

/** Pages by key: only forward and back, there are no numbers. */
export function Pager({ next, previous, label }: PagerProps) {
  const words = useUiText()
  if (!next && !previous) return null
  return (
    <nav class="pager" aria-label={label ?? words.pages}>
      {previous && (
        <a class="prev" rel="prev" href={safeHref(previous.href)}>
          {previous.text ?? words.previous}
        </a>
      )}
      {next && (
        <a class="next" rel="next" href={safeHref(next.href)}>
          {next.text ?? words.next}
        </a>
      )}
    </nav>
  )
}

export interface TabItem {
  href: string
  text: string
  count?: number | string | undefined
  current?: boolean | undefined
  tone?: 'late' | undefined
}

/** Views of one list, as links: the address keeps the view. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={safeHref(item.href)} aria-current={item.current ? 'page' : undefined}>
              {item.text}
              {item.count !== undefined && <span class={item.tone ? `count count-${item.tone}` : 'count'}> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface FilterPanelProps {
  action: string
  title?: string | undefined
  submit?: string | undefined
  /** What the list is filtered by now; each can be taken away. */
  applied?: readonly { text: string; removeHref: string }[] | undefined
  clearHref?: string | undefined
  open?: boolean | undefined
  children?: ComponentChildren
}

/** Filters of a list, kept in the address (GET). Folded, except when something is applied. */
export function FilterPanel({ action, title, submit, applied = [], clearHref, open, children }: FilterPanelProps) {
  const words = useUiText()
  return (
    <div class="filter">
      <details class="card" open={open ?? applied.length > 0}>
        <summary>{title ?? words.filter}</summary>
        <form method="get" action={safeHref(action)} class="filter-form">
          {children}
          <button class="govuk-button btn-2" type="submit">
            {submit ?? words.applyFilter}
          </button>
        </form>
      </details>
      {applied.length > 0 && (
        <div class="applied">
          <span>{words.appliedFilters}</span>
          <ul>
            {applied.map((filter) => (
              <li>
                <a href={safeHref(filter.removeHref)}>
                  <span class="govuk-visually-hidden">{words.removeFilter} </span>
                  {filter.text}
                </a>
              </li>
            ))}
          </ul>
          {clearHref && <a href={safeHref(clearHref)}>{words.clearFilter}</a>}
        </div>
      )}
    </div>
  )
}

export interface StatTile {
  value: ComponentChildren
  label: string
  tone?: 'ok' | 'soon' | 'late' | undefined
  href?: string | undefined
}

/** A few great figures side by side. */
export function StatTiles({ items }: { items: readonly StatTile[] }) {
  return (
    <dl class="tiles">
      {items.map((item) => (
        <div class={item.tone && `tile-${item.tone}`}>
          <dt>{item.href ? <a href={safeHref(item.href)}>{item.label}</a> : item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
