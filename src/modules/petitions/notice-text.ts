import type { CivilDate } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import { en } from './notice-text.en.ts'
import { vi } from './notice-text.vi.ts'
import type { Stage } from './petition.ts'

export const noticeKinds = [
  'petition.received',
  'petition.accepted',
  'petition.declined',
  'petition.answered',
  'petition.askedToComplete',
  'petition.guided',
  'petition.transferred',
  'petition.reportedBack',
  'petition.extended',
  'petition.suspended',
  'petition.resumed',
  'petition.dialogueInvited',
  'petition.dialogueRecorded',
  'petition.promiseKept',
  'petition.closed',
  'petition.reopened',
  'petition.secretRenewed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a mail may know: nothing that the filer wrote, and never the secret. */
export interface NoticeFacts {
  code: string
  authority: string
  /** Where to look it up; null: the site's own address is not known. */
  trackingUrl: string | null
  /** Running clocks, soonest first. */
  due: readonly { stage: Stage; dueOn: CivilDate; local: boolean }[]
}

/** Words of the mails to the person who filed. */
export interface NoticeText {
  kinds: Record<NoticeKind, string>
  /** No personal text: read on locked screens. */
  subject: Record<NoticeKind, (code: string) => string>
  /** The events of a day in one mail. */
  digest: {
    kind: string
    subject: (code: string) => string
    lead: (facts: NoticeFacts) => string
    line: (when: string, what: string) => string
  }
  greeting: string
  opening: Record<NoticeKind, (facts: NoticeFacts) => string>
  dueLead: string
  due: (stage: Stage, dueOn: CivilDate, local: boolean) => string
  tracking: (url: string | null) => string
  secret: string
  closing: (authority: string) => string
}

export const noticeText: Record<Lang, NoticeText> = { vi, en }

/** Names of all mails about a case. */
export function noticeKindNames(lang: Lang): Readonly<Record<string, string>> {
  const { kinds, digest } = noticeText[lang]
  return { ...kinds, 'petition.digest': digest.kind }
}
