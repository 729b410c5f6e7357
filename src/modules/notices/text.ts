import type { MailProblem } from '../../platform/mail.ts'
import type { Lang } from '../../shared/lang.ts'
import type { NoticeChoice } from './choice.ts'
import type { ChoiceWords, NoticeState } from './notice.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface NoticesText {
  administration: string
  title: string
  lead: string
  notConfigured: { title: string; sentence: string }
  states: Record<NoticeState, string>
  retrying: (attempts: number) => string
  attempts: (attempts: number) => string
  problems: Record<MailProblem, string>
  filter: { label: string; all: string }
  columns: { when: string; kind: string; to: string; matter: string; state: string; act: string }
  sentAt: (when: string) => string
  erased: string
  resend: string
  /** For readers of the screen: which mail the button is about. */
  resendAbout: (subject: string) => string
  resent: string
  empty: { title: string; sentence: string }
  emptyState: string
  /** How much mail somebody wants about one matter. */
  choice: {
    /** Of a case of the office. */
    ofCase: ChoiceWords
    label: string
    choices: Record<NoticeChoice, string>
    hints: Record<NoticeChoice, string>
    save: string
    saved: string
    /** Last lines of each mail. */
    inMail: (url: string) => string
    /** The page behind that link. */
    page: {
      title: string
      now: Record<NoticeChoice, string>
      stop: string
      resume: string
      stopped: string
      resumed: string
    }
    /** Where "no mail" ends it all. */
    ending: { title: string; none: string; noneHint: string; goneTitle: string; gone: string }
  }
  /** Mails about one case, as its officers see them. */
  ofCase: {
    title: string
    none: string
    columns: { kind: string; queued: string; state: string; to: string }
  }
  fields: Record<'choice', string>
  errors: Record<'notice_not_resendable' | 'mail_not_configured', string>
}

export const text: Record<Lang, NoticesText> = { vi, en }
