import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BOM, type CsvValue, csvLine } from '../../shared/csv.ts'
import { type Dataset, datasetAddress } from '../../shared/dataset.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Page } from '../../shared/keyset.ts'
import { allow, type Bucket } from '../rate-limit.ts'
import { type FieldLabels, parseInput } from './input.ts'

/** A whole file of many pages costs the database work: a script that asks every minute gets it, a flood does not. */
const wholeFiles: Bucket = { burst: 30, perSecond: 0.2 }
/** Rows of one look into the database, for a file. */
const WALK = 500
const MOST = 100
const CSV_TYPE = 'text/csv; charset=utf-8'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const after = z.preprocess(blankIsAbsent, z.string().max(500).nullish()).transform((cursor) => cursor ?? null)
const limit = z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(MOST)).default(MOST))
const bom = z.preprocess(blankIsAbsent, z.enum(['1']).optional())

/** @throws DomainError too_many_requests 429 */
export function limitWholeFile(request: Pick<FastifyRequest, 'ip'>): void {
  if (!allow(`open-data:${request.ip}`, wholeFiles)) throw new DomainError('too_many_requests', 429)
}

export interface DatasetSource<Field extends string, Query extends z.ZodRawShape> {
  dataset: Pick<Dataset<Field>, 'name' | 'fields'>
  /** For the description of the API, behind "Data set: ". */
  summary: string
  labels: FieldLabels
  /** What narrows it down; the same for JSON and CSV. */
  query: Query
  /** One page by key; `after` is null for the first. */
  list: (
    request: FastifyRequest,
    query: z.output<z.ZodObject<Query>>,
    after: string | null,
    limit: number,
  ) => Promise<Page<Readonly<Record<Field, CsvValue>>>>
}

/** A set of open data as JSON by pages, and as CSV whole, of any size in little memory. */
export function datasetRoutes<Field extends string, Query extends z.ZodRawShape>(
  app: FastifyInstance,
  { dataset, summary, labels, query, list }: DatasetSource<Field, Query>,
): void {
  type Asked = z.output<z.ZodObject<Query>>
  type Rows = Page<Readonly<Record<Field, CsvValue>>>
  const tags = ['openData']
  const address = datasetAddress(dataset.name)
  const narrowed = z.strictObject(query)
  const PageQuery = narrowed.extend({ after, limit })
  const CsvQuery = narrowed.extend({ bom })

  app.get(address, { schema: { tags, summary: `Data set: ${summary}`, querystring: PageQuery } }, async (request) => {
    const asked = parseInput(PageQuery, request.query, labels) as Asked & { after: string | null; limit: number }
    return list(request, asked, asked.after, asked.limit)
  })

  app.get(`${address}.csv`, { schema: { tags, summary: `Data set as CSV: ${summary}`, querystring: CsvQuery } }, async (request, reply) => {
    const asked = parseInput(CsvQuery, request.query, labels) as Asked & { bom?: '1' }
    const pageAfter = (cursor: string | null) => list(request, asked, cursor, WALK)
    // Before the first byte: what is refused is refused as a problem, not as half a file.
    const first = await pageAfter(null)
    if (first.next) limitWholeFile(request)
    return reply.type(CSV_TYPE).send(Readable.from(lines(first, pageAfter, asked.bom ? BOM : '')))
  })

  async function* lines(first: Rows, pageAfter: (cursor: string) => Promise<Rows>, mark: string): AsyncGenerator<string> {
    yield `${mark}${csvLine(dataset.fields)}`
    for (let page = first; ; page = await pageAfter(page.next)) {
      yield page.items.map((row) => csvLine(dataset.fields.map((field) => row[field]))).join('')
      if (!page.next) return
    }
  }
}
