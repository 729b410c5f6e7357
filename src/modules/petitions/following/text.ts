import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Mails to followers that are not a step of the case. */
export const ownKinds = ['follower.confirm', 'follower.ended', 'follower.promiseLate', 'follower.digest'] as const
export type OwnKind = (typeof ownKinds)[number]

/** What a mail to a follower may know: what the public page shows. */
export interface FollowerFacts {
  code: string
  authority: string
  /** The public subject; null when the case is not public any more. */
  subject: string | null
  /** Public page of the case; null: the site's own address is not known. */
  caseUrl: string | null
}

/** Words of following somebody else's public case. */
export interface FollowingText {
  /** Link from a public case and from a row of similar cases. */
  link: string
  linkAbout: (subject: string) => string
  /** How many say "me too". */
  count: (n: string, many: boolean) => string
  nobody: string
  card: string
  cardLead: string
  /** For the office. */
  office: { title: string; lead: string; mark: (n: string) => string }
  page: {
    title: string
    lead: string
    email: string
    emailHint: (days: number) => string
    ask: string
    asked: string
    askedLead: (days: number) => string
    signIn: string
    press: string
    following: string
    mailTitle: string
    mailLead: string
    mailNow: string
    mailAsk: string
    stop: string
    stopped: string
    own: string
    ownLink: string
    ended: string
    back: string
    list: string
  }
  confirm: {
    title: string
    lead: (code: string) => string
    press: string
    done: string
    doneLead: string
    ownCase: string
    ended: string
    toCase: string
  }
  list: { title: string; ended: (code: string) => string; lead: string; empty: string; emptyLink: string }
  mail: {
    kinds: Record<OwnKind, string>
    subject: Record<OwnKind | 'step', (code: string) => string>
    greeting: string
    about: (code: string, subject: string) => string
    confirm: (facts: FollowerFacts, days: number) => string
    /** `url` may be the path alone, where the site's address is not known. */
    confirmLink: (url: string) => string
    step: string
    ended: (facts: FollowerFacts) => string
    promiseLate: (dueOn: CivilDate) => string
    digest: string
    newDue: (title: string, dueOn: CivilDate) => string
    promised: (title: string, on: CivilDate) => string
    due: (dueOn: CivilDate) => string
    see: (url: string | null) => string
    closing: (authority: string) => string
  }
  fields: Record<'email', string>
  errors: Record<'case_ended' | 'own_case' | 'not_following' | 'not_public', string>
}

export const text: Record<Lang, FollowingText> = { vi, en }
