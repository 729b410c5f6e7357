import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import type { Poll, PollCounts, PollOption, PollStatus } from './poll.ts'
import './polls.table.ts'

export const pollColumns = [
  'id',
  'slug',
  'question',
  'status',
  'version',
  'most_choices as mostChoices',
  'opens_on as opensOn',
  'closes_on as closesOn',
  'who_votes as whoVotes',
  'results_shown as resultsShown',
  'ended_on as endedOn',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  question: 'question',
  status: 'status',
  version: 'version',
  mostChoices: 'most_choices',
  opensOn: 'opens_on',
  closesOn: 'closes_on',
  whoVotes: 'who_votes',
  resultsShown: 'results_shown',
  endedOn: 'ended_on',
} as const satisfies Partial<Record<keyof Poll, string>>

function pollsOf(db: Db, scope: Scope) {
  return db.selectFrom('polls').select(pollColumns).where('authority_id', '=', scope.authorityId)
}

export function findBySlug(db: Db, scope: Scope, slug: string): Promise<Poll | undefined> {
  return pollsOf(db, scope).where('slug', '=', slug).executeTakeFirst()
}

export function lockPoll(trx: Trx, scope: Scope, id: string): Promise<Poll | undefined> {
  return pollsOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** For a vote: many vote at once, and no act changes the poll meanwhile. */
export function holdPoll(trx: Trx, scope: Scope, slug: string): Promise<Poll | undefined> {
  return pollsOf(trx, scope).where('slug', '=', slug).forShare().executeTakeFirst()
}

export async function savePoll(trx: Trx, scope: Scope, poll: Poll, set: Partial<Poll>): Promise<Poll> {
  const changed = Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof typeof columnOf], value]))
  await trx.updateTable('polls').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', poll.id).execute()
  return { ...poll, ...set }
}

export async function listOptions(db: Db, scope: Scope, pollId: string): Promise<PollOption[]> {
  return db
    .selectFrom('poll_options')
    .select(['place', 'words'])
    .where('authority_id', '=', scope.authorityId)
    .where('poll_id', '=', pollId)
    .orderBy('place')
    .execute()
}

/** Sets the options of a poll that nobody has voted in, and its counts to zero. */
export async function setOptions(trx: Trx, scope: Scope, pollId: string, words: readonly string[]): Promise<void> {
  const key = { authority_id: scope.authorityId, poll_id: pollId }
  await trx.deleteFrom('poll_options').where('authority_id', '=', scope.authorityId).where('poll_id', '=', pollId).execute()
  await trx
    .insertInto('poll_options')
    .values(words.map((option, i) => ({ ...key, place: i + 1, words: option })))
    .execute()
  const votes = words.map(() => 0)
  await trx
    .insertInto('poll_counts')
    .values({ ...key, votes })
    .onConflict((conflict) => conflict.columns(['authority_id', 'poll_id']).doUpdateSet({ votes }))
    .execute()
}

export async function getCounts(db: Db, scope: Scope, pollId: string): Promise<PollCounts> {
  const row = await db
    .selectFrom('poll_counts')
    .select(['voters', 'votes', 'brought_votes', 'brought_on'])
    .where('authority_id', '=', scope.authorityId)
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow()
  const { voters, votes, brought_votes, brought_on } = row
  return { voters, votes, brought: brought_votes && brought_on ? { votes: brought_votes, on: brought_on } : null }
}

/** What an earlier portal had counted, in the transaction that makes the poll. @param ballots how many gave these votes, as far as known */
export async function setBroughtVotes(
  trx: Trx,
  scope: Scope,
  pollId: string,
  { votes, on, ballots }: { votes: number[]; on: CivilDate; ballots: number },
): Promise<void> {
  await trx
    .updateTable('poll_counts')
    .set({ voters: ballots, votes, brought_votes: votes, brought_on: on })
    .where('authority_id', '=', scope.authorityId)
    .where('poll_id', '=', pollId)
    .execute()
}

/** One voter more. The whole row is written, the chosen answers and the others alike. */
export async function addVote(trx: Trx, scope: Scope, pollId: string, choices: readonly number[]): Promise<void> {
  const added = sql<number[]>`(
    select array_agg(n + (place = any(${[...choices]}::int[]))::int order by place) from unnest(votes) with ordinality as kept (n, place))`
  await trx
    .updateTable('poll_counts')
    .set({ voters: sql`voters + 1`, votes: added })
    .where('authority_id', '=', scope.authorityId)
    .where('poll_id', '=', pollId)
    .execute()
}

/** Polls by their first day, the newest first. */
export async function listPolls(
  db: Db,
  scope: Scope,
  statuses: readonly PollStatus[],
  after: string | null,
  limit: number,
): Promise<Page<Poll>> {
  let query = pollsOf(db, scope).where('status', 'in', [...statuses])
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDate, isUuid])
    query = query.where(sql<boolean>`(opens_on, id) < (${on}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('opens_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ opensOn, id }) => [opensOn, id])
}

/** What is on for everybody today; the newest. */
export function findCurrent(db: Db, scope: Scope, today: CivilDate): Promise<Poll | undefined> {
  return pollsOf(db, scope)
    .where('status', '=', 'open')
    .where('opens_on', '<=', today)
    .where('closes_on', '>=', today)
    .orderBy('opens_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Polls whose day to open or to close has come. */
export function listToMove(db: Db, scope: Scope, today: CivilDate): Promise<Poll[]> {
  return pollsOf(db, scope)
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'scheduled'), eb('opens_on', '<=', today)]),
        eb.and([eb('status', '=', 'open'), eb('closes_on', '<', today)]),
      ]),
    )
    .orderBy('opens_on')
    .orderBy('id')
    .execute()
}

export function listToForget(db: Db, scope: Scope, endedBefore: CivilDate): Promise<{ id: string }[]> {
  return db
    .selectFrom('polls')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('ended_on', '<', endedBefore)
    .where('marks_forgotten', '=', false)
    .execute()
}
