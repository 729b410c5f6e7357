import { beforeAll, describe, expect, test } from 'vitest'
import { indexDocument } from '../../src/modules/search/index.ts'
import { type TestApp, testApp } from '../support/app.ts'

let it: TestApp
const scope = { authorityId: 1 }

beforeAll(async () => {
  it = await testApp({ petitions: true })
  await it.db.transaction().execute(async (trx) => {
    const article = (id: string, title: string, words: string, at: string) =>
      indexDocument(trx, scope, { type: 'article', id, href: `/tin-tuc/${id}`, title, words, publishedAt: new Date(at) })
    await article('dan-van', 'Công tác dân vận ở khu phố', 'Bàn về <script>alert(1)</script> dân vận khéo.', '2026-11-02T08:00:00Z')
    for (let n = 0; n < 30; n++)
      await article(`hop-${n}`, `Lịch họp tổ dân phố số ${n}`, 'Họp về hiến đất', `2026-10-01T08:00:${String(n).padStart(2, '0')}Z`)
  })
})

const page = async (url: string) => (await it.app.inject(url)).body
const api = (query: string) => it.app.inject(`/api/v1/search?${query}`)

describe('the page of the search', () => {
  test('shows groups, marks what was asked, and never takes a text for markup', async () => {
    const html = await page(`/tim-kiem?q=${encodeURIComponent('dân vận')}`)
    expect(html).toContain('<mark>dân</mark> <mark>vận</mark>')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script>alert(1)')
    expect(html).toContain('name="robots" content="noindex"')
  })

  test('finds public cases by their code’s own page, with status', async () => {
    const html = await page('/tim-kiem?q=ngap')
    expect(html).toMatch(/href="\/don\/PL-2026-\d{5}"/)
    expect(html).toContain('Việc công khai')
  })

  test('a case that is not public is not found', async () => {
    const hidden = await it.db.selectFrom('petitions').select('subject').where('cleared_at', 'is', null).limit(1).executeTakeFirstOrThrow()
    expect(await page(`/tim-kiem?q=${encodeURIComponent(hidden.subject)}`)).not.toMatch(/href="\/don\/PL-/)
  })

  test.each([
    { q: 'công tac dân vận', offered: 'công tác dân vận', because: 'another tone' },
    { q: 'hien dta', offered: 'hien dat', because: 'letters changed over' },
  ])('asks whether $offered was meant by $q: $because', async ({ q, offered }) => {
    const html = await page(`/tim-kiem?q=${encodeURIComponent(q)}`)
    expect(html).toContain('Có phải bạn muốn tìm')
    expect(html).toContain(`>${offered}</a>`)
  })

  test('offers the words without their tones where only the tones are wrong', async () => {
    expect(await page(`/tim-kiem?q=${encodeURIComponent('lịch hóp')}`)).toContain('href="/tim-kiem?q=lich+hop"')
  })

  test.each(['', '   ', '…', '"'])('“%s” is nothing to search for, and says so', async (q) => {
    const response = await it.app.inject(`/tim-kiem?q=${encodeURIComponent(q)}`)
    expect(response.statusCode).toBe(200)
    expect(response.body).not.toContain('Không tìm thấy')
  })

  test('finds the fixed pages, in both languages', async () => {
    expect(await page('/tim-kiem?q=lich+tiep+dan&loai=trang')).toContain('href="/lich-tiep-dan"')
    expect(await page('/en/tim-kiem?q=open+data&loai=trang')).toContain('href="/en/du-lieu-mo"')
  })

  test('a very long question is shortened, a NUL is refused', async () => {
    expect((await it.app.inject(`/tim-kiem?q=${'a'.repeat(5_000)}`)).statusCode).toBe(200)
    expect((await it.app.inject('/tim-kiem?q=a%00b')).statusCode).toBe(422)
  })
})

describe('the API of the search', () => {
  test('walks page by page', async () => {
    const seen: string[] = []
    let after = ''
    do {
      const answer = (await api(`q=lich+hop&type=news&limit=12&after=${after}`)).json() as {
        items: { href: string }[]
        next: string | null
      }
      seen.push(...answer.items.map(({ href }) => href))
      after = answer.next ?? ''
    } while (after)
    expect(seen).toHaveLength(30)
    expect(new Set(seen).size).toBe(30)
  })

  test.each([
    { query: 'type=news', field: 'q' },
    { query: 'q=%20&type=news', field: 'q' },
    { query: `q=${'a'.repeat(201)}&type=news`, field: 'q' },
    { query: 'q=a', field: 'type' },
    { query: 'q=a&type=secrets', field: 'type' },
    { query: 'q=a&type=news&limit=101', field: 'limit' },
    { query: 'q=a&type=news&more=1', field: 'more' },
  ])('refuses $query and names $field', async ({ query, field }) => {
    const response = await api(query)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors.map((problem: { field: string }) => problem.field)).toEqual([field])
  })

  test('refuses a cursor of another list', async () => {
    expect((await api('q=a&type=news&after=xyz')).statusCode).toBe(422)
  })
})
