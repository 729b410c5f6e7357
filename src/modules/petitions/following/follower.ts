import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { type ChoiceKeys, choiceToken, matterOfToken } from '../../notices/index.ts'
import type { Petition } from '../petition.ts'

/** Somebody who also has what a public case tells of, and wants to hear what becomes of it. */
export interface Follower {
  id: string
  petitionId: string
  /** Null: follows with an account alone. */
  email: string | null
  accountId: string | null
  lang: Lang
  /** When the address was last asked; of an account without one, when it began. */
  askedAt: Date
  confirmedAt: Date | null
  emailConfirmedAt: Date | null
  toldSeq: number
}

/** The reference by which notices and consents name a follower. */
export function followerMatter({ id }: { id: string }) {
  return { type: 'follower', id }
}

/** What the link of confirmation is signed for: a link that stops the mail confirms nothing. */
const CONFIRMATION = 'followerConfirmation'

export function confirmationToken(appKey: Buffer, scope: Scope, id: string): string {
  return choiceToken(appKey, scope, { type: CONFIRMATION, id })
}

/** The follower whom a link of ours confirms; undefined for every other text. */
export function followerOfToken({ appKey }: Pick<ChoiceKeys, 'appKey'>, scope: Scope, token: string): string | undefined {
  return matterOfToken(appKey, scope, token, [CONFIRMATION])?.id
}

/** True when nothing more will happen that could be told. */
export function hasEnded({ status }: Pick<Petition, 'status'>): boolean {
  return status === 'closed' || status === 'declined' || status === 'withdrawn'
}
