import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { BOM, csvLine } from '../../shared/csv.ts'
import type { Page } from '../../shared/keyset.ts'
import type { PollOptions } from './feature.ts'
import { labels } from './fields.ts'
import { paths } from './paths.ts'
import type { Poll } from './poll.ts'
import { findBySlug, getCounts, listOptions, listPolls } from './poll-repository.ts'
import { isShown, mayReadResults, shareBase, sharesOf, statusOn } from './rules.ts'

const CSV_TYPE = 'text/csv; charset=utf-8'
const fields = [
  'poll',
  'question',
  'status',
  'opensOn',
  'closesOn',
  'mostChoices',
  'voters',
  'option',
  'words',
  'votes',
  'share',
  'broughtVotes',
] as const
type Row = Record<(typeof fields)[number], string | number>

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const after = z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((cursor) => cursor ?? null)
const limit = z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(50))
const PageQuery = z.strictObject({ after, limit })
const CsvQuery = z.strictObject({ poll: z.string().max(100).optional(), bom: z.string().max(5).optional() })
const WALK = 100

/** Results that everybody may see, a row an answer, as JSON by pages of polls and as CSV whole. */
export async function openDataRoutes(app: FastifyInstance, { db, now }: PollOptions): Promise<void> {
  const tags = ['openData']
  const today = () => civilDateOf(now())

  app.get(paths.data, { schema: { tags, summary: 'Data set: results of polls', querystring: PageQuery } }, async (request) => {
    const query = parseInput(PageQuery, request.query, labels)
    const { items, next } = await listPolls(db, request.scope, ['open', 'closed'], query.after, query.limit)
    return { items: await rowsOf(request, items), next }
  })

  app.get(
    `${paths.data}.csv`,
    { schema: { tags, summary: 'Data set as CSV: results of polls', querystring: CsvQuery } },
    async (request, reply) => {
      const { poll, bom } = parseInput(CsvQuery, request.query, labels)
      const one = poll === undefined ? null : await findBySlug(db, request.scope, poll)
      const polls = one === null ? await allPolls(request) : one && isShown(one) ? [one] : []
      const rows = await rowsOf(request, polls)
      const lines = rows.map((row) => csvLine(fields.map((field) => row[field])))
      return reply.type(CSV_TYPE).send(`${bom ? BOM : ''}${csvLine(fields)}${lines.join('')}`)
    },
  )

  async function allPolls(request: FastifyRequest): Promise<Poll[]> {
    const polls: Poll[] = []
    let cursor: string | null = null
    do {
      const page: Page<Poll> = await listPolls(db, request.scope, ['open', 'closed'], cursor, WALK)
      polls.push(...page.items)
      cursor = page.next
    } while (cursor)
    return polls
  }

  async function rowsOf({ scope }: FastifyRequest, polls: readonly Poll[]): Promise<Row[]> {
    const rows: Row[] = []
    for (const poll of polls.filter((candidate) => mayReadResults(candidate, today(), false))) {
      const [options, counts] = await Promise.all([listOptions(db, scope, poll.id), getCounts(db, scope, poll.id)])
      const { slug, question, opensOn, closesOn, mostChoices } = poll
      const head = { poll: slug, question, status: statusOn(poll, today()), opensOn, closesOn, mostChoices, voters: counts.voters }
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
