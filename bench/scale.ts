import type { Bench } from './report.ts'
import { compareSizes, type Town } from './sizes.ts'

const pages = {
  inbox: { url: '/lam-viec?view=due', as: 'hoa' },
  'inbox, all': { url: '/lam-viec?view=all', as: 'hoa' },
  case: { url: '/lam-viec/don/{code}', as: 'hoa' },
  'register (API)': { url: '/api/v1/petitions?limit=20', as: null },
  'register, by status and unit (API)': { url: '/api/v1/petitions?status=answered&unit={unit}&limit=20', as: null },
  'search, a common word': { url: '/api/v1/petitions?q=duong', as: null },
  'search, two words with tones': { url: '/api/v1/petitions?q=%C4%91%C6%B0%E1%BB%9Dng%20ng%E1%BA%ADp', as: null },
  'search, a rare word': { url: '/api/v1/petitions?q=hiem{n}', as: null },
} as const

/** p95 of the pages that lists and search make slow, at 1,000 and at 100,000 petitions. */
export const scale: Bench = (report) =>
  compareSizes(report, { petitions: true, noun: 'petitions', pages, fill: (town, _, size) => fill(town.pool, size), samples })

async function samples({ pool }: Town) {
  const { rows } = await pool.query<{ code: string; unit: string }>(
    'select code, (select id from units order by id limit 1) as unit from petitions order by random() limit 50',
  )
  return rows
}

/** Cases that one statement copies: well within the limit that the connection sets a statement. */
const CHUNK = 10_000

/** Copies of the town's cases, spread over five years and written in the order of their days, as cases come in; until there are so many. */
export async function fill(pool: Town['pool'], size: number): Promise<void> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from petitions')
  for (let have = rows[0]!.n; have < size; have += CHUNK) await copyCases(pool, have + 1, Math.min(have + CHUNK, size), size)
  await pool.query('vacuum analyze petitions')
}

async function copyCases(pool: Town['pool'], from: number, to: number, size: number): Promise<void> {
  await pool.query(
    `with sample as (select *, row_number() over (order by code) - 1 as place, count(*) over () as total from petitions where code like 'PL-%')
     insert into petitions (authority_id, id, code, kind, instance, status, step, subject, body, salt, channel, publish, cleared_at, unit_id, officer_id, secret_hash, client_token,
       received_at, received_on, accepted_on, due_on, extended, outcome, promised_on, answered_on, answered_late, verdict, search_plain, search_toned)
     select 1, gen_random_uuid(), 'BN-2020-' || lpad(g::text, 7, '0'), kind, 1, status, step, subject, body, salt, channel, publish, cleared_at,
       (select id from units order by md5(id::text || g) limit 1), null, secret_hash, gen_random_uuid(),
       received_at - age.days * interval '1 day' + g * interval '1 millisecond', received_on - age.days, accepted_on, due_on - age.days, extended, outcome, promised_on, answered_on, answered_late, verdict,
       search_plain || to_tsvector('simple', 'hiem' || g), search_toned || to_tsvector('simple', 'hiem' || g)
     from generate_series($1::int, $2::int) g cross join lateral (select 1800 - (g::bigint * 1800 / $3::int)::int as days) as age join sample on sample.place = g % (select total from sample limit 1)`,
    [from, to, size],
  )
}
