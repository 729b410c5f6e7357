import type { Lang } from '../../shared/lang.ts'
import type { ModerationAct } from './lifecycle.ts'
import type { Reason, View } from './moderation.ts'
import type { SignalName } from './spam-score.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface ModerationText {
  view: Record<View, string>
  /** As everybody reads it: why something is not there. */
  reason: Record<Reason, string>
  signal: Record<SignalName, string>
  act: Record<ModerationAct, string>
  /** Sentence of each kind of history entry. */
  event: Record<string, string>
  role: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string>
  queue: {
    title: string
    lead: string
    leadAuditor: string
    caption: Record<View, string>
    head: Record<'text' | 'score' | 'sent' | 'do', string>
    empty: Record<View, string>
    filter: string
    suspect: string
    anyReason: string
    by: (author: string) => string
    about: (title: string) => string
    answers: string
    erased: string
    score: (points: string) => string
    suspectTag: string
    choose: (author: string) => string
    bulk: string
    bulkSubmit: string
    bulkHint: string
    bulkDone: (n: string) => string
    bulkRefused: (n: string) => string
    bulkNone: string
    bulkTooMany: (max: string) => string
    settings: string
    more: string
    removeOpen: string
    wordsHint: string
    keys: Record<'down' | 'up' | 'open' | 'search' | 'help', string>
  }
  item: {
    title: (kind: string) => string
    original: string
    earlier: (revision: string) => string
    history: string
    signals: string
    noSignals: string
    scoreOf: string
    acts: string
    noActs: string
    done: string
    back: string
    open: string
    facts: Record<'author' | 'about' | 'sent' | 'status' | 'reason' | 'score', string>
    approveHint: string
    removeHint: string
    restoreHint: string
  }
  settings: { title: string; lead: string; hint: string; save: string; saved: string }
  /** The badge on the officers' list. */
  badge: (n: string) => string
}

export const text: Record<Lang, ModerationText> = { vi, en }
