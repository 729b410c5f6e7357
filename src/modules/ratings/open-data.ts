import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { BOM, csvLine } from '../../shared/csv.ts'
import { isUuid } from '../../shared/ids.ts'
import { decodeCursor, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { CsvQuery, labels, PageQuery } from './fields.ts'
import type { RatingOptions } from './options.ts'
import { paths } from './paths.ts'
import { averageOf, type Totals } from './rating.ts'
import { listTotals } from './rating-repository.ts'
import { text } from './text.ts'

/** Fields of the data set, in the order of its columns. */
const fields = ['article', 'title', 'sum', 'count', 'average'] as const
type Row = Record<(typeof fields)[number], string | number | null>

/** What the index of open data says of it. */
export const ratingDataset = {
  name: 'article-ratings',
  title: { vi: text.vi.dataset.title, en: text.en.dataset.title },
  about: { vi: text.vi.dataset.about, en: text.en.dataset.about },
  fields: fields.map((name) => ({ name, meaning: { vi: text.vi.dataset.fields[name], en: text.en.dataset.fields[name] } })),
  json: paths.data,
  csv: `${paths.data}.csv`,
}

const WALK = 200

/** Sums of ratings by article, as JSON by pages and as CSV whole: of articles that readers see and somebody rated. */
export async function openDataRoutes(app: FastifyInstance, { db, articles }: RatingOptions): Promise<void> {
  const tags = ['openData']

  app.get(paths.data, { schema: { tags, summary: 'Data set: ratings of articles', querystring: PageQuery } }, async (request) => {
    const { after, limit } = parseInput(PageQuery, request.query, labels)
    const [afterId = null] = after === null ? [] : decodeCursor(after, [isUuid])
    const rows = await listTotals(db, request.scope, afterId, limit + 1)
    const page = pageOf(rows, limit, ({ articleId }) => [articleId])
    return { items: await rowsOf(request.scope, page.items), next: page.next }
  })

  app.get(
    `${paths.data}.csv`,
    { schema: { tags, summary: 'Data set as CSV: ratings of articles', querystring: CsvQuery } },
    async (request, reply) => {
      const { bom } = parseInput(CsvQuery, request.query, labels)
      return reply.type('text/csv; charset=utf-8').send(Readable.from(lines(request.scope, bom !== undefined)))
    },
  )

  async function* lines(scope: Scope, withBom: boolean): AsyncGenerator<string> {
    yield `${withBom ? BOM : ''}${csvLine(fields)}`
    let rows = await listTotals(db, scope, null, WALK)
    while (rows.length > 0) {
      for (const row of await rowsOf(scope, rows)) yield csvLine(fields.map((field) => row[field]))
      rows = await listTotals(db, scope, rows.at(-1)!.articleId, WALK)
    }
  }

  async function rowsOf(scope: Scope, totals: readonly ({ articleId: string } & Totals)[]): Promise<Row[]> {
    const ids = totals.map(({ articleId }) => articleId)
    const shown = new Map((await articles.list(db, scope, ids)).map((article) => [article.id, article]))
    return totals.flatMap(({ articleId, sum, count }) => {
      const article = shown.get(articleId)
      return article ? [{ article: article.slug, title: article.title, sum, count, average: averageOf({ sum, count }) }] : []
    })
  }
}
