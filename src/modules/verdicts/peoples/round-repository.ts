import type { Db, Trx } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { isUuid, newId } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Matter } from '../../history/index.ts'
import { forgetMarks } from '../../readers/index.ts'
import { type Figures, type Round, roundMatter, type Said, sumOf } from './verdict.ts'
import './peoples.table.ts'

const roundColumns = [
  'id',
  'matter_type as matterType',
  'matter_id as matterId',
  'round',
  'opened_on as openedOn',
  'said_done as done',
  'said_partly as partly',
  'said_not as not',
] as const

function roundsOf(db: Db, scope: Scope) {
  return db.selectFrom('verdict_rounds').select(roundColumns).where('authority_id', '=', scope.authorityId)
}

const ofMatter = (db: Db, scope: Scope, { type, id }: Matter) =>
  roundsOf(db, scope).where('matter_type', '=', type).where('matter_id', '=', id)

/** All rounds of a matter, the current one first. */
export function listRounds(db: Db, scope: Scope, matter: Matter): Promise<Round[]> {
  return ofMatter(db, scope, matter).orderBy('round', 'desc').execute()
}

export function findRound(db: Db, scope: Scope, matter: Matter): Promise<Round | undefined> {
  return ofMatter(db, scope, matter).orderBy('round', 'desc').limit(1).executeTakeFirst()
}

/** Rounds of every matter of a type by key, for open data. */
export async function pageOfRounds(db: Db, scope: Scope, type: string, after: string | null, limit: number): Promise<Page<Round>> {
  let query = roundsOf(db, scope).where('matter_type', '=', type)
  if (after) query = query.where('id', '>', decodeCursor(after, [isUuid])[0]!)
  const rows = await query
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ id }) => [id])
}

/** The current round, made when nobody has said anything yet. The matter is locked by the caller. */
export async function holdRound(trx: Trx, scope: Scope, matter: Matter, today: CivilDate): Promise<Round> {
  return (await findRound(trx, scope, matter)) ?? addRound(trx, scope, matter, 1, today)
}

async function addRound(trx: Trx, scope: Scope, matter: Matter, round: number, today: CivilDate): Promise<Round> {
  return trx
    .insertInto('verdict_rounds')
    .values({ authority_id: scope.authorityId, id: newId(), matter_type: matter.type, matter_id: matter.id, round, opened_on: today })
    .returning(roundColumns)
    .executeTakeFirstOrThrow()
}

/** One verdict more. The whole row is written, whatever was said. */
export async function addSaid(trx: Trx, scope: Scope, { id }: Pick<Round, 'id'>, said: Said): Promise<Figures> {
  return trx
    .updateTable('verdict_rounds')
    .set((eb) => ({
      said_done: eb('said_done', '+', said === 'done' ? 1 : 0),
      said_partly: eb('said_partly', '+', said === 'partly' ? 1 : 0),
      said_not: eb('said_not', '+', said === 'not' ? 1 : 0),
    }))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .returning(['said_done as done', 'said_partly as partly', 'said_not as not'])
    .executeTakeFirstOrThrow()
}

/**
 * The matter says anew that it is done: from now on everybody may say once more what they think. The figures of the round before stay, who
 * took part in it is forgotten. The matter is locked by the caller, which sets the figures that it keeps itself to nought.
 * @returns the round that is over; null when nobody had said anything
 */
export async function openNewRound(trx: Trx, scope: Scope, matter: Matter, today: CivilDate): Promise<Round | null> {
  const last = await findRound(trx, scope, matter)
  if (!last || (sumOf(last) === 0 && !(await hasOfficial(trx, scope, last)))) return null
  await addRound(trx, scope, matter, last.round + 1, today)
  await forgetMarks(trx, scope, roundMatter(last))
  return last
}

async function hasOfficial(trx: Trx, scope: Scope, { id }: Round): Promise<boolean> {
  const row = await trx
    .selectFrom('official_verdicts')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('round_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
