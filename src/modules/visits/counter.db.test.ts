import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { addView, dayIn, newBatch } from './batch.ts'
import { createVisitCounter } from './counter.ts'
import { readFigures } from './figures.ts'
import { sweepVisits } from './sweep.ts'
import { setStartingViews, viewsOf } from './views.ts'
import { writeBatch } from './write-batch.ts'

const { db, pool } = await testDatabase()
const scope = { authorityId: 1 }
const article = { type: 'article', id: 'a' }
const other = { type: 'article', id: 'b' }
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

let clock = new Date('2026-11-26T03:00:00Z')
const errors: string[] = []
const at = (time: string) => {
  clock = new Date(time)
}

/** A process: its own memory, the same database and key. */
const aProcess = (database = db) =>
  createVisitCounter({
    db: database,
    appKey: Buffer.alloc(32, 7),
    secureCookies: false,
    now: () => clock,
    log: { error: (_details, message) => errors.push(message) },
  })
type Process = ReturnType<typeof aProcess>

/** A reader with a browser that keeps its cookies. */
function aReader(userAgent = FIREFOX) {
  let cookie: string | undefined
  return {
    opens(process: Process, subject: { type: string; id: string } | null = null, headers: Record<string, string> = {}) {
      const request = {
        method: 'GET',
        headers: { 'user-agent': userAgent, ...(cookie ? { cookie: `x=1; ${cookie}; y=2` } : {}), ...headers },
      }
      const set = process.arrive(request, scope, subject)
      if (set) cookie = set.split(';')[0]
      return set
    },
    cookie: () => cookie,
    copyOf(from: string) {
      cookie = from
    },
  }
}

const figures = () => readFigures(db, scope, clock)
const views = async (id = 'a') => (await viewsOf(db, scope, 'article', [id])).get(id) ?? 0

beforeAll(async () => {
  await pool.query(
    `insert into authorities (id, slug, name, short_name, code_prefix, tier, valid_from) values (1, 'xa', 'Xã', 'Xã', 'XA', 'commune', '2026-01-01')`,
  )
})

beforeEach(async () => {
  at('2026-11-26T03:00:00Z')
  errors.length = 0
  await pool.query('truncate visit_totals, visit_imports, view_totals, open_visits, open_visit_views, online_minutes, visit_batches')
})

describe('a view', () => {
  test('counts once a visit: reloads, other pages between, and another process change nothing', async () => {
    const [one, two] = [aProcess(), aProcess()]
    const reader = aReader()
    for (const [process, subject] of [
      [one, article],
      [one, article],
      [two, article],
      [one, other],
      [two, other],
      [two, null],
      [one, other],
      [two, article],
    ] as const) {
      reader.opens(process, subject)
      await Promise.all([one.flush(), two.flush()])
    }
    expect([await views('a'), await views('b')]).toEqual([1, 1])
    expect(await figures()).toMatchObject({ today: 1, month: 1, total: 1, online: 1 })
  })

  test('seen by two processes in the same second, still counts once', async () => {
    const processes = [aProcess(), aProcess(), aProcess()]
    const reader = aReader()
    reader.opens(processes[0]!, null)
    for (const process of processes) for (let i = 0; i < 5; i++) reader.opens(process, article)
    await Promise.all(processes.map((process) => process.flush()))
    expect(await views()).toBe(1)
    expect((await figures()).today).toBe(1)
  })

  test('counts again in a later visit', async () => {
    const one = aProcess()
    const reader = aReader()
    reader.opens(one, article)
    at('2026-11-26T03:31:00Z')
    reader.opens(one, article)
    await one.flush()
    expect([await views(), (await figures()).today]).toEqual([2, 2])
  })

  test('a visit goes on while pages come within thirty minutes, and remembers what it viewed', async () => {
    const one = aProcess()
    const reader = aReader()
    for (let minutes = 0; minutes <= 240; minutes += 30) {
      at(new Date(Date.parse('2026-11-26T03:00:30Z') + minutes * 60_000).toISOString())
      reader.opens(one, article)
      reader.opens(one, other)
      await one.flush()
      await sweepVisits(db, clock)
    }
    expect([await views('a'), await views('b'), (await figures()).total]).toEqual([1, 1, 1])
  })

  test('begins where the counter of an earlier portal stood', async () => {
    await db.transaction().execute((trx) => setStartingViews(trx, scope, article, 181))
    const one = aProcess()
    aReader().opens(one, article)
    await one.flush()
    expect(await views()).toBe(182)
  })
})

describe('who is counted', () => {
  test.each([
    ['robots', 'GET', { 'user-agent': GOOGLEBOT }],
    ['HEAD', 'HEAD', { 'user-agent': FIREFOX }],
    ['pages fetched ahead', 'GET', { 'user-agent': FIREFOX, 'sec-purpose': 'prefetch;prerender' }],
    ['pages fetched ahead, as older browsers say it', 'GET', { 'user-agent': FIREFOX, purpose: 'prefetch' }],
    ['what a script fetches', 'GET', { 'user-agent': FIREFOX, 'sec-fetch-dest': 'empty' }],
  ])('not %s, and they are given no cookie', async (_who, method, headers) => {
    const one = aProcess()
    expect(one.arrive({ method, headers }, scope, article)).toBeNull()
    await one.flush()
    expect(await views()).toBe(0)
    expect(await figures()).toMatchObject({ today: 0, total: 0, online: 0 })
  })

  test('robots are counted apart', async () => {
    const one = aProcess()
    for (let i = 0; i < 3; i++) aReader(GOOGLEBOT).opens(one, article)
    aReader().opens(one, article)
    await one.flush()
    const day = await db.selectFrom('visit_totals').selectAll().where('period', '=', 'day').executeTakeFirstOrThrow()
    expect(day).toMatchObject({ visits: 1, pages: 1, robot_pages: 3 })
    const view = await db.selectFrom('view_totals').selectAll().executeTakeFirstOrThrow()
    expect(view).toMatchObject({ views: 1, robot_views: 3 })
  })

  test('whoever refuses the cookie is a new visitor with each page', async () => {
    const one = aProcess()
    for (let i = 0; i < 3; i++) aReader().opens(one, article)
    await one.flush()
    expect([await views(), (await figures()).today]).toEqual([3, 3])
  })

  test('a forged, changed, foreign or stale cookie is no cookie', async () => {
    const one = aProcess()
    const reader = aReader()
    reader.opens(one, article)
    const [name, value] = reader.cookie()!.split('=') as [string, string]
    const [id, minute, first, signature] = value.split('.')
    const forged = [
      `${id}.${minute}.${first}.${'A'.repeat(22)}`,
      `${'B'.repeat(22)}.${minute}.${first}.${signature}`,
      `${id}.${(Number.parseInt(minute!, 36) + 1).toString(36)}.${first}.${signature}`,
      `${id}.${minute}..${signature}`,
      value.slice(0, -1),
      '',
      'x'.repeat(4000),
    ]
    for (const cookie of forged) {
      const forger = aReader()
      forger.copyOf(`${name}=${cookie}`)
      expect(forger.opens(one, article)).toMatch(/^congdan_visit=/)
    }
    await one.flush()
    expect((await figures()).today).toBe(1 + forged.length)
  })

  test('the cookie is for the server alone, of this browser session, and holds nothing of the reader', () => {
    const set = aReader().opens(aProcess(), article)!
    expect(set).toMatch(/^congdan_visit=[\w-]{22}\.[0-9a-z]+\.[\w-]{8}\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('the cookie is not written anew within the minute', () => {
    const one = aProcess()
    const reader = aReader()
    reader.opens(one, article)
    expect(reader.opens(one, article)).toBeNull()
    at('2026-11-26T03:01:00Z')
    expect(reader.opens(one, article)).toMatch(/^congdan_visit=/)
  })
})

describe('at midnight in Asia/Ho_Chi_Minh', () => {
  test('a visit belongs to the day of its request, whenever and by whichever process it is written', async () => {
    const [one, two] = [aProcess(), aProcess()]
    at('2026-11-30T16:59:59.999Z')
    for (let i = 0; i < 5; i++) aReader().opens(i % 2 ? one : two)
    at('2026-11-30T17:00:00.000Z')
    for (let i = 0; i < 3; i++) aReader().opens(i % 2 ? one : two)
    at('2026-11-30T17:00:01Z')
    await one.flush()
    await two.flush()
    const rows = await db
      .selectFrom('visit_totals')
      .select(['period', 'starts_on', 'visits'])
      .orderBy('period')
      .orderBy('starts_on')
      .execute()
    expect(rows.map((row) => [row.period, row.starts_on, row.visits])).toEqual([
      ['all', '2000-01-01', 8],
      ['day', '2026-11-30', 5],
      ['day', '2026-12-01', 3],
      ['month', '2026-11-01', 5],
      ['month', '2026-12-01', 3],
    ])
    expect(two.figures(scope)).toMatchObject({ today: 3, month: 3, total: 8 })
  })

  test('figures read before midnight show a new day at nought after it', async () => {
    const one = aProcess()
    at('2026-11-26T16:59:00Z')
    aReader().opens(one)
    await one.flush()
    at('2026-11-26T17:00:00Z')
    expect(one.figures(scope)).toMatchObject({ today: 0, month: 1, total: 1, day: '2026-11-27' })
  })
})

describe('online now', () => {
  test('is who was seen within five minutes, each once however many pages and tabs, in any process', async () => {
    const [one, two] = [aProcess(), aProcess()]
    const stays = aReader()
    for (let i = 0; i < 4; i++) aReader().opens(one)
    stays.opens(two)
    for (let minute = 1; minute <= 4; minute++) {
      at(`2026-11-26T03:0${minute}:10Z`)
      const tab = aReader()
      tab.copyOf(stays.cookie()!)
      // Two tabs send the same old cookie to two processes in the same minute.
      tab.opens(one)
      stays.opens(two)
      await Promise.all([one.flush(), two.flush()])
      expect((await figures()).online).toBe(5)
    }
    at('2026-11-26T03:05:00Z')
    expect((await figures()).online).toBe(1)
    at('2026-11-26T03:09:00Z')
    expect((await figures()).online).toBe(0)
  })
})

describe('many processes', () => {
  test('lose and double nothing, however their batches meet', async () => {
    const processes = Array.from({ length: 4 }, () => aProcess())
    const readers = Array.from({ length: 200 }, () => aReader())
    for (let round = 0; round < 5; round++) {
      at(`2026-11-26T03:0${round}:00Z`)
      for (const [i, reader] of readers.entries()) {
        reader.opens(processes[(i + round) % 4]!, round % 2 ? other : article)
        if (i % 50 === 0) void processes[i % 4]!.flush()
      }
      await Promise.all(processes.map((process) => process.flush()))
    }
    expect([await views('a'), await views('b')]).toEqual([200, 200])
    expect(await figures()).toMatchObject({ today: 200, total: 200, online: 200 })
  })

  test('an orderly stop loses nothing', async () => {
    const one = aProcess()
    aReader().opens(one, article)
    await one.stop()
    expect(await views()).toBe(1)
  })

  test('a process killed before it writes loses that second alone: what was written stays, nothing is half written', async () => {
    const one = aProcess()
    aReader().opens(one, article)
    await one.flush()
    aReader().opens(one, article)
    // Killed here: its memory is gone.
    const next = aProcess()
    aReader().opens(next, article)
    await next.flush()
    expect([await views(), (await figures()).today]).toEqual([2, 2])
  })

  test('a batch whose commit was not heard of is tried again, and counts once', async () => {
    const batch = newBatch()
    dayIn(batch, '2026-11-26').visits++
    addView(batch, article, { views: 1 })
    await writeBatch(db, scope, batch, clock)
    await writeBatch(db, scope, batch, clock)
    expect([await views(), (await figures()).today]).toEqual([1, 1])
  })

  test('while the database is away pages are counted on, and written when it is back', async () => {
    const one = aProcess()
    await pool.query('alter table visit_totals rename to away')
    for (let i = 0; i < 3; i++) {
      aReader().opens(one, article)
      await one.flush()
    }
    expect(errors).toContain('visits could not be written; they are kept and tried again')
    await pool.query('alter table away rename to visit_totals')
    await one.flush()
    await one.flush()
    expect([await views(), (await figures()).today]).toEqual([3, 3])
  })
})

test('nothing is kept of a visit when it is over, and nothing ever of a reader', async () => {
  const one = aProcess()
  const reader = aReader()
  reader.opens(one, article)
  reader.opens(one, other)
  await one.flush()
  const id = /=([\w-]{22})/.exec(reader.cookie()!)![1]!
  const kept = await db.selectFrom('open_visits').selectAll().execute()
  expect(kept).toHaveLength(1)
  expect(kept[0]!.visit).not.toContain(id)
  at('2026-11-26T03:33:00Z')
  await sweepVisits(db, clock)
  for (const table of ['open_visits', 'open_visit_views', 'online_minutes'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  }
  expect(await views('b')).toBe(1)
})
