import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { askedBy, dropDocument, findDocuments, indexDocument, vocabularyOf } from './index.ts'

const { db } = await testDatabase()
const scope = { authorityId: 1 }
const other = { authorityId: 2 }

const put = (title: string, words: string, more: { id?: string; at?: string; type?: string; where?: typeof scope } = {}) =>
  db.transaction().execute((trx) =>
    indexDocument(trx, more.where ?? scope, {
      type: more.type ?? 'article',
      id: more.id ?? randomUUID(),
      href: '/tin-tuc/x',
      title,
      words,
      publishedAt: new Date(more.at ?? '2026-11-01T08:00:00Z'),
    }),
  )

async function titles(q: string, where = scope, types = ['article', 'page']): Promise<string[]> {
  const asked = askedBy(q)
  if (!asked) return []
  return (await findDocuments(db, where, { asked, types, after: null, limit: 20 })).items.map(({ title }) => title)
}

beforeAll(async () => {
  for (const id of [1, 2])
    await db
      .insertInto('authorities')
      .values({
        id,
        slug: `xa-${id}`,
        name: `Xã ${id}`,
        short_name: `Xã ${id}`,
        code_prefix: id === 1 ? 'XA' : 'XB',
        tier: 'commune',
        remote: false,
        demo: false,
        valid_from: '2025-07-01',
        valid_to: null,
        host: id === 1 ? null : 'xa-2.example',
        address: 'Trụ sở',
        reception_hours: 'Thứ tư',
        phone: '0900 000 000',
      })
      .execute()
  await put('Công tác dân vận', 'Nghị quyết Đại hội XII của Đảng', { at: '2026-11-03T08:00:00Z' })
  await put('Họp khu phố', 'Bàn về công tác dân vận khéo ở cơ sở', { at: '2026-11-02T08:00:00Z' })
  await put('Vận động nhân dân', 'Dân hiến đất làm đường; xe vận tải được vào', { at: '2026-11-04T08:00:00Z' })
  await put('Dân vạn đò', 'Chuyện sông nước', { at: '2026-11-05T08:00:00Z' })
  await put('Giới thiệu', 'Phường Long Thủy', { type: 'page' })
  await put('Tin của xã khác: dân vận', 'dân vận', { where: other })
})

describe('a search', () => {
  test('with tone marks finds exactly these; as a phrase in the title first', async () => {
    expect(await titles('dân vận')).toEqual(['Công tác dân vận', 'Họp khu phố', 'Vận động nhân dân'])
  })

  test('without tone marks finds every tone', async () => {
    expect((await titles('dan van')).toSorted()).toEqual(['Công tác dân vận', 'Dân vạn đò', 'Họp khu phố', 'Vận động nhân dân'].toSorted())
  })

  test('is the same for NFC and NFD, and for capitals', async () => {
    expect(await titles('DÂN VẬN'.normalize('NFD'))).toEqual(await titles('dân vận'))
  })

  test('finds each authority’s own texts alone', async () => {
    expect(await titles('dân vận', other)).toEqual(['Tin của xã khác: dân vận'])
  })

  test('of one kind leaves the others out', async () => {
    expect(await titles('thuy', scope, ['page'])).toEqual(['Giới thiệu'])
    expect(await titles('thuy', scope, ['article'])).toEqual([])
  })

  test.each(["'; drop table", 'a & b | !c <->', ':*', '\\', '"', '--', '%', '…'])('of %s is only words', async (q) => {
    expect(await titles(q)).toEqual([])
  })

  test('walks page by page without losing or doubling', async () => {
    for (let n = 0; n < 25; n++) await put(`Nước sạch ${n}`, 'nước sạch', { at: `2026-10-0${(n % 3) + 1}T08:00:00Z`, type: 'page' })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await findDocuments(db, scope, { asked: askedBy('nước sạch')!, types: ['page'], after, limit: 7 })
      seen.push(...page.items.map(({ title }) => title))
      after = page.next
    } while (after)
    expect(new Set(seen).size).toBe(25)
    expect(seen).toHaveLength(25)
  })

  test('refuses a cursor that was not made here', async () => {
    const made = findDocuments(db, scope, { asked: askedBy('dân')!, types: ['article'], after: 'WyJhIl0', limit: 5 })
    await expect(made).rejects.toMatchObject({ code: 'bad_cursor' })
  })
})

describe('the index', () => {
  test('holds a changed text once, and forgets what was taken out, words included', async () => {
    const id = randomUUID()
    await put('Bản đầu quyếttâm', 'một', { id })
    await put('Bản sau', 'hai quyếttâm', { id })
    expect(await titles('quyếttâm')).toEqual(['Bản sau'])
    expect((await vocabularyOf(db, scope)).get('quyếttâm')).toBe(1)
    await db.transaction().execute((trx) => dropDocument(trx, scope, { type: 'article', id }))
    expect(await titles('quyếttâm')).toEqual([])
    expect((await vocabularyOf(db, scope)).has('quyếttâm')).toBe(false)
  })

  test('takes two acts with the same words at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => put(`Cùng lúc ${n}`, 'sáng chiều tối đêm'.split(' ').toReversed().join(' '))))
    expect((await vocabularyOf(db, scope)).get('chiều')).toBe(12)
  })
})
