import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { built } from './built.ts'
import { type Bench, median } from './report.ts'
import { openTown, scope } from './town.ts'

const { projectRoot } = built

const ROUNDS = 6
const CONNECTIONS = 32
/** Requests of one round: a second or two. */
const REQUESTS = 32_000
const ONLINE = 20_000

type Town = Awaited<ReturnType<typeof openTown>>

/**
 * The article page with counting on against a bare node:http that answers with the same bytes and headers, in turns: each request
 * is a new visitor. Every other round begins with 20,000 visitors online. At the end the count is compared with the visitors sent.
 * Where there is no article yet, the front page stands in, and visits are compared instead of views.
 */
export const article: Bench = async (report) => {
  const town = await openTown({ petitions: true })
  const found = await findArticle(town)
  const child = fork(fileURLToPath(new URL('./article-servers.ts', import.meta.url)), [
    town.url,
    town.dataDir,
    join(projectRoot(), 'dist', 'client'),
    found?.path ?? '/',
  ])
  let visitors = 0
  try {
    const [{ ours, bare }] = (await once(child, 'message')) as [{ ours: string; bare: string }]
    const before = await countedOf(town, found)
    const load = async (url: string) => {
      const result = await autocannon({ url, connections: CONNECTIONS, amount: REQUESTS, headers: { 'accept-encoding': 'br' } })
      if (result['2xx'] !== REQUESTS) throw new Error(`${url}: ${result['2xx']} of ${REQUESTS} requests were answered`)
      if (url === ours) visitors += REQUESTS
      return REQUESTS / ((result.finish.getTime() - result.start.getTime()) / 1000)
    }
    await load(ours)
    const rounds: { ours: number; bare: number; crowded: boolean }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const crowded = round % 2 === 1
      await setOnline(town, crowded ? ONLINE : 0)
      rounds.push({ crowded, bare: await load(bare), ours: await load(ours) })
    }
    const shareOf = (crowded: boolean) => median(rounds.filter((one) => one.crowded === crowded).map((one) => one.ours / one.bare))
    report('bare node:http', median(rounds.map((one) => one.bare)), '1/s')
    report(
      found ? 'article page, a new visitor a request' : 'front page (no article yet), a new visitor a request',
      median(rounds.map((one) => one.ours)),
      '1/s',
    )
    report('to bare node:http', shareOf(false), 'ratio')
    report(`to bare node:http, ${ONLINE} visitors online`, shareOf(true), 'ratio')
    report('crowded to quiet', shareOf(true) / shareOf(false), 'ratio')
    await reportWeight(ours, report)
    child.kill('SIGTERM')
    await once(child, 'exit')
    report('visitors sent', visitors, '')
    report('counted more or less than sent', (await countedOf(town, found)) - before - visitors, '')
  } finally {
    child.kill('SIGKILL')
    await town.close()
  }
}

interface Found {
  path: string
  id: string
}

async function findArticle({ pool }: Town): Promise<Found | null> {
  const { rows } = await pool.query(`select to_regclass('articles') is not null as there`)
  if (!rows[0].there) return null
  const articles = await pool.query(`select id, slug from articles where status = 'published' order by length(body::text) desc limit 1`)
  const [row] = articles.rows
  return row ? { path: `/tin-tuc/${row.slug}`, id: row.id } : null
}

/** Views of the article, or all visits. */
async function countedOf({ pool }: Town, found: Found | null): Promise<number> {
  const { rows } = found
    ? await pool.query(`select views as n from view_totals where subject_type = 'article' and subject_id = $1`, [found.id])
    : await pool.query(`select visits as n from visit_totals where period = 'all'`)
  return rows[0]?.n ?? 0
}

/** Nobody, or so many visitors who were here this minute and are open in the database. */
async function setOnline({ pool }: Town, visitors: number): Promise<void> {
  await pool.query('delete from open_visits')
  await pool.query('delete from online_minutes')
  await pool.query(
    `insert into open_visits (authority_id, visit, minute)
     select $1, md5(n::text), extract(epoch from now()) / 60 from generate_series(1, $2::integer) as n`,
    [scope.authorityId, visitors],
  )
  await pool.query(
    `insert into online_minutes (authority_id, minute, visits) values ($1, extract(epoch from now()) / 60, $2)
     on conflict (authority_id, minute) do update set visits = excluded.visits`,
    [scope.authorityId, visitors],
  )
}

/** What a first visit to the page loads beside fonts: its HTML, its style and its own scripts. */
async function reportWeight(url: string, report: Parameters<Bench>[0]): Promise<void> {
  const read = async (address: string) =>
    Buffer.from(await (await fetch(address, { headers: { 'sec-purpose': 'prefetch' } })).arrayBuffer())
  const html = await read(url)
  const files = [...html.toString().matchAll(/<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"/g)]
  const parts = [html, ...(await Promise.all(files.map(([, href]) => read(new URL(href!, url).href))))]
  report('HTML, CSS and scripts of the page, gzip', parts.reduce((sum, part) => sum + gzipSync(part).length, 0) / 1000, 'kB')
}
