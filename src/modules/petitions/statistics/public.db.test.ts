import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { anyAddress, filing } from '../../../../tests/support/filing.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { datasets } from './open-data/datasets.ts'
import { walkRegister } from './open-data/list-register.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now, petitions: true })
const { app, db } = testing
const scope = { authorityId: 1 }
const get = (url: string) => app.inject({ url, remoteAddress: anyAddress() })

beforeAll(async () => {
  // One unit with enough answers to be told, and few late ones.
  const { aCase, act } = await officeCases(testing, now)
  for (let i = 0; i < 7; i++) {
    const petition = await aCase('drafted')
    if (i === 0)
      await db
        .updateTable('clocks')
        .set({ due_on: '2026-11-20' })
        .where('matter_id', '=', petition.id)
        .where('stage', '=', 'resolution')
        .execute()
    await act('lam', petition, 'issueAnswer', {})
    if (i === 1) await act('hoa', petition, 'clearForPublication', {})
  }
})

const firstTile = (html: string) => /<dt>Đã nhận<\/dt><dd>([\d.]+|ít hơn 5)/.exec(html)?.[1]

describe('the public page', () => {
  test('is the same for everybody, kept, and links to no case of the office', async () => {
    // A robot gets no cookie of the visit: what it is sent is what everybody is sent.
    const robot = { 'user-agent': 'Googlebot/2.1' }
    const first = await app.inject({ url: '/thong-ke?ky=2026', headers: robot })
    expect(first.statusCode).toBe(200)
    expect(first.headers['cache-control']).toBe('public, no-cache')
    expect(first.headers['set-cookie']).toBeUndefined()
    expect(first.body).toContain('Số liệu giải quyết đơn: Năm 2026')
    expect(first.body).not.toContain('/lam-viec')
    const again = await app.inject({ url: '/thong-ke?ky=2026', headers: { ...robot, 'if-none-match': first.headers.etag as string } })
    expect(again.statusCode).toBe(304)
  })

  test('tells no number from one to four of a unit, and says so', async () => {
    const { body } = await get('/thong-ke')
    const cells = [...body.matchAll(/<td class="govuk-table__cell num"[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell!.replace(/<[^>]+>/g, ''))
    expect(cells.length).toBeGreaterThan(30)
    expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([])
    expect(cells).toContain('ít hơn 5')
    expect(body).toContain('để không ai bị nhận ra')
  })

  test('is drawn from the kept counts alone', async () => {
    const count = { authority_id: 1, name: 'petition.received', owner: 'all', bucket: '2024-05', slot: 99, n: 1234 }
    await db.insertInto('tallies').values(count).execute()
    expect(firstTile((await get('/thong-ke?ky=2024')).body)).toBe('1.234')
    await db.deleteFrom('tallies').where('bucket', '=', '2024-05').execute()
  })

  test('is drawn anew when an act changes a figure', async () => {
    const before = Number(firstTile((await get('/thong-ke?ky=2026-11')).body))
    const filed = await app.inject({ method: 'POST', url: '/api/v1/petitions', payload: filing(), remoteAddress: anyAddress() })
    expect(filed.statusCode).toBe(201)
    expect(Number(firstTile((await get('/thong-ke?ky=2026-11')).body))).toBe(before + 1)
  })

  test('compares units by name, with intervals and without a rank', async () => {
    const { body } = await get('/thong-ke?ky=2026')
    const table = /<caption[^>]*>Tỷ lệ trả lời đúng hạn<\/caption>(.*?)<\/table>/s.exec(body)![1]!
    const names = [...table.matchAll(/<th scope="row"[^>]*>([^<]+)/g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(1)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')))
    expect(body).toContain('Hai khoảng chồng lên nhau thì số liệu chưa cho thấy khác biệt')
    expect(body).not.toMatch(/hạng nhất|xếp thứ/i)
  })

  test.each(['2026-13', '2027', 'x'])('?ky=%s is refused', async (ky) => {
    expect((await get(`/thong-ke?ky=${ky}`)).statusCode).toBe(422)
  })
})

/** Records of a CSV whose cells hold no line ends. */
const lines = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!),
    )

describe('open data', () => {
  test('is listed with fields, licence and addresses, and every address answers', async () => {
    const { items } = (await get('/api/v1/open-data')).json()
    expect(items.map(({ name }: { name: string }) => name)).toEqual([
      ...Object.keys(datasets),
      'visits',
      'polls',
      'comments',
      'article-ratings',
      'documents',
      'promises',
      'programmes',
      'verdicts',
    ])
    for (const { name, json, csv, licence } of items) {
      // What people wrote is theirs to license.
      if (name === 'comments') expect(licence).toBeNull()
      else expect(licence).toContain('creativecommons.org/licenses/by/4.0')
      expect((await get(json)).statusCode, json).toBe(200)
      const file = await get(csv)
      expect([file.statusCode, file.headers['content-type']], csv).toEqual([200, 'text/csv; charset=utf-8'])
    }
    const page = await get('/du-lieu-mo')
    for (const { json, csv, fields } of items)
      for (const part of [`href="${json}"`, `href="${csv}"`, `href="${csv}?bom=1"`, ...fields]) expect(page.body).toContain(part)
    expect((await get('/en/du-lieu-mo')).body).toContain('The public register')
  })

  test.each(['monthly', 'now', 'comparison', 'register'] as const)(
    '%s says the same in JSON, page after page, and in CSV',
    async (name) => {
      const items: Record<string, unknown>[] = []
      let after = ''
      do {
        const page = (await get(`/api/v1/open-data/${name}?limit=7${after}`)).json()
        items.push(...page.items)
        after = page.next ? `&after=${encodeURIComponent(page.next)}` : ''
      } while (after)
      const [head, ...rows] = lines((await get(`/api/v1/open-data/${name}.csv`)).body)
      expect(head).toEqual([...datasets[name]])
      const said = items.map((item) =>
        datasets[name].map((field) => {
          if ((item['lessThan5'] as string[] | undefined)?.includes(field)) return '<5'
          if ((item['withheld'] as string[] | undefined)?.includes(field)) return 'x'
          return String(item[field] ?? '')
        }),
      )
      expect(rows).toEqual(said)
      expect(rows.length).toBeGreaterThan(0)
    },
  )

  test('figures hide one to four in every column that counts', async () => {
    const [, ...rows] = lines((await get('/api/v1/open-data/monthly.csv')).body)
    const counts = rows.flatMap((row) => row.slice(3))
    expect(counts).toContain('<5')
    expect(counts.filter((cell) => /^[1-4]$/.test(cell))).toEqual([])
  })

  test('begins with a mark for spreadsheets when it is asked for, and not otherwise', async () => {
    for (const name of ['monthly', 'register']) {
      expect((await get(`/api/v1/open-data/${name}.csv?bom=1`)).rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
      expect((await get(`/api/v1/open-data/${name}.csv`)).rawPayload[0]).not.toBe(0xef)
    }
  })

  test('holds the cleared cases alone, and nobody’s words or contacts', async () => {
    const csv = (await get('/api/v1/open-data/register.csv')).body
    const json = (await get('/api/v1/open-data/register')).body
    const cases = await db
      .selectFrom('petitions')
      .innerJoin('petition_filers', 'petition_filers.petition_id', 'petitions.id')
      .select(['code', 'subject', 'publish', 'cleared_at', 'status', 'petition_filers.name', 'phone'])
      .execute()
    const codes = lines(csv).map(([code]) => code)
    for (const { code, subject, publish, cleared_at, status, name, phone } of cases) {
      expect(codes.includes(code), code).toBe(publish && cleared_at !== null && status !== 'withdrawn')
      for (const words of [subject, name, phone]) if (words) for (const whole of [csv, json]) expect(whole).not.toContain(words)
    }
    expect(codes.length).toBeGreaterThan(5)
  })

  test('is walked in batches to the last case', async () => {
    const codes: string[] = []
    for await (const rows of walkRegister(db, scope, 3)) codes.push(...rows.map(({ code }) => code))
    expect(codes).toEqual(
      lines((await get('/api/v1/open-data/register.csv')).body)
        .slice(1)
        .map(([code]) => code),
    )
  })

  test.each([
    ['monthly?limit=0', 'limit'],
    ['monthly?limit=101', 'limit'],
    ['register?unit=1', 'unit'],
    ['register.csv?bom=yes', 'bom'],
    ['comparison?period=2026-13', 'period'],
    ['comparison.csv?period=x', 'period'],
    ['now.csv?after=x', 'after'],
  ])('%s is refused by its name', async (address, field) => {
    const response = await get(`/api/v1/open-data/${address}`)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toMatchObject([{ field }])
  })

  test.each(['monthly', 'now', 'comparison', 'register'])('a forged cursor of %s is refused', async (name) => {
    for (const cursor of [
      'xyz',
      Buffer.from('["2026-02-30","1"]').toString('base64url'),
      Buffer.from('["2026-11","gone"]').toString('base64url'),
    ])
      expect((await get(`/api/v1/open-data/${name}?after=${cursor}`)).json()).toMatchObject({ status: 422, code: 'bad_cursor' })
  })

  test('is described', async () => {
    const { paths } = (await get('/api/openapi.json')).json()
    const own = ['', '/monthly', '/monthly.csv', '/now', '/now.csv', '/comparison', '/comparison.csv', '/register', '/register.csv']
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(own.map((name) => `/api/v1/open-data${name}`)))
  })

  test('the whole register is not given to a flood', async () => {
    const remoteAddress = anyAddress()
    const answers = []
    for (let i = 0; i < 40; i++) answers.push((await app.inject({ url: '/api/v1/open-data/register.csv', remoteAddress })).statusCode)
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30)
    expect(answers).toContain(429)
  })
})
