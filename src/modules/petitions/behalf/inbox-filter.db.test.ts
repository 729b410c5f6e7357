import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'

const now = () => new Date('2026-11-23T10:00:00+07:00')
const it = await testApp({ now })
const cases = await officeCases(it, now)

const [own, forOther, ofMany, ofManyToo] = [
  await cases.aCase('new', { kind: 'feedback' }),
  await cases.aCase('new', { represented: { ground: 'lawyer', name: 'Điểu Krá', address: null, identityNumber: null } }),
  await cases.aCase('assigned', { group: { people: 9, spokespeople: [], signers: [] } }),
  await cases.aCase('answered', { kind: 'feedback', group: { people: 31, spokespeople: [], signers: [] } }),
]
const all = [own, forOther, ofMany, ofManyToo].map(({ code }) => code)
const get = async (url: string, who = 'hoa') => it.app.inject({ url, headers: { cookie: await it.signIn(who) } })
const listed = (body: string) => all.filter((code) => body.includes(code))

test.each([
  { query: 'view=all&behalf=group', found: [ofMany, ofManyToo] },
  { query: 'view=all&behalf=representative', found: [forOther] },
  { query: 'view=all&behalf=', found: [own, forOther, ofMany, ofManyToo] },
  { query: 'view=all&behalf=group&kind=feedback', found: [ofManyToo] },
  { query: 'view=all&behalf=group&open=yes', found: [ofMany] },
  { query: 'view=mine&behalf=representative', found: [forOther] },
  { query: 'view=mine&behalf=group', found: [ofMany], who: 'nam' },
])('$query lists the same on the page and in the API', async ({ query, found, who }) => {
  const codes = found.map(({ code }) => code)
  expect(listed((await get(`/lam-viec?${query}`, who)).body)).toEqual(codes)
  const { items } = (await get(`/api/v1/office/petitions?${query}`, who)).json()
  expect(items.map(({ code }: { code: string }) => code).toSorted()).toEqual(codes.toSorted())
})

test('what it is narrowed to stands in words, goes with a press, and is kept by search, tabs of filters and pages', async () => {
  const { body } = await get('/lam-viec?view=all&behalf=group&q=Đường')
  expect(body).toMatch(/<option[^>]* value="group"[^>]* selected/)
  expect(body).toContain('name="behalf" value="group"')
  expect(body).toMatch(/href="\/lam-viec\?view=all&(amp;)?q=[^"]*"/)
})

test('through the pages of the API the filter holds', async () => {
  const first = (await get('/api/v1/office/petitions?view=all&behalf=group&limit=1')).json()
  const second = (await get(`/api/v1/office/petitions?view=all&behalf=group&limit=1&after=${encodeURIComponent(first.next)}`)).json()
  expect([...first.items, ...second.items].map(({ code }: { code: string }) => code).toSorted()).toEqual(
    [ofMany.code, ofManyToo.code].toSorted(),
  )
  expect(second.next).toBeNull()
})

test('another word is refused by its name', async () => {
  const refused = await get('/api/v1/office/petitions?behalf=self')
  expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, 'behalf'])
})

test('few among many are found by the index', async () => {
  await it.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select petition_id from petition_behalves
      where authority_id = 1 and behalf = 'group'`.execute(trx)
    expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('petition_behalves_by_kind')
  })
})
