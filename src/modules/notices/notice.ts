import type { Trx } from '../../platform/database.ts'
import type { MailProblem } from '../../platform/mail.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'

export const noticeStates = ['queued', 'gathered', 'sent', 'digested', 'failed', 'kept', 'silenced'] as const
/**
 * `queued`: waits for its first or next try. `kept`: no mail server is set. `failed`: given up. `gathered`: waits for the daily mail.
 * `digested`: told in the daily mail. `silenced`: the person wants no mail.
 */
export type NoticeState = (typeof noticeStates)[number]

/** `optional`: the person may silence it. `always`: law or safety wants it told. `work`: to an officer. */
export type NoticeManner = 'optional' | 'always' | 'work'

/** After so many tries a mail is given up; with the queue's growing pauses that is four days. */
export const MAX_ATTEMPTS = 25

/** The daily mail of a matter: `petition.digest`. */
export const digestKind = (matterType: string) => `${matterType}.digest`
export const isDigest = (kind: string) => kind.endsWith('.digest')

/** A mail as the administrator sees it: never its words, never its whole address. */
export interface Notice {
  id: string
  matter: Matter
  kind: string
  /** `b***@vidu.vn`; null once erased. */
  maskedTo: string | null
  subject: string
  state: NoticeState
  attempts: number
  problem: MailProblem | null
  queuedAt: Date
  sentAt: Date | null
}

/** What the choice of mail says of one kind of matter. */
export interface ChoiceWords {
  /** Over the choice, on the matter's own page. */
  title: string
  /** On the page behind the link of a mail. */
  about: (matter: string) => string
  /** What is told whatever was chosen; null: nothing. */
  always: string | null
  /** Where one mail a day can be chosen. */
  more: string
}

/** How a feature's matters are named in the outbox; registered in app.ts under the matter's type. */
export interface NoticeSource {
  kinds: Record<Lang, Readonly<Record<string, string>>>
  /** Names by id; `href` is null where this person, or a stranger, may not open it. */
  matters: (
    scope: Scope,
    actor: Actor | null,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { text: string; href: string | null }>>
  /** Where it is no case of the office; a case's own words when absent. */
  choice?: Record<Lang, ChoiceWords>
  /** True: not even the administrator sees which address mail about which matter goes to. */
  isSecret?: boolean
  /**
   * For matters that are nothing but the wish to be told: choosing "no mail" ends them, and all three choices stand on the page of the mail.
   * @returns tags of the rendered pages that change by it
   */
  stop?: (trx: Trx, scope: Scope, id: string, now: Date) => Promise<readonly string[]>
}

/** Two features write to matters of one type, such as officers: the second adds its kinds of mail. */
export function withKinds(source: NoticeSource, more: NoticeSource['kinds']): NoticeSource {
  return { ...source, kinds: { vi: { ...source.kinds.vi, ...more.vi }, en: { ...source.kinds.en, ...more.en } } }
}

/** `b***@vidu.vn`: enough to see a wrong domain, not enough to write to the person. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${[...address][0] ?? ''}***${at < 1 ? '' : address.slice(at)}`
}

/** True when an administrator may ask for another try: given up, kept, or waiting after a failure. */
export function canResend({ state, attempts, maskedTo }: Pick<Notice, 'state' | 'attempts' | 'maskedTo'>): boolean {
  return maskedTo !== null && (state === 'failed' || state === 'kept' || (state === 'queued' && attempts > 0))
}
