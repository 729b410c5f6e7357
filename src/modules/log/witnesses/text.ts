import type { Lang } from '../../../shared/lang.ts'
import type { RefusalReason } from '../../../shared/tlog/refusal.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'
import type { Outcome } from './witness.ts'

export interface WitnessesText {
  title: string
  lead: string
  crumb: string
  /** Time that has gone by, in words. */
  ago: { now: string; minutes: (n: number) => string; hours: (n: number) => string; days: (n: number) => string }
  alarm: { title: string; lead: string }
  size: (n: string, ago: string) => string
  noLog: string
  none: string
  never: string
  cosigned: (size: string, ago: string) => string
  behind: (n: string) => string
  outcome: Record<Outcome, string>
  outcomeTag: Record<Outcome | 'none', string>
  refusal: Record<RefusalReason, string>
  heads: (known: string, shown: string) => string
  since: (at: string) => string
  way: { pushed: string; pulled: string }
  keyLabel: string
  listTitle: string
  refusalsTitle: string
  refusalsLead: string
  noRefusals: string
  refusalHead: Record<'last' | 'who' | 'what' | 'sizes', string>
  retiredTitle: string
  retiredOn: (on: string) => string
  become: { title: string; lead: string; logKey: string; command: string; after: string }
  admin: {
    title: string
    lead: string
    addTitle: string
    titleHint: string
    keyHint: string
    urlHint: string
    add: string
    added: string
    retired: string
    retire: string
    retireLead: string
    see: string
  }
  event: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Record<string, unknown>) => string)>
}

export const text: Record<Lang, WitnessesText> = { vi, en }

/** `3 phút trước` */
export function ago(lang: Lang, at: Date, now: Date): string {
  const words = text[lang].ago
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return words.now
  if (minutes < 60) return words.minutes(minutes)
  return minutes < 48 * 60 ? words.hours(Math.floor(minutes / 60)) : words.days(Math.floor(minutes / 1440))
}
