import type { CivilDate } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import type { BatchStatus, ItemState } from './batch.ts'
import type { Because } from './decide.ts'
import type { Ground } from './hold.ts'
import type { Rule, RuleId, standingRules } from './rule.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

type Details = Record<string, unknown>

export interface RetentionText {
  title: string
  lead: string
  tabs: Record<'rules' | 'next' | 'holds' | 'done', string>
  rule: Record<RuleId, { name: string; goes: string; from: string }>
  standing: Record<(typeof standingRules)[number]['id'], string>
  because: Record<Because, string>
  ground: Record<Ground, string>
  batchStatus: Record<BatchStatus, string>
  itemState: Record<ItemState, string>
  event: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Details) => string)>
  rules: {
    lead: string
    goes: string
    from: string
    period: string
    basis: string
    /** Whether it is on, and by which document. */
    state: string
    local: string
    sure: Record<Rule['verification'], string>
    months: (n: number) => string
    days: (n: number) => string
    /** State of a rule, with the document that turned it on or off. */
    on: (months: number, days: number, document: string) => string
    offBy: (document: string) => string
    never: string
    turnOn: string
    turnOff: string
    change: string
    least: (months: number) => string
    leastDays: (days: number) => string
    documentHint: string
    saved: string
    standingTitle: string
    standingLead: string
    isOn: string
    isOff: string
  }
  next: { title: string; lead: string; none: string }
  done: { title: string; lead: string; none: string }
  batchHead: Record<'from' | 'code' | 'rule' | 'n' | 'announced' | 'done' | 'erased' | 'takenOut', string>
  holds: {
    title: string
    lead: string
    none: string
    head: Record<'code' | 'ground' | 'document' | 'review' | 'act', string>
    place: string
    codeHint: string
    reviewHint: string
    submit: string
    lift: string
    overdue: string
    placed: string
    lifted: string
  }
  batch: {
    title: (code: string) => string
    announced: (on: CivilDate, from: CivilDate) => string
    how: string
    by: (months: number, document: string) => string
    head: Record<'code' | 'rested' | 'n' | 'state', string>
    hold: string
    noCode: string
    none: string
    history: string
  }
  mail: {
    kind: string
    subject: (code: string) => string
    greeting: string
    /** By type of matter, where other things go than of a case. */
    whatOf: Readonly<Record<string, (code: string, from: CivilDate) => string>>
    what: (code: string, from: CivilDate) => string
    keep: (url: string | null) => string
  }
}

export const text: Record<Lang, RetentionText> = { vi, en }
