import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { noticePersonalData } from '../../notices/index.ts'
import { listConsents } from '../../personal-data/index.ts'
import { stopFollowing } from './follow.ts'
import { followerMatter } from './follower.ts'
import './followers.table.ts'

/** What an account follows: to be given with the copy of the account, and ended when it is erased. */
export const followingPersonalData = {
  collect: async (db: Db, scope: Scope, accountId: string) => {
    const rows = await ofAccount(db, scope, accountId)
    const followed = rows.map(async ({ id, petitionId: _, ...row }) => ({
      ...row,
      ...(await noticePersonalData.collect(db, scope, followerMatter({ id }))),
      consents: (await listConsents(db, scope, followerMatter({ id }))).map(({ purpose, given, at }) => ({ purpose, given, at })),
    }))
    return { followed: await Promise.all(followed) }
  },

  /** In the order of the cases, so that two erasures never wait for each other crosswise. */
  erase: async (trx: Trx, scope: Scope, accountId: string, now: Date): Promise<void> => {
    const rows = await ofAccount(trx, scope, accountId)
    for (const row of rows.toSorted((a, b) => (a.petitionId < b.petitionId ? -1 : 1))) {
      await stopFollowing(trx, scope, row, now)
      await noticePersonalData.erase(trx, scope, followerMatter(row))
    }
  },
}

/** Also what is not confirmed yet, and cases that left the register since. */
function ofAccount(db: Db, scope: Scope, accountId: string) {
  return db
    .selectFrom('petition_followers')
    .innerJoin('petitions', (join) =>
      join
        .onRef('petitions.authority_id', '=', 'petition_followers.authority_id')
        .onRef('petitions.id', '=', 'petition_followers.petition_id'),
    )
    .select([
      'petition_followers.id',
      'petition_followers.petition_id as petitionId',
      'petitions.code',
      'petition_followers.email',
      'petition_followers.confirmed_at as since',
      'petition_followers.ended_at as until',
    ])
    .where('petition_followers.authority_id', '=', scope.authorityId)
    .where('petition_followers.account_id', '=', accountId)
    .orderBy('petition_followers.id')
    .execute()
}
