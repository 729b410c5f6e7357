import type { Trx } from '../../../platform/database.ts'
import { addJob } from '../../../platform/jobs.ts'
import { writeTogether } from '../../../platform/write-together.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { silenceMail } from '../../notices/index.ts'
import { consentWrite, withdrawConsents } from '../../personal-data/index.ts'
import { isPublic, type Petition } from '../petition.ts'
import { findFiler, lockPetition } from '../petition-repository.ts'
import { type Follower, followerMatter, hasEnded } from './follower.ts'
import {
  addFollower,
  changeFollower,
  countAsked,
  countFollower,
  findByAccount,
  findByAddress,
  lastPublicSeq,
  lockFollower,
  removeEnded,
  removeFollower,
} from './follower-repository.ts'

export const ASK_JOB = 'askFollower'
const DAY_MS = 86_400_000
/** Unanswered questions that one address gets in a day, whichever the cases: nobody's mailbox is flooded with them. */
const MOST_ASKED = 5

interface Asking {
  email: string
  lang: Lang
  now: Date
}

/**
 * Follows with an account, at once and without mail. Safe to do again.
 * @throws NotFound when not public · DomainError case_ended 409, own_case 409
 */
export async function followWithAccount(
  trx: Trx,
  scope: Scope,
  petitionId: string,
  accountId: string,
  lang: Lang,
  now: Date,
): Promise<void> {
  await lockFollowable(trx, scope, petitionId)
  if ((await findFiler(trx, scope, petitionId))?.accountId === accountId) throw new DomainError('own_case', 409)
  const id = newId(now.getTime())
  const toldSeq = await lastPublicSeq(trx, scope, petitionId)
  await removeEnded(trx, scope, petitionId, accountId)
  const isNew = await addFollower(trx, scope, { id, petitionId, email: null, accountId, lang, askedAt: now, confirmedAt: now, toldSeq })
  if (!isNew) return
  await countFollower(trx, scope, petitionId, 1)
  await consent(trx, scope, id, now)
}

/**
 * Asks an address whether it wants to follow: one mail a day and address, and few a day for all cases together. What comes back is
 * the same whether it follows already or not.
 * @throws NotFound when not public · DomainError case_ended 409
 */
export async function askToFollow(trx: Trx, scope: Scope, petitionId: string, { email, lang, now }: Asking): Promise<void> {
  await lockFollowable(trx, scope, petitionId)
  const known = await findByAddress(trx, scope, petitionId, email)
  if (known?.emailConfirmedAt || !(await mayAsk(trx, scope, known, email, now))) return
  const id = known?.id ?? newId(now.getTime())
  if (known) await changeFollower(trx, scope, id, { lang, asked_at: now })
  else await addFollower(trx, scope, { id, petitionId, email, accountId: null, lang, askedAt: now, confirmedAt: null, toldSeq: 0 })
  await ask(trx, scope, id, now)
}

/**
 * Mail for somebody who follows with an account: the address is asked first, as any other.
 * @throws NotFound when not public · DomainError not_following 409
 */
export async function askAccountAddress(trx: Trx, scope: Scope, petitionId: string, accountId: string, asking: Asking): Promise<void> {
  const { email, lang, now } = asking
  await lockFollowable(trx, scope, petitionId)
  const own = await findByAccount(trx, scope, petitionId, accountId)
  if (!own) throw new DomainError('not_following', 409)
  const known = await findByAddress(trx, scope, petitionId, email)
  // A mailbox that confirmed by itself goes on as it is; one that never answered is joined with the account.
  if (known?.emailConfirmedAt || !(await mayAsk(trx, scope, known?.id === own.id ? known : undefined, email, now))) return
  if (known && known.id !== own.id) await removeFollower(trx, scope, known.id)
  await changeFollower(trx, scope, own.id, { email, lang, asked_at: now, email_confirmed_at: null })
  await ask(trx, scope, own.id, now)
}

/** What pressing the button of the mail led to. */
export type Confirmed = 'followed' | 'already' | 'ownCase'

/**
 * The one who reads the mailbox says yes: counted once, and told from now on. The address of the case's own filer is taken away again.
 * @throws NotFound when unknown, erased meanwhile or no longer public · DomainError case_ended 409
 */
export async function confirmFollowing(
  trx: Trx,
  scope: Scope,
  follower: Pick<Follower, 'id' | 'petitionId'>,
  now: Date,
): Promise<Confirmed> {
  const petition = await lockPetition(trx, scope, follower.petitionId)
  const row = await lockFollower(trx, scope, follower.id)
  if (!petition || !isPublic(petition) || !row?.email) throw new NotFound()
  if (row.emailConfirmedAt) return 'already'
  if (hasEnded(petition)) throw new DomainError('case_ended', 409)
  if ((await findFiler(trx, scope, petition.id))?.email?.toLowerCase() === row.email.toLowerCase()) {
    if (row.confirmedAt) await changeFollower(trx, scope, row.id, { email: null })
    else await removeFollower(trx, scope, row.id)
    return 'ownCase'
  }
  await changeFollower(trx, scope, row.id, {
    confirmed_at: row.confirmedAt ?? now,
    email_confirmed_at: now,
    told_seq: await lastPublicSeq(trx, scope, petition.id),
  })
  if (!row.confirmedAt) await countFollower(trx, scope, petition.id, 1)
  await consent(trx, scope, row.id, now)
  return 'followed'
}

/** Ends it: address and account are erased, mail that waits is not sent, and the count goes down. Safe to do again. */
export async function stopFollowing(trx: Trx, scope: Scope, follower: Pick<Follower, 'id' | 'petitionId'>, now: Date): Promise<void> {
  await lockPetition(trx, scope, follower.petitionId)
  const row = await lockFollower(trx, scope, follower.id)
  if (!row) return
  await removeFollower(trx, scope, row.id)
  if (row.confirmedAt) {
    await countFollower(trx, scope, row.petitionId, -1)
    await withdrawConsents(trx, scope, followerMatter(row), ['notifications'], { byRole: 'follower', at: now })
  }
  await silenceMail(trx, scope, followerMatter(row))
}

async function lockFollowable(trx: Trx, scope: Scope, petitionId: string): Promise<Petition> {
  const petition = await lockPetition(trx, scope, petitionId)
  if (!petition || !isPublic(petition)) throw new NotFound()
  if (hasEnded(petition)) throw new DomainError('case_ended', 409)
  return petition
}

/** Once a day for one case, and a few times a day for all. */
async function mayAsk(trx: Trx, scope: Scope, known: Follower | undefined, email: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - DAY_MS)
  if (known && known.askedAt > since) return false
  return (await countAsked(trx, scope, email, since)) < MOST_ASKED
}

function ask(trx: Trx, { authorityId }: Scope, id: string, now: Date): Promise<void> {
  const on = civilDateOf(now)
  return addJob(trx, ASK_JOB, { authorityId, id, on }, `${ASK_JOB}:${id}:${on}`)
}

function consent(trx: Trx, scope: Scope, id: string, at: Date): Promise<void> {
  const said = [{ purpose: 'notifications' as const, given: true }]
  return writeTogether(trx, [consentWrite(scope, followerMatter({ id }), said, { askedAt: 'follow', byRole: 'follower', at })])
}
