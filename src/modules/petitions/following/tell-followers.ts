import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { addJob } from '../../../platform/jobs.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { localPath } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { listHistory } from '../../history/index.ts'
import { silenceMail } from '../../notices/index.ts'
import type { PetitionFeature } from '../feature.ts'
import { localRules } from '../local-rules.ts'
import { isPublic, matterOf, owesPromise, type Petition } from '../petition.ts'
import { lockPetition } from '../petition-repository.ts'
import { confirmationToken, type Follower, followerMatter } from './follower.ts'
import { isToldStep, type MailSite, mailSite, queueOwn, queueStep } from './follower-mail.ts'
import { changeFollower, findFollower, lastPublicSeq, lockFollower, removeFollower } from './follower-repository.ts'
import { confirmPath } from './paths.ts'
import { text } from './text.ts'

export const TELL_JOB = 'tellFollowers'
/** Followers told in one transaction: the case is locked meanwhile. */
const PAGE = 100

export interface TellingOptions {
  db: Db
  appKey: Buffer
  /** Null: mails carry no links. */
  publicUrl: string | null
  now: () => Date
}

/** After an act on a case that somebody follows: its followers are told soon after, apart from the act. */
export function followersToTell(): NonNullable<PetitionFeature['afterAct']> {
  return (trx, scope, petition) => (petition.followers > 0 ? askForTelling(trx, scope, petition.id) : Promise.resolve())
}

/** The key makes of many askings one, as long as the job waits. */
export function askForTelling(trx: Trx, { authorityId }: Scope, petitionId: string): Promise<void> {
  return addJob(trx, TELL_JOB, { authorityId, petitionId }, `${TELL_JOB}:${petitionId}`)
}

/** The one mail to an address that nobody has confirmed; none when it was answered or erased meanwhile. */
export async function sendQuestion(options: TellingOptions, scope: Scope, id: string, on: string): Promise<void> {
  const { db, appKey, publicUrl } = options
  await db.transaction().execute(async (trx) => {
    const known = await findFollower(trx, scope, id)
    const petition = known && (await lockPetition(trx, scope, known.petitionId))
    const follower = await lockFollower(trx, scope, id)
    if (!petition || !follower?.email || follower.emailConfirmedAt || !isPublic(petition)) return
    const path = localPath(follower.lang, confirmPath(confirmationToken(appKey, scope, id)))
    const url = publicUrl ? `${new URL(publicUrl).origin}${path}` : path
    const { mail } = text[follower.lang]
    await queueOwn(trx, scope, follower, petition, {
      kind: 'follower.confirm',
      key: `follower.confirm:${id}:${on}`,
      site: await mailSite(trx, scope, publicUrl),
      news: (facts) => `${mail.confirm(facts, localRules.followerConfirmsWithinDays)}\n\n${mail.confirmLink(url)}`,
    })
  })
}

/**
 * Tells the followers of one case what is new in its public history, or that it is public no longer. Safe to run again and in two
 * workers at once: the case is locked, and each follower's last told entry is written down with the mail.
 */
export async function tellFollowers(options: TellingOptions, scope: Scope, petitionId: string): Promise<void> {
  const site = await mailSite(options.db, scope, options.publicUrl)
  let done = false
  while (!done) done = await options.db.transaction().execute((trx) => tellPage(trx, scope, petitionId, site, options.now()))
}

async function tellPage(trx: Trx, scope: Scope, petitionId: string, site: MailSite, now: Date): Promise<boolean> {
  const petition = await lockPetition(trx, scope, petitionId)
  if (!petition) return true
  if (!isPublic(petition)) return endFollowings(trx, scope, petition, site, now)
  const last = await lastPublicSeq(trx, scope, petitionId)
  const behind = await followersOf(trx, scope, petitionId)
    .where('email_confirmed_at', 'is not', null)
    .where('email', 'is not', null)
    .where('told_seq', '<', last)
    .execute()
  if (behind.length === 0) return true
  const entries = (await listHistory(trx, scope, matterOf(petition), ['public'])).filter(isToldStep)
  for (const follower of behind) {
    for (const entry of entries) if (entry.seq > follower.toldSeq) await queueStep(trx, scope, follower, petition, entry, site)
    await changeFollower(trx, scope, follower.id, { told_seq: last })
  }
  return behind.length < PAGE
}

/** The case left the register: who confirmed an address is told so, and everything about the followers goes; an account reads so in its list for a while. */
async function endFollowings(trx: Trx, scope: Scope, petition: Petition, site: MailSite, now: Date): Promise<boolean> {
  const followers = await followersOf(trx, scope, petition.id).execute()
  for (const follower of followers) {
    await silenceMail(trx, scope, followerMatter(follower))
    if (follower.email && follower.emailConfirmedAt) {
      const news = text[follower.lang].mail.ended
      await queueOwn(trx, scope, follower, petition, { kind: 'follower.ended', key: `follower.ended:${follower.id}`, site, news })
    }
    const ended = { email: null, email_confirmed_at: null, confirmed_at: null, ended_at: now }
    if (follower.accountId && follower.confirmedAt) await changeFollower(trx, scope, follower.id, ended)
    else await removeFollower(trx, scope, follower.id)
  }
  if (followers.length === PAGE) return false
  await trx
    .updateTable('petitions')
    .set({ followers: 0 })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', petition.id)
    .where('followers', '>', 0)
    .execute()
  return true
}

function followersOf(trx: Trx, scope: Scope, petitionId: string) {
  return trx
    .selectFrom('petition_followers')
    .select([
      'id',
      'petition_id as petitionId',
      'email',
      'account_id as accountId',
      'lang',
      'asked_at as askedAt',
      'confirmed_at as confirmedAt',
    ])
    .select(['email_confirmed_at as emailConfirmedAt', 'told_seq as toldSeq'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .limit(PAGE)
    .forUpdate()
    .$castTo<Follower>()
}

/** What no act asked for: calendars that moved days, units carried over, requests about data. Each hour. */
export async function tellAllFollowers(options: TellingOptions, scope: Scope): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct f.petition_id as id
    from petition_followers f
    join petitions p on p.authority_id = f.authority_id and p.id = f.petition_id
    where f.authority_id = ${scope.authorityId} and f.ended_at is null
      and (not (p.publish and p.cleared_at is not null and p.status <> 'withdrawn')
        or (f.email_confirmed_at is not null and f.email is not null and f.told_seq < (
          select max(seq) from history_entries h
          where h.authority_id = f.authority_id and h.matter_type = 'petition' and h.matter_id = f.petition_id and h.audience = 'public')))
  `.execute(options.db)
  for (const { id } of rows) await tellFollowers(options, scope, id)
}

/** Promises whose day has passed: told once for each promised day, to who followed before. Each morning. */
export async function tellLatePromises(options: TellingOptions, scope: Scope): Promise<void> {
  const today = civilDateOf(options.now())
  const site = await mailSite(options.db, scope, options.publicUrl)
  const late = await options.db
    .selectFrom('petitions')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where(sql<boolean>`status = 'answered' and outcome = 'promised' and promise_kept_on is null`)
    .where('due_on', '<', today)
    .where('followers', '>', 0)
    .execute()
  for (const { id } of late) {
    let after = '00000000-0000-0000-0000-000000000000'
    while (after) after = await options.db.transaction().execute((trx) => tellLate(trx, scope, { id, after, today, site }))
  }
}

/** @returns where the next page begins; blank at the end */
async function tellLate(
  trx: Trx,
  scope: Scope,
  { id, after, today, site }: { id: string; after: string; today: string; site: MailSite },
): Promise<string> {
  const petition = await lockPetition(trx, scope, id)
  const dueOn = petition?.dueOn
  if (!petition || !dueOn || dueOn >= today || !owesPromise(petition) || !isPublic(petition)) return ''
  const followers = await followersOf(trx, scope, id)
    .where('id', '>', after)
    .where('email', 'is not', null)
    .where(sql<boolean>`email_confirmed_at < ${dueOn}::date + 1`)
    .execute()
  for (const follower of followers) {
    const key = `follower.promiseLate:${follower.id}:${dueOn}`
    const news = () => text[follower.lang].mail.promiseLate(dueOn)
    await queueOwn(trx, scope, follower, petition, { kind: 'follower.promiseLate', key, site, news })
  }
  return followers.length < PAGE ? '' : followers.at(-1)!.id
}
