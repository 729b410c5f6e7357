import { join } from 'node:path'
import { built } from './built.ts'
import { type Bench, percentile } from './report.ts'
import { appKey, openTown, PASSWORD } from './town.ts'

const { createApp, projectRoot } = built

const SMALL = 1_000
const LARGE = 100_000
const TIMES = 100

/** Lists of the news: for readers by the API, which is drawn each time, and the desk of the newsroom. */
const pages = {
  'readers’ list (API)': { url: '/api/v1/articles?limit=20', as: null },
  'readers’ list of a category (API)': { url: '/api/v1/articles?limit=20&category={category}', as: null },
  'the desk, all': { url: '/lam-viec/tin-bai', as: 'tuyet' },
  'the desk, published': { url: '/lam-viec/tin-bai?xem=published', as: 'tuyet' },
  'the desk, one article': { url: '/lam-viec/tin-bai/{id}', as: 'tuyet' },
} as const

/** p95 of the news' lists at 1,000 and at 100,000 articles, from the same program. */
export const news: Bench = async (report) => {
  const town = await openTown({ petitions: true })
  const app = await createApp({
    config: { dataDir: town.dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
    connection: town,
    databaseUrl: town.url,
    appKey,
    clientDir: join(projectRoot(), 'dist', 'client'),
  })
  try {
    const signIn = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'tuyet', password: PASSWORD } })
    const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const p95: Record<string, number[]> = {}
    for (const size of [SMALL, LARGE]) {
      await fill(town.pool, size)
      for (const [name, { url, as }] of Object.entries(pages)) {
        const value = await measure(app, town.pool, url, as ? { cookie } : {})
        p95[name] = [...(p95[name] ?? []), value]
        report(`p95 ${name}, ${size} articles`, value, 'ms')
      }
    }
    for (const [name, [small = Number.NaN, large = Number.NaN]] of Object.entries(p95))
      report(`${name}: ${LARGE} to ${SMALL} articles`, large / small, 'ratio')
  } finally {
    await app.close()
    await town.close()
  }
}

type Town = Awaited<ReturnType<typeof openTown>>
type App = Awaited<ReturnType<typeof createApp>>

async function measure(app: App, pool: Town['pool'], path: string, headers: Record<string, string>): Promise<number> {
  const { rows } = await pool.query<{ id: string; category: string }>(
    `select a.id, c.slug as category from articles a join article_categories c on c.id = a.category_id order by random() limit 50`,
  )
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const row = rows[n % rows.length]!
    const url = path.replace('{id}', row.id).replace('{category}', encodeURIComponent(row.category))
    const startedAt = performance.now()
    const answer = await app.inject({ url, headers })
    times.push(performance.now() - startedAt)
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
  }
  return percentile(times.slice(TIMES / 4), 0.95)
}

/** Copies of the town's published articles, an hour apart, until there are so many. */
async function fill(pool: Town['pool'], size: number): Promise<void> {
  await pool.query(
    `with have as (select count(*)::int as n from articles), sample as (
       select *, row_number() over (order by slug) - 1 as place, count(*) over () as total from articles where status = 'published' and slug not like 'bench-%')
     insert into articles (authority_id, id, slug, status, version, edition, title, lead, body, category_id, tags, author, source, published_at, updated_at, created_at, edited_by)
     select 1, gen_random_uuid(), 'bench-' || g, status, 1, 1, title, lead, body, coalesce(category_id, (select id from article_categories order by id limit 1)), '{}', author, source,
       published_at - g * interval '1 hour', updated_at - g * interval '1 hour', created_at - g * interval '1 hour', edited_by
     from have, generate_series(have.n + 1, $1::int) g join sample on sample.place = g % (select total from sample limit 1)`,
    [size],
  )
  await pool.query('vacuum analyze articles')
}
