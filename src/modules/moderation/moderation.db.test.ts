import { beforeAll, describe, expect, test } from 'vitest'
import { commentTown } from '../comments/test-app.ts'
import { compareModerationCounts } from './index.ts'

let minute = 0
const town = await commentTown({ now: () => new Date(Date.parse('2026-11-26T09:00:00+07:00') + minute++ * 60_000) })
const { app, db, sent, shown, decide, itemOf } = town

const officers = ['lam', 'tuyet', 'phuc'] as const
const cookies = new Map<string, string>()
beforeAll(async () => {
  for (const username of officers) cookies.set(username, await town.cookieOf(username))
})
const get = (url: string, username: string) => app.inject({ url, headers: { cookie: cookies.get(username)! } })

describe('who reads', () => {
  test('the auditor reads what was removed, why, and the original, and each look is written down', async () => {
    const comment = await shown({ body: 'Nguyên văn đã gỡ' })
    await decide('tuyet', comment.id, 'remove', { reason: 'falseInformation', words: 'Sở đã đính chính.' })
    const { id } = await itemOf(comment.id)
    const looks = async () =>
      Number(
        (
          await db
            .selectFrom('audit_entries')
            .select((eb) => eb.fn.countAll().as('n'))
            .where('action', '=', 'read')
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await looks()
    const page = (await get(`/lam-viec/kiem-duyet/${id}`, 'phuc')).body
    expect(page).toContain('Nguyên văn đã gỡ')
    expect(page).toContain('thông tin sai sự thật')
    expect(page).toContain('Sở đã đính chính.')
    expect(page).not.toMatch(/<form method="post" action="\/lam-viec\/kiem-duyet/)
    expect((await get('/lam-viec/kiem-duyet?view=removed', 'phuc')).body).toContain('Nguyên văn đã gỡ')
    expect(await looks()).toBe(before + 2)
  })

  test('no officer sees the address for mail', async () => {
    const comment = await sent({ email: 'an.danh@vidu.vn' })
    const { id } = await itemOf(comment.id)
    for (const url of ['/lam-viec/kiem-duyet?view=waiting', `/lam-viec/kiem-duyet/${id}`, `/api/v1/office/moderation/${id}`])
      expect((await get(url, 'lam')).body).not.toContain('an.danh')
  })
})

describe('deciding', () => {
  test('a removal needs a reason of the list, and words where the reason is another', async () => {
    const { id } = await sent()
    for (const [input, field, code] of [
      [{}, 'reason', 'invalid_choice'],
      [{ reason: 'x' }, 'reason', 'invalid_choice'],
      [{ reason: 'other' }, 'words', 'required'],
      [{ reason: 'other', words: 'ă'.repeat(1_001) }, 'words', 'too_long'],
    ] as const) {
      const response = await decide('tuyet', id, 'remove', input)
      expect([response.statusCode, response.json().errors[0].field, response.json().errors[0].code]).toEqual([422, field, code])
    }
    expect((await itemOf(id)).status).toBe('waiting')
  })

  test('two moderators at once: one decides, the other is told what happened', async () => {
    const { id } = await sent()
    const version = 1
    const answers = await Promise.all([
      decide('tuyet', id, 'approve', { version }),
      decide('lam', id, 'remove', { version, reason: 'insult' }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      happened: { event: expect.stringMatching(/^moderation\./) },
    })
  })

  test('a moderator and the writer at once: nothing is approved that was not read', async () => {
    const { id, secret } = await sent({ body: 'Bản đầu' })
    const resend = () =>
      app.inject({
        method: 'POST',
        url: `/api/v1/comments/${id}/acts/resend`,
        headers: { 'x-comment-secret': secret },
        payload: { body: 'Bản hai', version: 1 },
      })
    const [approval, change] = await Promise.all([decide('tuyet', id, 'approve', { version: 1 }), resend()])
    expect([approval.statusCode, change.statusCode].toSorted()).toEqual([200, 409])
    const json = await app.inject({ url: `/api/v1/comments/${id}` })
    if (approval.statusCode === 200) expect(json.json().body).toBe('Bản đầu')
    else expect(json.statusCode).toBe(404)
  })

  test('a removal is reversed: the text stands as it was', async () => {
    const { id } = await shown({ body: 'Lời này đúng phép' })
    await decide('tuyet', id, 'remove', { reason: 'offTopic' })
    expect((await decide('lam', id, 'restore', { words: 'Gỡ nhầm.' })).statusCode).toBe(200)
    expect((await app.inject({ url: `/api/v1/comments/${id}` })).json()).toMatchObject({
      status: 'shown',
      body: 'Lời này đúng phép',
      reason: null,
    })
  })
})

describe('the queue on the page', () => {
  async function pageOf(username: string, url: string) {
    const cookie = cookies.get(username)!
    const page = await app.inject({ url, headers: { cookie } })
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const jar = [cookie, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const post = (action: string, fields: [string, string][]) =>
      app.inject({
        method: 'POST',
        url: action,
        headers: { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([['_csrf', token], ...fields]).toString(),
      })
    return { page, post }
  }

  test('one press approves and comes back to the list with its filter', async () => {
    const { id } = await sent({ body: 'Nhà cái uy tín, xem nhacai.top' })
    const item = await itemOf(id)
    const { page, post } = await pageOf('tuyet', '/lam-viec/kiem-duyet?view=waiting&suspect=yes')
    expect(page.body).toContain('Nhà cái uy tín')
    expect(page.body).toContain('có từ ngữ quảng cáo')
    const answer = await post(`/lam-viec/kiem-duyet/${item.id}/approve`, [
      ['version', '1'],
      ['from', '?view=waiting&suspect=yes'],
    ])
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/lam-viec/kiem-duyet?view=waiting&suspect=yes'])
    const hostile = await post(`/lam-viec/kiem-duyet/${(await itemOf((await sent()).id)).id}/approve`, [
      ['version', '1'],
      ['from', '//vidu.vn'],
    ])
    expect(hostile.headers.location).toBe('/lam-viec/kiem-duyet?view=waiting')
  })

  test('many are approved in one press, each by itself; what changed meanwhile is told', async () => {
    const made = [await sent(), await sent(), await sent()]
    const items = await Promise.all(made.map(({ id }) => itemOf(id)))
    await decide('lam', made[2]!.id, 'remove', { reason: 'insult' })
    const { post } = await pageOf('tuyet', '/lam-viec/kiem-duyet')
    const answer = await post(
      '/lam-viec/kiem-duyet/duyet-cac-muc',
      items.map(({ id }) => ['items', `${id}:1`]),
    )
    expect(answer.statusCode).toBe(303)
    const back = await get(String(answer.headers.location), 'tuyet')
    expect(back.body).toContain('Đã duyệt 2 mục.')
    expect(back.body).toContain('1 mục không duyệt được')
    expect((await Promise.all(made.map(({ id }) => itemOf(id)))).map(({ status }) => status)).toEqual(['shown', 'shown', 'removed'])
    const none = await post('/lam-viec/kiem-duyet/duyet-cac-muc', [])
    expect([none.statusCode, none.body.includes('Chưa chọn mục nào')]).toEqual([422, true])
    expect((await (await pageOf('phuc', '/tai-khoan')).post('/lam-viec/kiem-duyet/duyet-cac-muc', [])).statusCode).toBe(403)
  })

  test('a refused decision is drawn again with its words', async () => {
    const { id } = await itemOf((await sent()).id)
    const { post } = await pageOf('tuyet', `/lam-viec/kiem-duyet/${id}`)
    const answer = await post(`/lam-viec/kiem-duyet/${id}/remove`, [
      ['version', '1'],
      ['reason', ''],
      ['words', 'Chữ đã gõ'],
    ])
    expect([answer.statusCode, answer.body.includes('Chữ đã gõ')]).toEqual([422, true])
  })

  test('lists go page by page, in order, without gap or double', async () => {
    for (let i = 0; i < 5; i++) await sent()
    for (const view of ['waiting', 'shown', 'removed']) {
      const seen: string[] = []
      let after = ''
      do {
        const { items, next } = (await get(`/api/v1/office/moderation?view=${view}&limit=2${after}`, 'lam')).json()
        seen.push(...items.map((item: { movedAt: string; id: string }) => `${item.movedAt} ${item.id}`))
        after = next ? `&after=${next}` : ''
      } while (after)
      const sorted = seen.toSorted()
      expect(seen.map((one) => one.slice(0, 25))).toEqual(
        (view === 'waiting' ? sorted : sorted.toReversed()).map((one) => one.slice(0, 25)),
      )
      expect(new Set(seen).size).toBe(seen.length)
      const status = view
      const { n } = await db
        .selectFrom('moderation_items')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('status', '=', status as 'shown')
        .executeTakeFirstOrThrow()
      expect(seen).toHaveLength(Number(n))
    }
  })

  test('the removed are filtered by their reason', async () => {
    const { items } = (await get('/api/v1/office/moderation?view=removed&reason=falseInformation&limit=100', 'phuc')).json()
    expect(items.length).toBeGreaterThan(0)
    expect(items.every((item: { reason: string }) => item.reason === 'falseInformation')).toBe(true)
  })
})

test('kept counts equal the rows', async () => {
  expect(await compareModerationCounts(db, { authorityId: 1 })).toEqual([])
})
