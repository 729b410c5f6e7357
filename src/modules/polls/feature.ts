import type { FastifyRequest } from 'fastify'
import { addJob } from '../../platform/jobs.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import type { Scope } from '../accounts/index.ts'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import { labels } from './fields.ts'
import { lifecycle, type PollAct, type PollRole } from './lifecycle.ts'
import type { Poll, PollStatus } from './poll.ts'
import { lockPoll, savePoll } from './poll-repository.ts'
import { countsFor, rolesOn } from './rules.ts'
import type { VoteOptions } from './vote.ts'

type PollFeature = Feature<Poll, PollStatus, PollAct, PollRole, never>

/** Pages that name polls: their list, the front page. */
export const POLLS_TAG = 'polls'
/** The job that opens and closes polls. */
export const MOVE_JOB = 'movePolls'

/** What the routes of polls are given by app.ts. */
export interface PollOptions extends RunnerOptions, VoteOptions {
  cache: RenderCache
  publicUrl: string | null
}

const feature: PollFeature = {
  type: 'poll',
  lifecycle,
  acts,
  labels,
  lock: lockPoll,
  rolesOn: (caller, poll) => rolesOn(caller.actor, poll),
  save: savePoll,
  // The law sets no time for a poll.
  clockOf: () => null,
  counts: countsFor,
  // One that is made ready for today opens at once.
  afterAct: async (trx, _scope, _poll, act) => {
    if (act === 'schedule') await addJob(trx, MOVE_JOB, {}, MOVE_JOB)
  },
  tags: () => [POLLS_TAG],
}

/** Does an act for whoever sends this request; the same for the form and the API. */
export function actOn(
  options: RunnerOptions,
  request: Pick<FastifyRequest, 'scope' | 'actor'>,
  poll: Pick<Poll, 'id'>,
  act: PollAct,
  input: unknown,
): Promise<Poll> {
  const { scope, actor } = request
  return runAct(options, feature, { scope, id: poll.id, act, input, caller: { actor, holdsSecret: () => false } })
}

/** The worker opens or closes a poll on its day. */
export function actByClock(options: RunnerOptions, scope: Scope, poll: Pick<Poll, 'id'>, act: 'open' | 'close'): Promise<Poll> {
  const byClock: PollFeature = { ...feature, rolesOn: () => new Set(['clock'] as const) }
  return runAct(options, byClock, { scope, id: poll.id, act, input: {}, caller: { actor: null, holdsSecret: () => false } })
}
