import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { encodeCursor } from '../../../shared/keyset.ts'

const now = () => new Date('2026-11-23T10:00:00+07:00')
const it = await testApp({ now })
const cases = await officeCases(it, now)
const cookies = new Map<string, string>()

/** Followers by case; those of none stand in the order of the list itself. */
const followers = [0, 3, 0, 12, 3, 0, 1]
const made: { id: string; code: string; followers: number }[] = []

beforeAll(async () => {
  for (const who of ['hoa', 'nam', 'lam', 'phuc', 'binh']) cookies.set(who, await it.signIn(who))
  for (const n of followers) {
    const { id, code } = await cases.aCase('assigned', { kind: 'feedback' })
    await it.db.updateTable('petitions').set({ followers: n }).where('id', '=', id).execute()
    made.push({ id, code, followers: n })
  }
  // Answered: of all lists only "all" has it.
  const ended = await cases.aCase('answered', { kind: 'feedback' })
  await it.db.updateTable('petitions').set({ followers: 7 }).where('id', '=', ended.id).execute()
  made.push({ id: ended.id, code: ended.code, followers: 7 })
})

const get = (url: string, who = 'hoa') => it.app.inject({ url, headers: { cookie: cookies.get(who)! } })

async function walked(query: string, limit: number, who = 'hoa'): Promise<string[]> {
  const codes: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const answer = await get(`/api/v1/office/petitions?${query}&limit=${limit}&after=${encodeURIComponent(after)}`, who)
    expect(answer.statusCode, answer.body).toBe(200)
    codes.push(...answer.json().items.map(({ code }: { code: string }) => code))
    after = answer.json().next
  }
  return codes
}

/** The most followed first, of as many the later filed one; the rest as the list without the wish has it. */
async function expected(query: string, who = 'hoa'): Promise<string[]> {
  const usual = await walked(query, 100, who)
  const of = (code: string) => made.find((one) => one.code === code)!
  const followed = usual.filter((code) => of(code).followers > 0)
  followed.sort((a, b) => of(b).followers - of(a).followers || (of(a).id < of(b).id ? 1 : -1))
  return [...followed, ...usual.filter((code) => of(code).followers === 0)]
}

test.each([
  ['hoa', 'view=all'],
  ['hoa', 'view=all&q=Đường'],
  ['hoa', 'view=all&open=yes'],
  ['hoa', 'view=all&status=accepted'],
  ['nam', 'view=mine'],
  ['nam', 'view=all'],
  ['lam', 'view=all&answered=2026'],
  ['phuc', 'view=all&kind=feedback'],
])('%s, %s: the most followed stand on top, and pages of every length hold each case once', async (who, query) => {
  const wanted = await expected(query, who)
  expect(wanted.length).toBeGreaterThan(0)
  for (const limit of [1, 2, 3, 4, 5, 6, 7, 8, 100]) expect(await walked(`${query}&sort=followers`, limit, who)).toEqual(wanted)
})

test('the page lists the same, says so, and keeps the order with every filter, list and search', async () => {
  const wanted = await expected('view=all')
  const { body } = await get('/lam-viec?view=all&sort=followers&kind=feedback')
  const rows = [...body.matchAll(/href="\/lam-viec\/don\/(PL-2026-\d+)"/g)].map(([, code]) => code!)
  expect([...new Set(rows)].filter((code) => wanted.includes(code))).toEqual(wanted)
  expect(body).toContain('Tất cả: việc nhiều người cùng gặp ở trên')
  expect(body).toMatch(/<option[^>]* value="followers"[^>]* selected/)
  expect(body).toMatch(/<input type="hidden" name="sort" value="followers"/)
  expect(body).toMatch(/href="\/lam-viec\?view=overdue&(amp;)?sort=followers"/)
  expect(body).toMatch(/href="\/lam-viec\?view=all&(amp;)?kind=feedback"/)
  expect((await get('/en/lam-viec?view=all&sort=followers')).body).toContain('Most people who have it too first')
})

test.each([
  ['another order', 'sort=votes', 'sort'],
  ['a cursor of another order', `sort=followers&after=${encodeCursor(['2026-11-23', '018f3b4e-0000-7000-8000-000000000001'])}`, null],
  ['a cursor with no id', `sort=followers&after=${encodeCursor(['3', 'x'])}`, null],
  ['a cursor into a forged rest', `sort=followers&after=${encodeCursor(['rest', 'x'])}`, null],
  ['too large a number', `sort=followers&after=${encodeCursor(['99999999999', '018f3b4e-0000-7000-8000-000000000001'])}`, null],
])('%s is refused', async (_what, query, field) => {
  const answer = await get(`/api/v1/office/petitions?view=all&${query}`)
  expect(answer.statusCode, answer.body).toBe(422)
  if (field) expect(answer.json().errors).toMatchObject([{ field }])
})

test('nobody outside the office may list them so', async () => {
  expect((await get('/api/v1/office/petitions?sort=followers', 'binh')).statusCode).toBe(403)
})

test.each([
  ['of the whole office', 'petitions_followed', sql``],
  ['of one unit', 'petitions_followed_of_unit', sql`and unit_id = ${cases.unitId}`],
])('the list %s walks its own index, without sorting', async (_what, index, of) => {
  await it.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    await sql`set local enable_bitmapscan = off`.execute(trx)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select code from petitions
      where authority_id = 1 ${of} and followers > 0 and (followers, id) < (9, '018f3b4e-0000-7000-8000-000000000001')
      order by followers desc, id desc limit 31`.execute(trx)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(new RegExp(`using ${index} `))
    expect(plan).not.toContain('Sort')
  })
})
