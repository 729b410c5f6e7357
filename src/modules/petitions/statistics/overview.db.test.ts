import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { numberLinks } from './test-numbers.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now, petitions: true })
const { app, db, signIn } = testing
const cookies = new Map<string, string>()
const people = ['hoa', 'lam', 'phuc', 'dung', 'nam', 'khanh', 'binh', 'tuyet']

beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
  // What the demonstration town has not: a promise whose day is near, one whose filer says it is kept, a complex case.
  const { aCase, act } = await officeCases(testing, now)
  const promising = await aCase('assigned')
  await act('nam', promising, 'draftAnswer', { text: 'Hẹn sửa trong tuần.', outcome: 'promised', promisedOn: '2026-11-25' })
  await act('lam', promising, 'issueAnswer', {})
  const kept = await aCase('assigned')
  await act('nam', kept, 'draftAnswer', { text: 'Hẹn sửa trong tuần.', outcome: 'promised', promisedOn: '2026-11-24' })
  await act('lam', kept, 'issueAnswer', {})
  await act('filer', kept, 'rate', { solved: 'yes', satisfaction: 5 })
  const complex = await aCase('drafted')
  await act('lam', complex, 'findComplex', { criteria: [1], reason: 'Hai nơi phải xác minh.' })
  await act('lam', complex, 'issueAnswer', {})
  const late = await aCase('drafted')
  await db.updateTable('clocks').set({ due_on: '2026-11-20' }).where('matter_id', '=', late.id).where('stage', '=', 'resolution').execute()
  await act('lam', late, 'issueAnswer', {})
  await act('filer', late, 'rate', { solved: 'partly', satisfaction: 3 })
})

const open = (username: string, url: string) => app.inject({ url, headers: { cookie: cookies.get(username)! } })

/** How many cases the officers' list holds under the filters of an address, read page after page. */
async function listed(username: string, search: string): Promise<number> {
  let n = 0
  let after = ''
  do {
    const page = (await open(username, `/api/v1/office/petitions${search}&limit=7${after}`)).json()
    n += page.items.length
    after = page.next ? `&after=${encodeURIComponent(page.next)}` : ''
  } while (after)
  return n
}

describe.each(['lam', 'hoa', 'phuc', 'dung'])('each number on the page of %s', (username) => {
  test.each(['2026-11', '2026-10', '2026-Q4', '2026', '2025'])('in %s is the length of the list that it opens', async (period) => {
    const page = await open(username, `/lam-viec/tong-quan?ky=${period}`)
    expect(page.statusCode).toBe(200)
    const numbers = numberLinks(page.body)
    for (const { n, search, said } of numbers) expect(await listed(username, search), `${said} ${search}`).toBe(n)
    if (period === '2025') return
    expect(numbers.length).toBeGreaterThan(username === 'dung' ? 10 : 30)
  })
})

test('every kind of number is on the chairman’s page at least once', async () => {
  const numbers = numberLinks((await open('lam', '/lam-viec/tong-quan?ky=2026')).body)
  const kinds = new Set(
    numbers.map(({ search }) =>
      [...new URLSearchParams(search)]
        .filter(([name]) => name !== 'unit')
        .map((pair) => pair.join('='))
        .join('&'),
    ),
  )
  expect([...kinds].filter((kind) => !/=2026-\d\d/.test(kind)).sort()).toEqual(
    [
      'view=all&received=2026',
      'view=all&answered=2026&late=no',
      'view=all&answered=2026&late=no&extended=yes',
      'view=all&answered=2026&late=yes',
      'view=all&answered=2026&verdict=no',
      'view=all&answered=2026&verdict=partly',
      'view=all&open=yes',
      'view=all&open=yes&owner=none',
      'view=all&promise=passed',
      'view=all&promise=soon',
      'view=overdue',
    ].sort(),
  )
  expect(numbers.some(({ search }) => search.includes('unit=none'))).toBe(true)
})

test('the list behind a number says what it is narrowed to, and lets each narrowing be taken away', async () => {
  const page = await open('lam', '/lam-viec?view=all&answered=2026-11&late=yes&unit=none')
  expect(page.statusCode).toBe(200)
  for (const words of ['Trả lời: Tháng 11/2026', 'Trả lời trễ hạn', 'Chưa giao đơn vị']) expect(page.body).toContain(words)
  expect(page.body).toContain('href="/lam-viec?view=all&amp;unit=none&amp;answered=2026-11"')
  expect(page.body).toContain('<input type="hidden" name="late" value="yes"/>')
})

describe('who may look', () => {
  test.each([
    ['lam', 200],
    ['hoa', 200],
    ['phuc', 200],
    ['dung', 200],
    ['nam', 403],
    ['khanh', 403],
    ['binh', 403],
    ['tuyet', 403],
  ])('%s: %i', async (username, status) => {
    expect((await open(username, '/lam-viec/tong-quan')).statusCode).toBe(status)
  })

  test('a stranger is sent to sign in', async () => {
    expect((await app.inject({ url: '/lam-viec/tong-quan' })).headers.location).toContain('/dang-nhap')
  })

  test('a unit’s head sees the own unit and no other', async () => {
    const { body } = await open('dung', '/lam-viec/tong-quan?ky=2026')
    expect(body).toContain('Tổng quan của Đội Quản lý đô thị')
    expect(body).not.toContain('So sánh công bằng')
    expect(body).not.toContain('Phòng Y tế')
  })
})

describe('a wrong address', () => {
  test.each(['2026-13', '2027', 'x', '1999', '2009', '%00', '2026&ky=2025'])('?ky=%s is refused by the field’s name', async (ky) => {
    const response = await open('lam', `/lam-viec/tong-quan?ky=${ky}`)
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('Kỳ: ')
  })

  test.each([
    ['received=2026-13', 'Kỳ tiếp nhận'],
    ['answered=x', 'Kỳ trả lời'],
    ['late=maybe', 'Trễ hạn'],
    ['verdict=good', 'Đánh giá của người gửi'],
    ['promise=1', 'Lời hẹn'],
    ['owner=me', 'Người phụ trách'],
    ['unit=all', 'Đơn vị'],
  ])('a list with ?%s is refused by the name “%s”', async (query, name) => {
    const response = await open('lam', `/api/v1/office/petitions?view=all&${query}`)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toMatchObject([{ field: query.split('=')[0], detail: expect.stringContaining(name) }])
  })

  test.each(['late=yes', 'promise=soon', 'open=yes'])('a forged cursor of the list with %s is refused', async (query) => {
    const cursor = Buffer.from(JSON.stringify(['2026-02-30', 'x'])).toString('base64url')
    expect((await open('lam', `/api/v1/office/petitions?view=all&${query}&after=${cursor}`)).statusCode).toBe(422)
  })
})
