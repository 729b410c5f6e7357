import { beforeEach, describe, expect, test } from 'vitest'
import { appOn, testApp } from '../../../tests/support/app.ts'
import { everythingStored } from '../../../tests/support/rows.ts'

let clock = new Date('2026-11-26T03:00:00Z')
const opened = await testApp({ now: () => clock })
const { app, pool, db, appKey, dataDir } = opened
const other = await appOn(opened, { dataDir, appKey, now: () => clock })
const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000)
}

/** A browser that keeps the cookie of its visit; the session comes and goes. */
function browser() {
  let visit = ''
  return async (url: string, session = '', process = app) => {
    const cookie = [visit, session].filter(Boolean).join('; ')
    const answer = await process.inject({ url, headers: { ...agent, ...(cookie ? { cookie } : {}) } })
    const set = answer.cookies.find(({ name }) => name === 'congdan_visit')
    if (set) visit = `congdan_visit=${set.value}`
    return answer
  }
}

async function figures() {
  await app.visits.flush()
  await other.app.visits.flush()
  const { rows } = await pool.query<{ online: string; members: string }>(
    'select coalesce(sum(visits), 0) as online, coalesce(sum(members), 0) as members from online_minutes where minute > $1',
    [Math.floor(clock.getTime() / 60_000) - 5],
  )
  return { online: Number(rows[0]!.online), members: Number(rows[0]!.members) }
}

beforeEach(async () => {
  await app.visits.flush()
  await other.app.visits.flush()
  clock = new Date('2026-11-26T03:00:00Z')
  await pool.query('truncate visit_totals, view_totals, open_visits, open_visit_views, online_minutes, visit_batches')
})

describe('who is online, signed in or not', () => {
  test('a guest signs in, reads kept pages and signs out again: counted once all the time, on the right side', async () => {
    const session = await opened.signIn('binh')
    const opens = browser()
    await opens('/tra-cuu')
    expect(await figures()).toEqual({ online: 1, members: 0 })
    await opens('/tai-khoan', session)
    expect(await figures()).toEqual({ online: 1, members: 1 })
    // The first answer of a kept page draws it, the next is bytes: nobody looks whose session it is.
    for (let i = 0; i < 3; i++) {
      later(1)
      await opens('/don', session)
    }
    expect(await figures()).toEqual({ online: 1, members: 1 })
    await opens('/don')
    expect(await figures()).toEqual({ online: 1, members: 0 })
  })

  test('from two processes, each visit moves once, and after five minutes nobody is left', async () => {
    const session = await opened.signIn('hoa')
    const [one, two, guest] = [browser(), browser(), browser()]
    await one('/lam-viec', session)
    await two('/lam-viec', session, other.app)
    await guest('/tra-cuu')
    later(2)
    await one('/lam-viec?view=all', session, other.app)
    await two('/lam-viec?view=all', session)
    expect(await figures()).toEqual({ online: 3, members: 2 })
    later(6)
    expect(await figures()).toEqual({ online: 0, members: 0 })
    const rows = await db.selectFrom('online_minutes').select(['visits', 'members']).execute()
    expect(rows.every(({ visits, members }) => members >= 0 && visits >= members)).toBe(true)
  })

  test('a cookie that claims to be signed in is no session, and a forged mark is no visit of ours', async () => {
    const opens = browser()
    await opens('/tra-cuu', 'congdan.session_token=x.y')
    expect(await figures()).toEqual({ online: 1, members: 0 })
  })

  test('the page says both numbers, and what is stored says nothing of anybody', async () => {
    const session = await opened.signIn('binh')
    const opens = browser()
    await opens('/tai-khoan', session)
    await browser()('/tra-cuu')
    await figures()
    const page = (await app.inject({ url: '/thong-ke-truy-cap?ky=2026-11' })).body
    expect(page).toContain('Đang truy cập: 1 đã đăng nhập, 1 khách.')
    expect((await app.inject({ url: '/en/thong-ke-truy-cap' })).body).toContain('Online now: 1 signed in, 1 guests.')
    const { id } = await db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
    expect(await everythingStored(db, ['open_visits', 'online_minutes', 'open_visit_views'])).not.toContain(id)
  })
})

test('the data set of visits stands among the open data, in both languages, and its addresses answer', async () => {
  for (const [address, title] of [
    ['/du-lieu-mo', 'Lượt truy cập'],
    ['/en/du-lieu-mo', 'Visits'],
  ] as const) {
    const page = (await app.inject({ url: address })).body
    expect(page).toContain(`<h2 id="visits">${title}</h2>`)
    expect(page).toContain('href="/api/v1/open-data/visits.csv?bom=1"')
  }
  const { items } = (await app.inject({ url: '/api/v1/open-data' })).json()
  const visits = items.find(({ name }: { name: string }) => name === 'visits')
  expect(visits.fields).toEqual(['startsOn', 'visits', 'carriedOver', 'pages', 'robotPages'])
  for (const url of [visits.json, visits.csv]) expect((await app.inject({ url })).statusCode).toBe(200)
  expect((await app.inject({ url: visits.csv })).body.split('\r\n')[0]).toBe(visits.fields.join(','))
})
