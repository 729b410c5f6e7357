import type { Db } from '../../platform/database.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { countArrival, identityOn, markOnce, type Reader } from '../readers/index.ts'
import { matterOf, type Poll } from './poll.ts'
import { addVote, getCounts, holdPoll } from './poll-repository.ts'
import { faultOf, isShown, statusOn } from './rules.ts'

export interface VoteOptions {
  db: Db
  appKey: Buffer
  now: () => Date
}

export interface Ballot {
  slug: string
  choices: readonly number[]
  reader: Reader
  /** As the server sees it. */
  address: string
}

/**
 * Takes one secret vote: marks that this reader has voted and adds to the counts, in one transaction, with nothing that ties the two.
 * Whatever throws has counted nothing.
 * @throws NotFound · DomainError poll_withdrawn, poll_closed, already_voted 409, poll_needs_account 403, no_choice, unknown_option,
 * too_many_options 422, too_many_from_address 429
 */
export async function vote({ db, appKey, now }: VoteOptions, scope: Scope, { slug, choices, reader, address }: Ballot): Promise<Poll> {
  return db.transaction().execute(async (trx) => {
    const poll = await holdPoll(trx, scope, slug)
    // The moment counts at which the poll is held, not that of the press: after the last day no vote comes in.
    const today = civilDateOf(now())
    if (!poll || !isShown(poll)) throw new NotFound()
    if (poll.status === 'withdrawn') throw new DomainError('poll_withdrawn', 409)
    if (statusOn(poll, today) !== 'open') throw new DomainError('poll_closed', 409)
    if (poll.whoVotes === 'accounts' && reader.accountId === null) throw new DomainError('poll_needs_account', 403)
    const matter = matterOf(poll)
    const identity = identityOn(appKey, scope, matter, reader)
    if (!identity) throw new DomainError('no_reader', 422)
    if (!(await markOnce(trx, scope, matter, identity))) throw new DomainError('already_voted', 409)
    const { votes } = await getCounts(trx, scope, poll.id)
    const fault = faultOf(choices, votes.length, poll.mostChoices)
    if (fault) throw new DomainError(fault, 422, { most: poll.mostChoices })
    if (!identity.hasAccount) await countArrival(trx, appKey, scope, matter, { address, today })
    await addVote(trx, scope, poll.id, choices)
    return poll
  })
}
