import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { listBook } from './list-book.ts'
import { type NewEntry, writeEntry, writeOnce } from './write-entry.ts'

let site: TestApp
const scope = { authorityId: 1 }
const by = { personId: 'p', at: new Date('2026-11-24T02:00:00Z') }

beforeAll(async () => {
  site = await testApp()
})

const aVisit = (change: Partial<NewEntry> = {}): NewEntry => ({
  receivedOn: '2026-11-24',
  occasion: 'regular',
  classification: 'petition',
  people: 1,
  rootId: null,
  matter: null,
  settledBy: null,
  competent: false,
  guidedTo: null,
  guidedDocument: null,
  transferredTo: null,
  transferredDocument: null,
  person: { name: 'Điểu Krá', address: null, identity: null, representatives: null },
  words: { summary: 'Hỏi việc đất', followUp: null },
  clientToken: randomUUID(),
  ...change,
})
const numbersOf = async (year: number) =>
  (await site.db.selectFrom('reception_entries').select('number').where('year', '=', year).orderBy('number').execute()).map(
    ({ number }) => number,
  )
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

test('many at once get each number once, without a gap, though some of them are broken off', async () => {
  const writes = Array.from({ length: 40 }, (_, i) =>
    site.db.transaction().execute(async (trx) => {
      await writeEntry(trx, scope, aVisit(), by)
      if (i % 4 === 0) throw new Error('broken off')
    }),
  )
  const done = (await Promise.allSettled(writes)).filter(({ status }) => status === 'fulfilled')
  expect(done).toHaveLength(30)
  expect(await numbersOf(2026)).toEqual(upTo(30))
})

test('one token twenty times at once is one line, and takes one number', async () => {
  const before = await numbersOf(2026)
  const entry = aVisit()
  const written = await Promise.all(Array.from({ length: 20 }, () => writeOnce(site.db, scope, entry, by)))
  expect(new Set(written.map(({ id }) => id)).size).toBe(1)
  expect(await numbersOf(2026)).toEqual(upTo(before.length + 1))
})

test('each year has its own book', async () => {
  for (const day of ['2025-12-31', '2024-05-02', '2025-01-02'] as const) await writeOnce(site.db, scope, aVisit({ receivedOn: day }), by)
  expect([await numbersOf(2025), await numbersOf(2024)]).toEqual([[1, 2], [1]])
})

test('the book is walked by key, the newest first, and refuses a cursor that was not made here', async () => {
  const filter = { from: '2026-01-01' as CivilDate, to: '2026-12-31' as CivilDate, q: null, people: true }
  const seen: number[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listBook>> = await listBook(site.db, scope, filter, after, 7)
    seen.push(...page.items.map(({ number }) => number))
    after = page.next
  } while (after)
  expect(seen).toEqual((await numbersOf(2026)).toReversed())
  await expect(listBook(site.db, scope, filter, 'x', 7)).rejects.toThrow('bad_cursor')
  expect((await listBook(site.db, { authorityId: 2 }, filter, null, 7)).items).toEqual([])
})

test('names are searched by those who may read them only', async () => {
  const { id } = await writeOnce(
    site.db,
    scope,
    aVisit({ person: { name: 'Lâm Thị Ngàn', address: null, identity: null, representatives: null } }),
    by,
  )
  const found = async (q: string, people: boolean) =>
    (await listBook(site.db, scope, { from: '2026-01-01', to: '2026-12-31', q, people }, null, 10)).items.map((entry) => entry.id)
  expect(await found('lam thi ngan', true)).toEqual([id])
  expect(await found('Lâm Ngàn', true)).toEqual([id])
  expect(await found('lam thi ngan', false)).toEqual([])
  expect(await found("'; drop table --", true)).toEqual([])
})
