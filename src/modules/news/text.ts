import type { Lang } from '../../shared/lang.ts'
import type { PersonalKind } from '../../shared/privacy-guard.ts'
import type { ArticleKind, ArticleStatus } from './article.ts'
import type { ArticleAct } from './lifecycle.ts'
import type { ListView } from './pages/office-page.tsx'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface NewsText {
  errors: Record<
    | 'body_missing'
    | 'picture_without_words'
    | 'four_eyes_needed'
    | 'four_eyes_correction'
    | 'not_due'
    | 'ratings_already_so'
    | 'ratings_not_of_pages'
    | 'article_conflict'
    | 'file_missing'
    | 'file_unconfirmed'
    | 'file_in_use'
    | 'personal_data_unconfirmed',
    string
  >
  fields: Record<string, string>
  status: Record<ArticleStatus, string>
  act: Record<ArticleAct, string>
  /** Sentences of the history, by entry type. */
  event: Record<string, string>
  role: Record<string, string>
  public: {
    title: string
    lead: string
    none: string
    noneHere: string
    all: string
    categories: string
    below: (name: string) => string
    tag: (name: string) => string
    views: (n: string) => string
    comments: (n: string) => string
    author: (name: string) => string
    source: (name: string) => string
    category: string
    tags: string
    print: string
    back: string
    share: { title: string; copy: string; copied: string; mail: string; facebook: string; zalo: string }
    related: string
    newer: string
    older: string
    revised: (when: string) => string
    changes: string
    reason: string
    withdrawn: string
    withdrawnLead: (when: string) => string
    printed: (address: string) => string
    publishedOn: string
  }
  office: {
    title: string
    lead: string
    views: Record<ListView, string>
    head: { title: string; status: string; changed: string; shown: string }
    none: string
    administration: string
    kinds: Record<'all' | ArticleKind, string>
    kindLabel: string
    pageTag: string
    add: string
    addLead: string
    create: string
    noCategory: string
    edit: string
    seeText: string
    onSite: string
    acts: string
    noActs: string
    /** Why a button is not there. */
    barred: {
      title: string
      four_eyes_needed: (acts: string, edition: number) => string
      four_eyes_correction: string
    }
    done: string
    saved: string
    preview: string
    empty: string
    history: string
    facts: string
    editions: string
    edition: (n: number) => string
    scheduledFor: (when: string) => string
    hints: Record<'title' | 'lead' | 'markup' | 'tags' | 'author' | 'source' | 'at' | 'withdraw' | 'revise' | 'returnToDraft', string>
    ratings: Record<'areOn' | 'areOff' | 'turnOn' | 'turnOff', string>
    save: string
    saveRevision: string
    notEditable: string
    othersTyping: (names: string) => string
    markupHelp: { title: string; lines: readonly (readonly [string, string])[] }
  }
  settings: {
    title: string
    lead: string
    fourEyes: string
    fourEyesHint: string
    on: string
    off: string
    byWhom: (name: string, when: string) => string
    onlyHead: string
    save: string
    saved: string
  }
  conflict: {
    title: string
    lead: string
    yours: string
    theirs: string
    takeOver: string
    differences: string
  }
  diff: {
    title: string
    from: string
    to: string
    show: string
    added: string
    removed: string
    none: string
    restyled: string
    takeUp: (n: number) => string
  }
  guard: { title: string; lead: string; checked: string; kind: Record<PersonalKind, string> }
  files: {
    title: string
    lead: string
    none: string
    add: string
    choose: string
    chooseHint: string
    code: string
    remove: string
    confirm: string
    confirmed: (when: string) => string
    seen: string
    inEditor: string
  }
  draft: { found: (when: string) => string; discard: string }
}

export const text: Record<Lang, NewsText> = { vi, en }
