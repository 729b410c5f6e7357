import type { ComponentChildren } from 'preact'
import { type StatTile, StatTiles } from './lists.tsx'
import { safeHref } from './safe-href.ts'

export interface HeroProps {
  title: string
  /** Second line of the title, in the colour of the authority. */
  accent?: string | undefined
  lead?: string | undefined
  aside?: ComponentChildren
  children?: ComponentChildren
}

/** First words of the front page; pass it to `Layout` as `hero`. */
export function Hero({ title, accent, lead, aside, children }: HeroProps) {
  return (
    <div class="hero">
      <div class="wrap">
        <div>
          <h1>
            {title} {accent && <em>{accent}</em>}
          </h1>
          {lead && <p class="hero-lead">{lead}</p>}
          {children}
        </div>
        {aside && <div>{aside}</div>}
      </div>
    </div>
  )
}

export interface SearchBoxProps {
  action: string
  name: string
  label: string
  submit: string
  value?: string | undefined
  placeholder?: string | undefined
  autocomplete?: string | undefined
  /** The label stands above the box instead of being heard only. */
  labelShown?: boolean | undefined
  id?: string | undefined
  /** Further hidden fields of the address. */
  keep?: Readonly<Record<string, string>> | undefined
}

/** One box and its button, joined (GET). */
export function SearchBox(props: SearchBoxProps) {
  const id = props.id ?? props.name
  return (
    <search class="search-box">
      <form method="get" action={safeHref(props.action)}>
        {Object.entries(props.keep ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label class={props.labelShown ? undefined : 'govuk-visually-hidden'} for={id}>
          {props.label}
        </label>
        <span class="search-row">
          <input
            id={id}
            name={props.name}
            value={props.value}
            placeholder={props.placeholder}
            autocomplete={props.autocomplete ?? 'off'}
            spellcheck={false}
          />
          <button type="submit">{props.submit}</button>
        </span>
      </form>
    </search>
  )
}

export interface Door {
  href: string
  title: string
  text: string
  facts?: readonly ComponentChildren[] | undefined
}

/** The great ways into the site. The link is the title; the whole card can be pressed. */
export function Doors({ items }: { items: readonly Door[] }) {
  return (
    <ul class="doors">
      {items.map((item) => (
        <li class="card door">
          <h2>
            <a href={safeHref(item.href)}>{item.title}</a>
          </h2>
          <p>{item.text}</p>
          {item.facts && (
            <ul>
              {item.facts.map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The figures that the authority is judged by. */
export function ScoreCard({ title, tiles, children }: { title: string; tiles: readonly StatTile[]; children?: ComponentChildren }) {
  return (
    <section class="card score">
      <h2>{title}</h2>
      <StatTiles items={tiles} />
      {children}
    </section>
  )
}

export interface SectionProps {
  title: string
  lead?: string | undefined
  more?: { href: string; text: string } | undefined
  children?: ComponentChildren
}

export function Section({ title, lead, more, children }: SectionProps) {
  return (
    <section class="section">
      <div class="section-head">
        <h2>{title}</h2>
        {more && <a href={safeHref(more.href)}>{more.text}</a>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  )
}

export interface Article {
  href: string
  title: string
  meta?: ComponentChildren
  tags?: ComponentChildren
  summary?: string | undefined
}

/** A list of things to read: news, petitions. */
export function ArticleList({ items, level = 3 }: { items: readonly Article[]; level?: 2 | 3 | undefined }) {
  const Heading = `h${level}` as const
  return (
    <ul class="articles">
      {items.map((item) => (
        <li>
          {item.tags && <div class="tags">{item.tags}</div>}
          <Heading>
            <a href={safeHref(item.href)}>{item.title}</a>
          </Heading>
          {item.meta && <p class="meta">{item.meta}</p>}
          {item.summary && <p>{item.summary}</p>}
        </li>
      ))}
    </ul>
  )
}
