import { beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { listRegister } from './list-petitions.ts'

let town: TestApp
const scope = { authorityId: 1 }

/** Three old cases with a word that no newer one has; 1,200 newer ones, of which one in fifty has another word. */
beforeAll(async () => {
  town = await testApp()
  await town.pool.query(
    `insert into petitions (authority_id, id, code, kind, status, step, subject, body, salt, channel, publish, cleared_at, secret_hash, client_token,
       received_at, received_on, search_plain, search_toned)
     select 1, gen_random_uuid(), 'CU-' || g, 'feedback', 'received', 'new', 'Việc ' || g, '', '', 'online', true, now(), '', gen_random_uuid(),
       now() - g * interval '1 hour', current_date, to_tsvector('simple', word), to_tsvector('simple', word)
     from generate_series(1, 1203) g, lateral (select case when g > 1200 then 'xua' when g % 50 = 0 then 'doi khi' else 'thuong' end as word) w`,
  )
})

async function codes(q: string, limit: number): Promise<string[]> {
  const found: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listRegister>> = await listRegister(town.db, scope, { q }, after, limit)
    found.push(...page.items.map((petition) => petition.code))
    after = page.next
  } while (after)
  return found
}

test('a word that only cases beyond the newest thousand have is found', async () => {
  expect(await codes('xua', 20)).toEqual(['CU-1201', 'CU-1202', 'CU-1203'])
})

test.each([5, 7, 20, 24])('pages of %i that cross the newest thousand show each match once, newest first', async (limit) => {
  expect(await codes('doi khi', limit)).toEqual(Array.from({ length: 24 }, (_, place) => `CU-${(place + 1) * 50}`))
})

test('a search of signs alone lists everything', async () => {
  expect(await codes('…', 100)).toHaveLength(1203)
})

test('with statistics a rare word goes to the text index, a common one by date, and both find the same as before', async () => {
  const before = await Promise.all(['xua', 'doi khi', 'thuong'].map((q) => codes(q, 24)))
  await town.pool.query('analyze petitions')
  expect(await Promise.all(['xua', 'doi khi', 'thuong'].map((q) => codes(q, 24)))).toEqual(before)
  expect(before.map((found) => found.length)).toEqual([3, 24, 1176])
})
