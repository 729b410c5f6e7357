import type { ComponentChildren } from 'preact'
import { Bar, type BarTone } from './bars.tsx'
import { useUiText } from './lang-context.ts'
import { safeHref } from './safe-href.ts'

export interface TimelineItem {
  title: ComponentChildren
  /** Written out for people: "Thứ hai 27/02/2017 10:40 · Đội Quản lý đô thị". */
  when: string
  /** The same for machines. */
  dateTime?: string | undefined
  tone?: 'ok' | 'late' | undefined
  children?: ComponentChildren
}

/** What happened, newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map((item) => (
        <li class={item.tone && `is-${item.tone}`}>
          <h3>{item.title}</h3>
          <time dateTime={item.dateTime}>{item.when}</time>
          {item.children}
        </li>
      ))}
    </ol>
  )
}

/** Words that weigh: an answer, a finding. */
export function Quote({ tone = 'ok', children }: { tone?: 'ok' | 'soon' | 'late' | 'neutral' | undefined; children: ComponentChildren }) {
  return <div class={`quote quote-${tone}`}>{children}</div>
}

export interface Step {
  title: string
  note?: string | undefined
  state: 'done' | 'now' | 'next' | 'skipped'
}

/** Where a matter stands on its way. */
export function Steps({ items, label }: { items: readonly Step[]; label?: string | undefined }) {
  const words = useUiText()
  const said = { done: words.stepDone, now: words.stepNow, next: words.stepNext, skipped: words.stepSkipped }
  return (
    <ol class="steps" aria-label={label}>
      {items.map((item) => (
        <li class={`step-${item.state}`} aria-current={item.state === 'now' ? 'step' : undefined}>
          <b>
            {item.title}
            <span class="govuk-visually-hidden"> ({said[item.state]})</span>
          </b>
          {item.note && <span>{item.note}</span>}
        </li>
      ))}
    </ol>
  )
}

export interface ClockCardProps {
  /** What is awaited: "Hạn trả lời". */
  label: string
  /** Beside the label: "mục tiêu của địa phương". */
  tag?: ComponentChildren
  /** "Còn 4 ngày" */
  big: string
  tone: BarTone
  /** Part of the time that is used, 0 to 1. */
  used?: number | undefined
  /** Says the bar in words: "đã dùng 6 trên 10 ngày làm việc". */
  usedText?: string | undefined
  /** The day in full and how it is counted. */
  children?: ComponentChildren
  link?: { href: string; text: string } | undefined
  level?: 2 | 3 | undefined
}

/** One running, kept or missed time. */
export function ClockCard({ label, tag, big, tone, used, usedText, children, link, level = 2 }: ClockCardProps) {
  const Heading = `h${level}` as const
  return (
    <section class={`card clock clock-${tone}`}>
      <Heading class="clock-label">
        {label} {tag}
      </Heading>
      <p class="clock-big">{big}</p>
      {used !== undefined && <Bar share={used} tone={tone} label={usedText} tall />}
      {children && <div class="clock-text">{children}</div>}
      {link && (
        <p class="clock-text">
          <a href={safeHref(link.href)}>{link.text}</a>
        </p>
      )}
    </section>
  )
}

export interface IdentityBarProps {
  code: string
  title: ComponentChildren
  tags?: ComponentChildren
  actions?: ComponentChildren
}

/** Which matter is open; stays on top of an officer's case page. */
export function IdentityBar({ code, title, tags, actions }: IdentityBarProps) {
  return (
    <div class="identity">
      <b class="num">{code}</b>
      <span class="identity-title">{title}</span>
      {tags && <span class="tags">{tags}</span>}
      {actions && <span class="identity-actions">{actions}</span>}
    </div>
  )
}

export interface Message {
  from: string
  when: string
  dateTime?: string | undefined
  /** `out` we wrote it, `in` the person wrote it, `internal` only officers see it. */
  side: 'in' | 'out' | 'internal'
  tag?: ComponentChildren
  children: ComponentChildren
}

export function Messages({ items }: { items: readonly Message[] }) {
  return (
    <ol class="messages">
      {items.map((item) => (
        <li class={`message-${item.side}`}>
          <p class="message-head">
            <b>{item.from}</b> <time dateTime={item.dateTime}>{item.when}</time> {item.tag}
          </p>
          {item.children}
        </li>
      ))}
    </ol>
  )
}
