import type { Lang } from '../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface LogText {
  title: string
  documentTitle: string
  lead: string
  /** Names of the log's own entries. */
  event: Record<string, string>
  fields: Record<string, string>
  head: {
    title: string
    size: string
    signedAt: string
    root: string
    key: string
    none: string
    check: string
    witnesses: string
    checkpoint: string
    how: string
  }
  ages: { now: string; minutes: (n: number) => string; hours: (n: number) => string; days: (n: number) => string }
  day: {
    today: string
    of: (day: string) => string
    none: string
    before: (day: string) => string
    after: (day: string) => string
    late: (day: string) => string
    choose: string
    show: string
  }
  ofCase: { label: string; find: string; title: (code: string) => string; none: (code: string) => string; all: string }
  moves: { title: string; lead: string; none: string; link: string }
  leaf: {
    title: (n: string) => string
    lead: string
    number: (n: string) => string
    hash: string
    statement: string
    signedUnder: string
    bundle: string
    back: string
    hiddenCase: string
  }
  fact: Record<string, string>
  /** Words of the code, as people read them. */
  word: Record<string, string>
  sealed: (n: number) => string
  fromTo: (from: string, to: string) => string
  yes: string
  no: string
  /** Link from the page of a case. */
  seeInLog: string
}

export const text: Record<Lang, LogText> = { vi, en }
