import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { datasetRoutes } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import type { Page } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { pollsDataset, type ResultField } from './dataset.ts'
import type { PollOptions } from './feature.ts'
import { labels } from './fields.ts'
import type { Poll } from './poll.ts'
import { findBySlug, getCounts, listOptions, listPolls } from './poll-repository.ts'
import { isShown, mayReadResults, shareBase, sharesOf, statusOn } from './rules.ts'

type Row = Record<ResultField, string | number>

const query = { poll: z.string().max(100).optional() }

/** Results that everybody may see, a row an answer; pages are of polls. */
export async function openDataRoutes(app: FastifyInstance, { db, now }: PollOptions): Promise<void> {
  datasetRoutes(app, {
    dataset: pollsDataset,
    summary: 'results of polls',
    labels,
    query,
    list: async ({ scope }, { poll }, after, limit) => {
      const { items, next } =
        poll === undefined ? await listPolls(db, scope, ['open', 'closed'], after, limit) : await onlyPoll(scope, poll)
      return { items: await rowsOf(scope, items), next }
    },
  })

  async function onlyPoll(scope: Scope, slug: string): Promise<Page<Poll>> {
    const poll = await findBySlug(db, scope, slug)
    return { items: poll && isShown(poll) ? [poll] : [], next: null }
  }

  async function rowsOf(scope: Scope, polls: readonly Poll[]): Promise<Row[]> {
    const today = civilDateOf(now())
    const rows: Row[] = []
    for (const poll of polls.filter((candidate) => mayReadResults(candidate, today, false))) {
      const [options, counts] = await Promise.all([listOptions(db, scope, poll.id), getCounts(db, scope, poll.id)])
      const { slug, question, opensOn, closesOn, mostChoices } = poll
      const head = { poll: slug, question, status: statusOn(poll, today), opensOn, closesOn, mostChoices, voters: counts.voters }
      const shares = sharesOf({ ...counts, voters: shareBase(poll, counts) })
      rows.push(
        ...options.map(({ place, words }, i) => ({
          ...head,
          option: place,
          words,
          votes: shares[i]?.votes ?? 0,
          share: Math.round((shares[i]?.share ?? 0) * 10_000) / 10_000,
          broughtVotes: counts.brought?.votes[i] ?? 0,
        })),
      )
    }
    return rows
  }
}
