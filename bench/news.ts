import type { Bench } from './report.ts'
import { compareSizes, type Town } from './sizes.ts'

/** Lists of the news: for readers by the API, which is drawn each time, and the desk of the newsroom. */
const pages = {
  'readers’ list (API)': { url: '/api/v1/articles?limit=20', as: null },
  'readers’ list of a category (API)': { url: '/api/v1/articles?limit=20&category={category}', as: null },
  'the desk, all': { url: '/lam-viec/tin-bai', as: 'tuyet' },
  'the desk, published': { url: '/lam-viec/tin-bai?xem=published', as: 'tuyet' },
  'the desk, one article': { url: '/lam-viec/tin-bai/{id}', as: 'tuyet' },
} as const

/** p95 of the news' lists at 1,000 and at 100,000 articles. */
export const news: Bench = (report) => compareSizes(report, { petitions: true, noun: 'articles', pages, fill, samples })

async function samples({ pool }: Town) {
  const { rows } = await pool.query<{ id: string; category: string }>(
    'select a.id, c.slug as category from articles a join article_categories c on c.id = a.category_id order by random() limit 50',
  )
  return rows
}

/** Articles that one statement copies: well within the limit that the connection sets a statement. */
const CHUNK = 10_000

/** Copies of the town's published articles, an hour apart, until there are so many. */
async function fill({ pool }: Town, _: number, size: number): Promise<void> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from articles')
  for (let have = rows[0]!.n; have < size; have += CHUNK)
    await pool.query(
      `with sample as (
         select *, row_number() over (order by slug) - 1 as place, count(*) over () as total from articles
         where status = 'published' and kind = 'article' and slug not like 'bench-%')
       insert into articles (authority_id, id, slug, status, version, edition, title, lead, body, category_id, tags, author, source, published_at, updated_at, created_at, edited_by)
       select 1, gen_random_uuid(), 'bench-' || g, status, 1, 1, title, lead, body, coalesce(category_id, (select id from article_categories order by id limit 1)), '{}', author, source,
         published_at - g * interval '1 hour', updated_at - g * interval '1 hour', created_at - g * interval '1 hour', edited_by
       from generate_series($1::int, $2::int) g join sample on sample.place = g % (select total from sample limit 1)`,
      [have + 1, Math.min(have + CHUNK, size)],
    )
  await pool.query('vacuum analyze articles')
}
