import { describe, expect, test } from 'vitest'
import { writeSubject } from './comment.ts'
import { commentFields } from './dataset.ts'
import { commentTown, OPEN, OTHER } from './test-app.ts'

let minute = 0
const town = await commentTown({ now: () => new Date(Date.parse('2026-11-26T09:00:00+07:00') + minute++ * 60_000) })
const { app, db, sent, shown, decide } = town
const get = (rest: string, remoteAddress = '10.9.9.9') => app.inject({ url: `/api/v1/open-data/comments${rest}`, remoteAddress })

async function walked(query = ''): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let after = ''
  do {
    const { items, next } = (await get(`?limit=2${query}${after}`)).json()
    rows.push(...items)
    after = next ? `&after=${next}` : ''
  } while (after)
  return rows
}
const bodies = async (query = '') => (await walked(query)).map(({ body }) => body)

/** Records of RFC 4180: a cell in quotes may hold line ends. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!)
    if (end === '\r\n') records.push([])
  }
  return records.slice(0, -1)
}

test('only what an officer approved: nothing that waits, was refused, removed, taken back or is unread', async () => {
  const root = await shown({ body: 'Đã duyệt một', name: 'Lan' })
  await shown({ body: 'Đã duyệt hai', parent: root.id })
  await sent({ body: 'Đang chờ', name: 'Người chờ' })
  const refused = await sent({ body: 'Bị từ chối' })
  await decide('tuyet', refused.id, 'remove', { reason: 'insult' })
  const removed = await shown({ body: 'Bị gỡ' })
  await decide('tuyet', removed.id, 'remove', { reason: 'insult' })
  const back = await shown({ body: 'Đã rút' })
  const headers = { 'x-comment-secret': back.secret }
  await app.inject({ method: 'POST', url: `/api/v1/comments/${back.id}/acts/withdraw`, headers, payload: {} })
  await db
    .insertInto('moderation_settings')
    .values({ authority_id: 1, subject_type: 'comment', show_at_once: true, changed_by: 'x', changed_at: new Date() })
    .execute()
  const unread = await sent({ body: 'Hiện ngay, chưa ai đọc' })
  await db.deleteFrom('moderation_settings').execute()
  expect(unread.status).toBe('shown')
  expect(await bodies()).toEqual(['Đã duyệt một', 'Đã duyệt hai'])
  const csv = (await get('.csv')).body
  expect(csv).not.toMatch(/chờ|từ chối|gỡ|rút|chưa ai đọc/)
  await decide('tuyet', removed.id, 'restore')
  await decide('lam', unread.id, 'approve')
  expect((await bodies()).toSorted()).toEqual(['Bị gỡ', 'Hiện ngay, chưa ai đọc', 'Đã duyệt hai', 'Đã duyệt một'])
})

test('no contact, account, code, secret or score of anybody, though an account and an address were there', async () => {
  const cookie = await town.cookieOf('binh')
  const answer = await town.send({ email: 'rieng@vidu.vn', body: 'Có thư và tài khoản' }, { cookie })
  const { id, code, secret } = answer.json()
  await decide('tuyet', id, 'approve')
  const { account_id: account } = await db
    .selectFrom('comment_words')
    .select('account_id')
    .where('comment_id', '=', id)
    .executeTakeFirstOrThrow()
  const given = `${(await get('?limit=100')).body}${(await get('.csv')).body}`
  expect(given).toContain('Có thư và tài khoản')
  for (const hidden of ['rieng@vidu', code, 'PL-YK', secret, account!, 'score', 'email'])
    expect([hidden, given.includes(hidden)]).toEqual([hidden, false])
  const [row] = (await get('?limit=100')).json().items.filter((item: { id: string }) => item.id === id)
  expect(Object.keys(row)).toEqual([...commentFields])
  expect(row).toMatchObject({ subject: writeSubject(OPEN), about: 'Kế hoạch 37 về công tác dân vận', byAccount: true, parent: null })
  expect(row.address).toMatch(new RegExp(`^/lich-tiep-dan#y-kien-${id}$`))
})

test('what stands under something that is no longer public is not there, and is there again with it', async () => {
  const { id } = await shown({ body: 'Dưới bài đã rút' })
  const move = (subject: string) => db.updateTable('comments').set({ subject_id: subject }).where('id', '=', id).execute()
  await move('0193a000-0000-7000-8000-00000000ffff')
  expect(await bodies()).not.toContain('Dưới bài đã rút')
  await move(OPEN.id)
  expect(await bodies()).toContain('Dưới bài đã rút')
})

test('one subject alone; one that the public cannot see is unknown', async () => {
  await shown({ subject: writeSubject(OTHER), body: 'Về lịch cắt điện' })
  expect(await bodies(`&subject=${writeSubject(OTHER)}`)).toEqual(['Về lịch cắt điện'])
  expect(recordsOf((await get(`.csv?subject=${writeSubject(OTHER)}`)).body).map((record) => record[6])).toEqual([
    'body',
    'Về lịch cắt điện',
  ])
  for (const form of ['', '.csv'])
    for (const subject of ['article:0193a000-0000-7000-8000-00000000ffff', 'poll:x', '__proto__'])
      expect((await get(`${form}?subject=${encodeURIComponent(subject)}`)).statusCode).toBe(404)
})

test.each(['?after=x', '?limit=0', '?limit=101', '?x=1', '.csv?bom=2', '.csv?limit=5'])('%s is refused', async (rest) => {
  expect((await get(rest)).statusCode).toBe(422)
})

describe('as a file', () => {
  test('the same rows as page by page, with letters, line ends and quotation marks whole, and no cell that a spreadsheet would run', async () => {
    await shown({ name: '=cmd', body: '=HYPERLINK("http://vidu.vn")\nDòng hai, có "ngoặc"' })
    const [head, ...records] = recordsOf((await get('.csv')).body)
    expect(head).toEqual([...commentFields])
    const safe = (value: unknown) => (/^[=+\-@]/.test(String(value)) ? `'${value}` : String(value ?? ''))
    expect(records).toEqual((await walked()).map((row) => commentFields.map((field) => safe(row[field]))))
    expect(records.at(-1)!.slice(5, 7)).toEqual(["'=cmd", '\'=HYPERLINK("http://vidu.vn")\nDòng hai, có "ngoặc"'])
    expect((await get('.csv?bom=1')).rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })

  test('of any length, each row once; a flood of long files is stopped, a short one never', async () => {
    const { rows } = await town.pool.query<{ id: string }>(
      `insert into comments (authority_id, id, code, subject_type, subject_id, status, seen, first_shown_at, by_account, sent_at, secret_hash, client_token)
       select 1, gen_random_uuid(), 'X-' || n, 'article', $1, 'shown', true, now(), false, '2026-01-01'::timestamptz + n % 7 * interval '1 day', '\\x00', gen_random_uuid()
       from generate_series(1, 1100) n returning id`,
      [OPEN.id],
    )
    const file = await get('.csv', '198.51.100.20')
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    const ids = recordsOf(file.body).map(([id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id } of rows) expect(ids).toContain(id)
    let allowed = 1
    while ((await get('.csv', '198.51.100.20')).statusCode === 200 && allowed < 60) allowed++
    expect(allowed).toBeGreaterThanOrEqual(30)
    expect(allowed).toBeLessThan(60)
    const problem = await get('.csv', '198.51.100.20')
    expect([problem.statusCode, problem.headers['content-type']]).toEqual([429, 'application/problem+json; charset=utf-8'])
    expect((await get(`.csv?subject=${writeSubject(OTHER)}`, '198.51.100.20')).statusCode).toBe(200)
  })
})
