import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { silenceMail } from '../../notices/index.ts'
import { localRules } from '../local-rules.ts'
import { lockPetition } from '../petition-repository.ts'
import { followerMatter, hasEnded } from './follower.ts'
import { changeFollower, lockFollower, removeFollower } from './follower-repository.ts'
import './followers.table.ts'

const DAY_MS = 86_400_000

/**
 * Takes away addresses that nobody confirmed, and all addresses and accounts some time after the case has ended; the count stays.
 * Safe to run again.
 * @returns how many followers were touched
 */
export async function eraseFollowers(db: Db, scope: Scope, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { rows } = await sql<Due>`
    select f.id, f.petition_id as "petitionId", e.over
    from petition_followers f
    join petitions p on p.authority_id = f.authority_id and p.id = f.petition_id
    cross join lateral (select f.erased_at is null and f.ended_at is null and p.status in ('closed', 'declined') and ${before(localRules.followersErasedDaysAfterEnd)} > (
      select max(at) from history_entries h
      where h.authority_id = f.authority_id and h.matter_type = 'petition' and h.matter_id = f.petition_id) as over) e
    where f.authority_id = ${scope.authorityId}
      and (e.over or (f.email is not null and f.email_confirmed_at is null and f.asked_at < ${before(localRules.followerConfirmsWithinDays)}))
    order by f.id
  `.execute(db)
  for (const row of rows) await eraseOne(db, scope, row, now)
  await db
    .deleteFrom('petition_followers')
    .where('authority_id', '=', scope.authorityId)
    .where('ended_at', '<', before(localRules.followerReadsOfEndDays))
    .execute()
  return rows.length
}

interface Due {
  id: string
  petitionId: string
  /** The case ended so long ago that nothing is kept of anybody. */
  over: boolean
}

async function eraseOne(db: Db, scope: Scope, { id, petitionId, over }: Due, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const petition = await lockPetition(trx, scope, petitionId)
    const row = await lockFollower(trx, scope, id)
    // Taken up again, or confirmed, while this waited.
    if (!petition || !row || (over ? !hasEnded(petition) : row.emailConfirmedAt)) return
    if (!row.confirmedAt) await removeFollower(trx, scope, id)
    else await changeFollower(trx, scope, id, over ? { email: null, account_id: null, erased_at: now } : { email: null })
    await silenceMail(trx, scope, followerMatter({ id }))
  })
}

/** Cases whose kept number of followers differs from the rows. */
export async function compareFollowers(db: Db, scope: Scope): Promise<{ code: string; kept: number; counted: number }[]> {
  const { rows } = await sql<{ code: string; kept: number; counted: number }>`
    select p.code, p.followers as kept, coalesce(f.n, 0)::integer as counted
    from petitions p
    left join (
      select petition_id, count(*) as n from petition_followers
      where authority_id = ${scope.authorityId} and confirmed_at is not null group by petition_id
    ) f on f.petition_id = p.id
    where p.authority_id = ${scope.authorityId} and p.followers <> coalesce(f.n, 0)
    order by p.code
  `.execute(db)
  return rows
}
