import pg from 'pg'
import { built } from './built.ts'
import { columns, linesOf, type Table } from './million-rows.ts'
import { type Bench, percentile, type Report } from './report.ts'
import { type App, openApp, signIn, type Town, timeOf } from './sizes.ts'
import { openTown, scope } from './town.ts'

const { changeCalendar, copyIn, encodeCursor, recomputePetitionClocks } = built

const SMALL = 10_000
const LARGE = 1_000_000
const TIMES = 200
const VISIT_EVERY_MS = 100
/** Cases that one COPY of each table carries. */
const CHUNK = 10_000

const pages = {
  inbox: { url: '/lam-viec?view=due', as: 'hoa' },
  'inbox, overdue': { url: '/lam-viec?view=overdue', as: 'hoa' },
  'inbox, all': { url: '/lam-viec?view=all', as: 'hoa' },
  'case page': { url: '/lam-viec/don/{code}', as: 'hoa' },
  register: { url: '/api/v1/petitions?limit=20', as: null },
  'search, a common word': { url: '/api/v1/petitions?q=duong', as: null },
  'search, a rare word': { url: '/api/v1/petitions?q=hiem{n}', as: null },
  'figures of the office': { url: '/lam-viec/so-lieu', as: 'lam' },
  'the chairman’s page': { url: '/lam-viec/tong-quan', as: 'lam' },
  'public statistics': { url: '/thong-ke?lan={n}', as: null },
} as const

/** p95 of the pages at 10,000 and at 1,000,000 cases with ten entries each, deep pages, and a change of the calendar for 100,000 clocks. */
export const million: Bench = async (report) => {
  const town = await openTown({ petitions: false })
  const app = await openApp(town)
  try {
    const cookies = { hoa: await signIn(app, 'hoa'), lam: await signIn(app, 'lam') }
    const p95: Record<string, number[]> = {}
    let from = 0
    for (const size of [SMALL, LARGE]) {
      const seconds = await load(town, from, size)
      report(`loading up to ${size} cases`, seconds, 's')
      from = size
      // The program's code is compiled while it first runs, at whatever size.
      if (size === SMALL) for (const page of Object.values(pages)) await measure(app, page, page.as ? cookies[page.as] : null, size)
      for (const [name, page] of Object.entries(pages)) {
        const value = await measure(app, page, page.as ? cookies[page.as] : null, size)
        p95[name] = [...(p95[name] ?? []), value]
        report(`p95 ${name}, ${size} cases`, value, 'ms')
      }
    }
    for (const [name, [small = Number.NaN, large = Number.NaN]] of Object.entries(p95))
      report(`${name}: ${LARGE} to ${SMALL} cases`, large / small, 'ratio')
    await deepPages(app, town, report)
    await calendarChange(app, town, cookies.hoa, report)
  } finally {
    await app.close()
    await town.close()
  }
}

/** Loads the cases `from` … `to` by COPY, and what they count towards as the acts would have kept it. */
async function load(town: Town, from: number, to: number): Promise<number> {
  const startedAt = performance.now()
  const units = await town.pool.query<{ id: string }>('select id from units order by id')
  const officer = await town.pool.query<{ person_id: string }>("select person_id from staff where 'caseOfficer' = any (roles) limit 1")
  const place = { unitIds: units.rows.map(({ id }) => id), officerId: officer.rows[0]!.person_id, now: new Date() }
  const counts = new Map<string, { name: string; owner: string; bucket: string; n: number }>()
  const client = new pg.Client({ connectionString: town.url })
  await client.connect()
  try {
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '1GB'")
    // The lines are right by construction: references and triggers, asked row by row, would take most of the time.
    await client.query("select set_config('session_replication_role', 'replica', false) where current_setting('is_superuser') = 'on'")
    const indexes = await setIndexesAside(client)
    for (let start = from; start < to; start += CHUNK) {
      const parts = Object.fromEntries(Object.keys(columns).map((table) => [table, [] as string[]])) as Record<Table, string[]>
      for (let n = start; n < Math.min(to, start + CHUNK); n++) {
        const lines = linesOf(n, LARGE, place, (all) => {
          for (const count of all) {
            const key = `${count.name}|${count.owner}|${count.bucket}`
            const entry = counts.get(key) ?? { ...count, n: 0 }
            entry.n++
            counts.set(key, entry)
          }
        })
        for (const table of Object.keys(parts) as Table[]) parts[table].push(lines[table])
      }
      for (const table of Object.keys(parts) as Table[])
        await copyIn(client, `copy ${table} (${columns[table]}) from stdin`, bytesOf(parts[table]))
    }
    for (const index of indexes) await client.query(index)
    const rows = [...counts.values()]
    await client.query(
      `insert into tallies (authority_id, name, owner, bucket, slot, n)
       select 1, name, owner, bucket, 0, n from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as kept (name, owner, bucket, n)
       on conflict (authority_id, name, owner, bucket, slot) do update set n = tallies.n + excluded.n`,
      [rows.map(({ name }) => name), rows.map(({ owner }) => owner), rows.map(({ bucket }) => bucket), rows.map(({ n }) => n)],
    )
    for (const table of Object.keys(columns)) await client.query(`vacuum analyze ${table}`)
  } finally {
    await client.end()
  }
  return (performance.now() - startedAt) / 1000
}

/** Row by row, thirty indexes take most of the time: they are built when the rows are there. @returns what makes them again */
async function setIndexesAside(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made_by: string }>(
    `select indexname as name, indexdef as made_by from pg_indexes
     where tablename = any ($1) and not exists (select from pg_constraint where conname = indexname)`,
    [Object.keys(columns)],
  )
  for (const { name } of rows) await client.query(`drop index "${name}"`)
  return rows.map(({ made_by }) => made_by)
}

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (let i = 0; i < lines.length; i += 500) yield Buffer.from(lines.slice(i, i + 500).join(''))
}

async function measure(app: App, page: { url: string }, cookie: string | null, size: number): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const n = Math.floor((size / TIMES) * i)
    const url = page.url.replace('{code}', `TR-2026-${String(n).padStart(7, '0')}`).replace('{n}', String(n))
    times.push(await timeOf(app, url, cookie))
  }
  // The first rounds warm the caches of both sides.
  return percentile(times.slice(TIMES / 4), 0.95)
}

/** Page 10,000 of the register, by its key, beside page 1. */
async function deepPages(app: App, town: Town, report: Report): Promise<void> {
  const { rows } = await town.pool.query<{ at: string; id: string }>(
    `select to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from petitions
     where publish and cleared_at is not null order by received_at desc, id desc offset 199999 limit 1`,
  )
  const after = encodeCursor([rows[0]!.at, rows[0]!.id])
  const p95: number[] = []
  for (const url of ['/api/v1/petitions?limit=20', `/api/v1/petitions?limit=20&after=${encodeURIComponent(after)}`]) {
    const times: number[] = []
    for (let i = 0; i < TIMES; i++) times.push(await timeOf(app, url, null))
    p95.push(percentile(times.slice(TIMES / 4), 0.95))
  }
  report('register, page 1', p95[0]!, 'ms')
  report('register, page 10,000', p95[1]!, 'ms')
  report('page 10,000 to page 1', p95[1]! / p95[0]!, 'ratio')
}

/** A day off is entered: 100,000 running clocks are counted again while the site answers. */
async function calendarChange(app: App, town: Town, cookie: string, report: Report): Promise<void> {
  const now = new Date()
  const on = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10) as `${number}-${number}-${number}`
  // The last day of one clock in a hundred and twenty falls on it; every open clock due later is counted again.
  const { since } = await town.db
    .transaction()
    .execute((trx) =>
      changeCalendar(
        trx,
        scope,
        { personId: 'bench' },
        { notice: { number: '1/TB', on: on(0) }, set: [{ date: on(-29), kind: 'off', name: 'Nghỉ bù' }] },
      ),
    )
  const waits: number[] = []
  // Somebody opens a page ten times a second, officer and resident by turns, whether or not the page before has come.
  const visits: Promise<void>[] = []
  const visit = async (url: string, as: string | null) => void waits.push(await timeOf(app, url, as))
  const visitor = setInterval(() => {
    visits.push(visits.length % 2 === 0 ? visit('/lam-viec?view=due', cookie) : visit('/api/v1/petitions?limit=20', null))
  }, VISIT_EVERY_MS)
  const startedAt = performance.now()
  const moved = await recomputePetitionClocks({ db: town.db, now: () => now, today: on(0), dropPages: () => undefined }, scope, {
    since,
    notice: '1/TB',
    actorId: 'bench',
  })
  report('a day off for 100,000 running clocks', (performance.now() - startedAt) / 1000, 's')
  report('clocks that moved', moved.length, 'clocks')
  clearInterval(visitor)
  await Promise.all(visits)
  report('p95 of a page meanwhile', percentile(waits, 0.95), 'ms')
}
