import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/index.ts'
import { BOM, csvLine } from '../../shared/csv.ts'
import { labels } from './labels.ts'
import { listPeriods, type PeriodCount } from './list-periods.ts'
import { paths } from './paths.ts'

const tags = ['openData']
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const by = z.preprocess(blankIsAbsent, z.enum(['day', 'month']).default('day'))
const JsonQuery = z.strictObject({
  by,
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullable().default(null)),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(100)),
})
const CsvQuery = z.strictObject({ by, bom: z.preprocess(blankIsAbsent, z.enum(['1']).optional()) })

/** Names of the columns, as in JSON. */
export const fields = ['startsOn', 'visits', 'carriedOver', 'pages', 'robotPages'] as const satisfies readonly (keyof PeriodCount)[]
/** More days than this make no file: forty years. */
const MOST_ROWS = 15_000

/** `/api/v1/open-data/visits`: visits by day or month, newest first, as JSON by pages and as CSV whole. */
export const openDataRoutes: FastifyPluginAsync<{ db: Db }> = async (app, { db }) => {
  app.get(
    paths.data,
    { schema: { tags, summary: 'Data set: visits by day or month, newest first', querystring: JsonQuery } },
    (request) => {
      const query = parseInput(JsonQuery, request.query, labels)
      return listPeriods(db, request.scope, query.by, query.after, query.limit)
    },
  )

  app.get(
    `${paths.data}.csv`,
    { schema: { tags, summary: 'Data set as CSV: visits by day or month', querystring: CsvQuery } },
    async (request, reply) => {
      const query = parseInput(CsvQuery, request.query, labels)
      const { items } = await listPeriods(db, request.scope, query.by, null, MOST_ROWS)
      const lines = items.map((row) => csvLine(fields.map((field) => row[field])))
      return reply.type('text/csv; charset=utf-8').send(`${query.bom ? BOM : ''}${csvLine(fields)}${lines.join('')}`)
    },
  )
}
