import { describe, expect, test } from 'vitest'
import { everythingStored, rowCounts } from '../../../tests/support/rows.ts'
import { writeSubject } from './comment.ts'
import { CLOSED, commentTown, OPEN, OTHER } from './test-app.ts'

let at = new Date('2026-11-26T09:00:00+07:00')
const town = await commentTown({ now: () => at })
const { app, db, sent, shown, decide, itemOf } = town
const form = `/y-kien/gui?ve=${writeSubject(OPEN)}`
const after = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000)
}

describe('the form, without a script', () => {
  test('sending leads to a page of the own, with code, secret and a private link that survives a reload', async () => {
    const browser = await town.browser()
    const answer = await browser.fill(form, { name: 'Lan', body: 'Đèn đường đã sáng.\nCảm ơn.' })
    expect(answer.statusCode).toBe(303)
    const address = String(answer.headers.location)
    expect(address).toMatch(/^\/y-kien\/PL-YK-2026-\d{5}\?moi=1$/)
    const page = await browser.get(address)
    expect(page.body).toContain('Đèn đường đã sáng.\nCảm ơn.')
    expect(page.body).toContain('<meta name="robots" content="noindex"/>')
    expect(page.headers['cache-control']).toBe('private, no-store')
    const link = /href="(http:\/\/[^"]+khoa=[^"]+)"/.exec(page.body)?.[1]
    const other = await town.browser()
    const opened = await other.get(new URL(link!).pathname + new URL(link!).search)
    expect([opened.statusCode, opened.headers.location]).toEqual([303, address.replace('?moi=1', '')])
    expect((await other.get(String(opened.headers.location))).body).toContain('Đèn đường đã sáng.')
  })

  test('without the secret the page asks for it, and says nothing of whether there is such a comment', async () => {
    const { code } = await sent()
    const [known, unknown] = await Promise.all([code, 'PL-YK-2026-99999'].map((one) => app.inject({ url: `/y-kien/${one}` })))
    const bare = (body: string) =>
      body
        .replaceAll(code, 'X')
        .replaceAll('PL-YK-2026-99999', 'X')
        .replace(/value="[\w-]{43}"/g, '')
    expect(bare(known!.body)).toBe(bare(unknown!.body))
    const browser = await town.browser()
    const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get(`/y-kien/${code}`)).body)![1]!
    const wrong = await browser.post(`/y-kien/${code}`, { _csrf: token, secret: '0000-0000-0000-0000-0000' })
    expect([wrong.statusCode, wrong.body.includes('không khớp')]).toEqual([404, true])
  })

  test.each([
    ['70,000 letters', 'ă'.repeat(70_000), 422, 'dài quá 2000 ký tự'],
    ['nothing', '  ', 422, 'chưa có nội dung'],
    ['markup', '<img src=x onerror=alert(1)>', 303, ''],
  ])('%s', async (_what, body, status, sentence) => {
    const browser = await town.browser()
    const answer = await browser.fill(form, { name: 'Lan', email: 'lan@vidu.vn', body })
    expect(answer.statusCode).toBe(status)
    if (status === 303) return
    expect(answer.body).toContain(sentence)
    expect(answer.body).toContain('lan@vidu.vn')
    if (body.trim()) expect(answer.body).toContain(body)
  })

  test('bytes that are no UTF-8 are refused and never replaced', async () => {
    const before = await rowCounts(db)
    const response = await app.inject({
      method: 'POST',
      url: '/y-kien/gui',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: Buffer.from('body=abc%ff&name=x', 'latin1'),
    })
    expect(response.statusCode).toBe(400)
    expect(await rowCounts(db)).toEqual(before)
  })

  test('a form whose token is not this browser’s comes back with the words, and is taken the second time', async () => {
    const browser = await town.browser()
    const before = await rowCounts(db)
    const expired = await browser.fill(form, { _csrf: 'x', name: 'Lan', body: 'Chữ gõ từ hôm qua' })
    expect(expired.statusCode).toBe(403)
    expect(expired.body).toContain('Chữ gõ từ hôm qua')
    expect(await rowCounts(db)).toEqual(before)
    const hidden = Object.fromEntries(
      [...expired.body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    )
    expect((await browser.post('/y-kien/gui', { ...hidden, name: 'Lan', body: 'Chữ gõ từ hôm qua' })).statusCode).toBe(303)
  })

  test('the parent was removed meanwhile: the words come back, as a comment by itself', async () => {
    const parent = await shown()
    const browser = await town.browser()
    const page = `${form}&tra-loi=${parent.id}`
    expect((await browser.get(page)).body).toContain('Bạn trả lời ý kiến')
    const gone = await browser.get(page)
    await decide('tuyet', parent.id, 'remove', { reason: 'insult' })
    const hidden = Object.fromEntries(
      [...gone.body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    )
    const answer = await browser.post('/y-kien/gui', { ...hidden, name: 'Lan', body: 'Câu trả lời của tôi' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('không còn ở đây')
    expect(answer.body).toContain('Câu trả lời của tôi')
    expect(answer.body).not.toContain('name="parent"')
    expect((await browser.get(page)).body).toContain('không còn ở đây')
  })

  test('a parent of another article is as good as none', async () => {
    const elsewhere = await shown({ subject: writeSubject(OTHER) })
    expect((await app.inject({ url: `${form}&tra-loi=${elsewhere.id}` })).body).not.toContain('name="parent"')
  })

  test('what is closed says so and offers no form', async () => {
    const page = await app.inject({ url: `/y-kien/gui?ve=${writeSubject(CLOSED)}` })
    expect(page.body).toContain('không nhận thêm ý kiến')
    expect(page.body).not.toContain('gui-y-kien')
  })

  test('speed and the unseen field are told to the moderator alone', async () => {
    const quick = await town.browser()
    await quick.fill(form, { name: 'Máy', body: 'Gửi ngay lập tức', website: 'http://x' })
    const slow = await town.browser()
    const page = await slow.get(form)
    const hidden = Object.fromEntries(
      [...page.body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    )
    after(30)
    const answer = await slow.post('/y-kien/gui', { ...hidden, name: 'Người', body: 'Viết từ tốn' })
    expect(answer.statusCode).toBe(303)
    const rows = await db
      .selectFrom('moderation_items')
      .innerJoin('comment_words', 'comment_words.comment_id', 'moderation_items.subject_id')
      .select(['name', 'signals'])
      .where('name', 'in', ['Máy', 'Người'])
      .execute()
    const signals = Object.fromEntries(rows.map((row) => [row.name, row.signals]))
    expect(signals).toEqual({ Người: {}, Máy: { trap: 100, fast: 30 } })
  })

  test('signed in, the account’s name is used and no name is asked', async () => {
    const browser = await town.browser('binh')
    const page = await browser.get(form)
    expect(page.body).toContain('Đăng với tên')
    expect(page.body).not.toContain('id="name"')
    const answer = await browser.fill(form, { body: 'Tôi là Bình' })
    expect((await browser.get(String(answer.headers.location))).body).toContain('Tôi là Bình')
  })
})

describe('a comment that was refused', () => {
  test('keeps its words, says why, can be changed and sent again, and taken back', async () => {
    const browser = await town.browser()
    const answer = await browser.fill(form, { name: 'Lan', email: 'lan.rut@vidu.vn', body: 'Gọi cho bà Hai số 0900000001' })
    const code = /PL-YK-2026-\d{5}/.exec(String(answer.headers.location))![0]
    const { id } = await db.selectFrom('comments').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    await decide('tuyet', id, 'remove', { reason: 'privateData', words: 'Xin bỏ số điện thoại của bà Hai.' })
    const page = await browser.get(`/y-kien/${code}`)
    expect(page.body).toContain('có thông tin riêng của người khác')
    expect(page.body).toContain('Xin bỏ số điện thoại của bà Hai.')
    expect(page.body).toContain('Gọi cho bà Hai số 0900000001')
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const version = /name="version" value="(\d+)"/.exec(page.body)![1]!
    const long = await browser.post(`/y-kien/${code}/sua`, { _csrf: token, version, body: 'ă'.repeat(2_001) })
    expect([long.statusCode, long.body.includes('ă'.repeat(2_001))]).toEqual([422, true])
    const again = await browser.post(`/y-kien/${code}/sua`, { _csrf: token, version, body: 'Mong bà Hai được giúp.' })
    expect(again.statusCode).toBe(303)
    expect(await itemOf(id)).toMatchObject({ status: 'waiting', version: 3 })
    const stale = await browser.post(`/y-kien/${code}/sua`, { _csrf: token, version, body: 'Bản cũ' })
    expect([stale.statusCode, stale.body.includes('Bản cũ')]).toEqual([409, true])
    const texts = await db
      .selectFrom('moderation_texts')
      .select('body')
      .where('item_id', '=', (await itemOf(id)).id)
      .orderBy('revision')
      .execute()
    expect(texts.map(({ body }) => body)).toEqual(['Gọi cho bà Hai số 0900000001', 'Mong bà Hai được giúp.'])
    expect((await browser.post(`/y-kien/${code}/rut`, { _csrf: token })).statusCode).toBe(303)
    expect((await browser.get(`/y-kien/${code}`)).body).toContain('Bạn đã rút ý kiến này')
    expect(await everythingStored(db, ['comment_words'])).not.toContain('lan.rut@vidu.vn')
  })

  test('nobody else changes or takes back what is not theirs', async () => {
    const { id, code } = await shown()
    const stranger = await town.browser('binh')
    const token = /name="_csrf" value="([^"]+)"/.exec((await stranger.get(form)).body)![1]!
    for (const act of ['sua', 'rut'])
      expect((await stranger.post(`/y-kien/${code}/${act}`, { _csrf: token, body: 'x' })).headers.location).toBe(`/y-kien/${code}`)
    const call = (headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: `/api/v1/comments/${id}/acts/withdraw`, headers, payload: {} })
    expect((await call({})).statusCode).toBe(401)
    expect((await call({ cookie: await town.signIn('binh') })).statusCode).toBe(403)
    expect((await call({ 'x-comment-secret': '0000-0000-0000-0000-0000' })).statusCode).toBe(404)
    expect(await itemOf(id)).toMatchObject({ status: 'shown' })
  })
})
