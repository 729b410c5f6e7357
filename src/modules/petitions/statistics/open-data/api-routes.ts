import { Readable } from 'node:stream'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { parseInput } from '../../../../platform/http/index.ts'
import { allow, type Bucket } from '../../../../platform/rate-limit.ts'
import { civilDateOf } from '../../../../shared/civil-date.ts'
import { DomainError } from '../../../../shared/errors.ts'
import { listUnits } from '../../../accounts/index.ts'
import type { CitizenOptions } from '../../citizen/options.ts'
import { compareUnits } from '../compare-units.ts'
import { keptCounts, statisticsOf } from '../figures.ts'
import { labels } from '../labels.ts'
import { periodOf, yearOf } from '../period.ts'
import { text } from '../text.ts'
import { toldFigures } from '../told-figures.ts'
import { type DatasetName, datasetAddress, datasetNames, datasets, LICENCE } from './datasets.ts'
import { listRegisterRows, walkRegister } from './list-register.ts'
import { ComparisonCsvQuery, ComparisonQuery, CsvQuery, PageQuery, pageOfRows } from './query.ts'
import { comparisonRows, type DataRow, monthlyRows, nowRows } from './rows.ts'
import { csvHead, csvRow, jsonRow } from './write.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const CSV_TYPE = 'text/csv; charset=utf-8'

/** The whole register in one file costs the database work: a script that asks every minute gets it, a flood does not. */
const wholeFiles: Bucket = { burst: 30, perSecond: 0.2 }

const tags = ['openData']

/** `/api/v1/open-data`: the figures of the public page and the public register, as JSON by pages and as CSV whole. */
export const openDataApi: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db, cache, now } = options

  app.get('/api/v1/open-data', { schema: { tags, summary: 'The data sets' } }, async (request) => ({
    items: [
      ...datasetNames.map((name) => ({
        name,
        title: text[request.lang].openData.datasets[name].title,
        licence: LICENCE.href,
        fields: datasets[name],
        json: datasetAddress(name),
        csv: `${datasetAddress(name)}.csv`,
      })),
      ...(options.datasets ?? []).map(({ name, title, fields, json, csv }) => ({
        name,
        title: title[request.lang],
        licence: LICENCE.href,
        fields: fields.map((field) => field.name),
        json,
        csv,
      })),
    ],
    next: null,
  }))

  /** Rows from the kept counts; `query` has been checked. */
  const sources: Record<Exclude<DatasetName, 'register'>, (request: FastifyRequest, period: string) => Promise<DataRow[]>> = {
    monthly: async ({ scope }) => monthlyRows(...(await counted(scope))),
    now: async ({ scope }) => nowRows(...(await counted(scope))),
    comparison: async ({ scope }, name) => {
      const statistics = await statisticsOf(db, scope, { period: periodOf(name)!, today: today() })
      return comparisonRows(name, compareUnits(toldFigures(statistics).units, statistics.residents))
    },
  }
  const today = () => civilDateOf(now())
  const counted = async (scope: FastifyRequest['scope']) =>
    [await keptCounts(db, scope, today()), await listUnits(db, scope), today()] as const satisfies Parameters<typeof monthlyRows>

  for (const name of ['monthly', 'now', 'comparison'] as const) {
    const json = name === 'comparison' ? ComparisonQuery : PageQuery
    const csv = name === 'comparison' ? ComparisonCsvQuery : CsvQuery
    const rowsFor = (request: FastifyRequest, query: object) =>
      sources[name](request, (query as { period?: string }).period ?? yearOf(today()))
    const keyOf = (path: string, query: object) => `${path} ${JSON.stringify(query)} ${today()}`

    app.get(datasetAddress(name), { schema: { tags, summary: `Data set: ${name}`, querystring: json } }, async (request, reply) => {
      const query = parseInput(json, request.query, labels)
      const render = async () => {
        const { items, next } = pageOfRows(await rowsFor(request, query), query.after, query.limit)
        return JSON.stringify({ items: items.map(jsonRow), next })
      }
      return cache.send(request, reply, { key: keyOf(datasetAddress(name), query), tags: ['home'], type: JSON_TYPE, render })
    })

    app.get(
      `${datasetAddress(name)}.csv`,
      { schema: { tags, summary: `Data set as CSV: ${name}`, querystring: csv } },
      async (request, reply) => {
        const query = parseInput(csv, request.query, labels)
        const render = async () => csvHead(name, query.bom) + (await rowsFor(request, query)).map((row) => csvRow(name, row)).join('')
        return cache.send(request, reply, { key: keyOf(`${datasetAddress(name)}.csv`, query), tags: ['home'], type: CSV_TYPE, render })
      },
    )
  }

  app.get(
    datasetAddress('register'),
    { schema: { tags, summary: 'Data set: the public register, newest first, without words', querystring: PageQuery } },
    async (request) => {
      const { after, limit } = parseInput(PageQuery, request.query, labels)
      return listRegisterRows(db, request.scope, after, limit)
    },
  )

  app.get(
    `${datasetAddress('register')}.csv`,
    { schema: { tags, summary: 'Data set as CSV: the public register', querystring: CsvQuery } },
    async (request, reply) => {
      const { bom } = parseInput(CsvQuery, request.query, labels)
      if (!allow(`open-data:${request.ip}`, wholeFiles)) throw new DomainError('too_many_requests', 429)
      return reply.type(CSV_TYPE).send(Readable.from(registerLines(request.scope, bom)))
    },
  )

  async function* registerLines(scope: FastifyRequest['scope'], bom: boolean): AsyncGenerator<string> {
    yield csvHead('register', bom)
    for await (const rows of walkRegister(db, scope)) yield rows.map((row) => csvRow('register', { ...row })).join('')
  }
}
