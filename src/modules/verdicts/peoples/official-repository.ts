import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { newId } from '../../../shared/ids.ts'
import type { Scope } from '../../accounts/index.ts'
import type { OfficialVerdict, Round } from './verdict.ts'
import './peoples.table.ts'

/** Adds what the Front or the inspectorate says now; what it said before stays. The matter is locked by the caller. */
export async function addOfficial(trx: Trx, scope: Scope, { roundId, body, said, words, minutes, givenOn, givenBy }: OfficialVerdict) {
  await trx
    .insertInto('official_verdicts')
    .values({
      authority_id: scope.authorityId,
      id: newId(),
      round_id: roundId,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from official_verdicts where authority_id = ${scope.authorityId} and round_id = ${roundId})`,
      body,
      said,
      words,
      minutes,
      given_on: givenOn,
      given_by: givenBy,
    })
    .execute()
}

/** Official verdicts of these rounds, the newest first: the first of a body in a round is the one that stands. */
export async function listOfficial(db: Db, scope: Scope, rounds: readonly Pick<Round, 'id'>[]): Promise<OfficialVerdict[]> {
  if (rounds.length === 0) return []
  return db
    .selectFrom('official_verdicts')
    .select(['round_id as roundId', 'body', 'said', 'words', 'minutes', 'given_on as givenOn', 'given_by as givenBy'])
    .where('authority_id', '=', scope.authorityId)
    .where(
      'round_id',
      'in',
      rounds.map(({ id }) => id),
    )
    .orderBy('round_id')
    .orderBy('seq', 'desc')
    .execute()
}
