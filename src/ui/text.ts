import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Words of the chrome only; words of a subject live in its module. */
export interface UiText {
  skip: string
  brand: string
  mainNav: string
  signIn: string
  signOut: string
  account: string
  otherLang: string
  demo: string
  optional: string
  problemTitle: string
  errorPrefix: string
  pages: string
  next: string
  previous: string
  breadcrumbs: string
  filter: string
  applyFilter: string
  clearFilter: string
  removeFilter: string
  appliedFilters: string
  nothing: string
  stepDone: string
  stepNow: string
  stepNext: string
  stepSkipped: string
  keyboard: string
  scrollTable: string
  notice: string
  success: string
  print: string
  chooseOne: string
  /** Of a session that nobody uses; `left` and `kept` are said aloud, `#` stands for the seconds. */
  idle: {
    label: string
    unused: string
    keep: string
    wait: string
    seconds: string
    left: string
    kept: string
    restored: string
  }
}

export const text: { vi: UiText; en: UiText } = { vi, en }
