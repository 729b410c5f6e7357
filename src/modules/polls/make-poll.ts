import type { Db, Trx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import type { PollInput } from './fields.ts'
import { matterOf, type Poll } from './poll.ts'
import { setOptions } from './poll-repository.ts'
import { countsFor } from './rules.ts'
import { slugOf } from './slug.ts'
import './polls.table.ts'

const TRIES = 50

/** A new draft. */
export async function makePoll({ db, now }: { db: Db; now: () => Date }, scope: Scope, actor: Actor, input: PollInput): Promise<Poll> {
  return db.transaction().execute(async (trx) => {
    const { options, ...facts } = input
    const poll = await insertUnderFreeSlug(trx, scope, { ...facts, id: newId(), status: 'draft', endedOn: null })
    await setOptions(trx, scope, poll.id, options)
    const by = { role: 'editor', personId: actor.personId, at: now() }
    await appendEntry(trx, scope, matterOf(poll), { type: 'poll.made', audience: 'internal', facts: { options: options.length } }, by)
    await recount(trx, scope, [], countsFor(poll))
    return poll
  })
}

/** A question asked again has a number behind its address. */
export async function insertUnderFreeSlug(trx: Trx, scope: Scope, facts: Omit<Poll, 'slug' | 'version'>): Promise<Poll> {
  const base = slugOf(facts.question)
  for (let i = 1; i <= TRIES; i++) {
    const slug = i === 1 ? base : `${base}-${i}`
    const poll: Poll = { ...facts, slug, version: 1 }
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('polls')
      .values({
        authority_id: scope.authorityId,
        id: poll.id,
        slug,
        question: poll.question,
        status: poll.status,
        most_choices: poll.mostChoices,
        opens_on: poll.opensOn,
        closes_on: poll.closesOn,
        who_votes: poll.whoVotes,
        results_shown: poll.resultsShown,
        ended_on: poll.endedOn,
      })
      .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows) return poll
  }
  throw new Error(`${TRIES} polls have the address ${base} already. Ask another question.`)
}
