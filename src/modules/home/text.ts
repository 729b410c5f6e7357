import type { Lang } from '../../shared/lang.ts'
import type { SearchKind } from './search/search-kind.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface HomeText {
  nav: {
    home: string
    news: string
    newsroom: string
    documents: string
    polls: string
    menus: string
    file: string
    track: string
    register: string
    statistics: string
    reception: string
    office: string
    admin: string
    moderation: string
    mine: string
    deadlines: string
    search: string
  }
  title: string
  hero: { title: string; accent: string; lead: string; file: string; register: string }
  track: { label: string; placeholder: string; submit: string }
  score: {
    title: (month: string) => string
    received: string
    onTime: string
    overdue: string
    none: string
    units: string
    unitHead: readonly [string, string]
    unitValue: (onTime: string, late: number) => string
    verdict: (yes: string, of: string) => string
    noVerdict: string
    more: string
    explain: string
  }
  /** The four doors; what is not built yet says so. */
  doors: { title: string; text: string; href: string; facts: readonly string[]; notYet?: string }[]
  news: { title: string; more: string; none: string }
  recent: { title: string; lead: string; more: string; none: string }
  footer: {
    documents: string
    publicLog: string
    polls: string
    reception: string
    contact: string
    organisation: string
    book: string
    motto: string
    data: string
    api: string
    feed: string
    personalData: string
    openData: string
    software: string
    count: string
  }
  search: {
    title: string
    titleFor: (words: string) => string
    label: string
    submit: string
    hint: string
    nothingToSearch: string
    kinds: string
    all: string
    kind: Readonly<Record<SearchKind, string>>
    /** In the address; Vietnamese in both languages. */
    addresses: Readonly<Record<SearchKind, string>>
    more: (kind: string) => string
    first: string
    none: (words: string) => string
    didYouMean: string
    anyTones: string
    tips: string
    sitePages: readonly { href: string; title: string; words: string }[]
  }
  demoNotice: string
  problem: { whatNow: string; home: string; back: string; happened: string }
}

export const text: Record<Lang, HomeText> = { vi, en }
