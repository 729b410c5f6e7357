import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { everythingStored, rowCounts } from '../../../tests/support/rows.ts'
import { compareModerationCounts } from '../moderation/index.ts'
import { writeSubject } from './comment.ts'
import { compareCommentCounts } from './index.ts'
import { CLOSED, commentTown, OPEN, OTHER } from './test-app.ts'

const town = await commentTown()
const { app, db, send, sent, shown, decide, itemOf } = town
const scope = { authorityId: 1 }

describe('sending a comment', () => {
  test('it waits, with a code and a secret, and nobody else reads it', async () => {
    const response = await send({ body: 'Chữ chưa ai được đọc.' })
    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({
      code: expect.stringMatching(/^PL-YK-2026-\d{5}$/),
      status: 'waiting',
      body: 'Chữ chưa ai được đọc.',
    })
    const { id, secret } = response.json()
    expect(secret).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    const list = await app.inject({ url: `/api/v1/comments?subject=${writeSubject(OPEN)}&limit=100` })
    expect(list.body).not.toContain('Chữ chưa ai được đọc')
    expect((await app.inject({ url: `/api/v1/comments/${id}` })).statusCode).toBe(404)
    const own = await app.inject({ url: `/api/v1/comments/${id}`, headers: { 'x-comment-secret': secret } })
    expect(own.json()).toMatchObject({ status: 'waiting', body: 'Chữ chưa ai được đọc.', acts: ['resend', 'withdraw'] })
  })

  test('the same token again gives the same comment and secret, and the first content stands', async () => {
    const clientToken = randomUUID()
    const first = await send({ clientToken, body: 'Lần đầu' })
    const before = await rowCounts(db)
    const again = await send({ clientToken, body: 'Lần sau' })
    expect([first.statusCode, again.statusCode]).toEqual([201, 200])
    expect(again.json()).toMatchObject({ id: first.json().id, secret: first.json().secret, body: 'Lần đầu' })
    expect(await rowCounts(db)).toEqual(before)
  })

  test('twenty sendings of one token at once make one comment', async () => {
    const clientToken = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ clientToken })))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.json().secret)).size).toBe(1)
  })

  test('neither the secret nor the token is in the database', async () => {
    const clientToken = randomUUID()
    const { secret } = await sent({ clientToken })
    const stored = await everythingStored(db)
    expect(stored).not.toContain(secret)
    expect(stored).not.toContain(clientToken)
  })

  test('with an account the name is that of the account', async () => {
    const cookie = await town.signIn('binh')
    const response = await send({ name: 'Chủ tịch' }, { cookie })
    expect(response.json()).toMatchObject({ name: expect.stringContaining('Bình') })
    const own = await app.inject({ url: `/api/v1/comments/${response.json().id}`, headers: { cookie } })
    expect(own.json()).toMatchObject({ status: 'waiting', acts: ['resend', 'withdraw'] })
  })

  test('the history and the queue hold no word of it', async () => {
    await sent({ name: 'Tên rất riêng', body: 'Lời rất riêng' })
    const stored = await everythingStored(db, [
      'history_entries',
      'history_words',
      'moderation_items',
      'comments',
      'audit_entries',
      'tallies',
    ])
    expect(stored).not.toMatch(/rất riêng/)
  })
})

describe('what is refused', () => {
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['70,000 letters', { body: 'ă'.repeat(70_000) }, 'body', 'too_long'],
    ['one letter too many', { body: 'ă'.repeat(2_001) }, 'body', 'too_long'],
    ['a NUL', { body: 'a\u0000b' }, 'body', 'unstorable'],
    ['a lone surrogate', { body: 'a\ud800' }, 'body', 'unstorable'],
    ['nothing', { body: ' \u200b\n' }, 'body', 'required'],
    ['no name', { name: '' }, 'name', 'required'],
    ['a name of many lines and letters', { name: 'a'.repeat(61) }, 'name', 'too_long'],
    ['an address that is none', { email: 'khong phai thu' }, 'email', 'invalid_email'],
    ['a token that is none', { clientToken: 'x' }, 'clientToken', 'invalid_uuid'],
    ['an unknown field', { website: 'x' }, 'website', 'unknown_field'],
  ]
  test.each(wrong)('%s', async (_what, change, field, code) => {
    const before = await rowCounts(db)
    const response = await send(change)
    expect(response.statusCode, response.body.slice(0, 300)).toBe(422)
    expect(response.json().errors).toEqual([expect.objectContaining({ field, code, detail: expect.stringMatching(/\.$/) })])
    expect(await rowCounts(db)).toEqual(before)
  })

  test('two thousand letters in NFD are two thousand letters, and are kept as NFC', async () => {
    const { id, secret } = await sent({ body: 'ệ'.repeat(2_000).normalize('NFD') })
    const own = await app.inject({ url: `/api/v1/comments/${id}`, headers: { 'x-comment-secret': secret } })
    expect(own.json().body).toBe('ệ'.repeat(2_000))
  })

  test.each([
    ['of an unknown type', 'poll:0193a000-0000-7000-8000-000000000001'],
    ['that does not exist', 'article:0193a000-0000-7000-8000-00000000ffff'],
    ['that is no reference', 'constructor'],
    ['with a hostile name', '__proto__:0193a000-0000-7000-8000-000000000001'],
  ])('a subject %s is not found', async (_what, subject) => {
    expect((await send({ subject })).statusCode).toBe(404)
    expect((await app.inject({ url: `/y-kien?ve=${encodeURIComponent(subject)}` })).statusCode).toBe(404)
  })

  test('a closed subject takes none', async () => {
    const response = await send({ subject: writeSubject(CLOSED) })
    expect([response.statusCode, response.json().code]).toEqual([409, 'comments_closed'])
  })
})

describe('answers', () => {
  test('an answer to an answer stands under the first comment', async () => {
    const root = await shown()
    const answer = await shown({ parent: root.id })
    const deeper = await sent({ parent: answer.id })
    const row = await db.selectFrom('comments').select('parent_id').where('id', '=', deeper.id).executeTakeFirstOrThrow()
    expect(row.parent_id).toBe(root.id)
  })

  test('what is missing, waits, was removed or belongs elsewhere takes no answer', async () => {
    const waiting = await sent()
    const removed = await shown()
    await decide('tuyet', removed.id, 'remove', { reason: 'offTopic' })
    const elsewhere = await shown({ subject: writeSubject(OTHER) })
    for (const parent of [randomUUID(), waiting.id, removed.id, elsewhere.id]) {
      const before = await rowCounts(db)
      const response = await send({ parent })
      expect([response.statusCode, response.json().code]).toEqual([422, 'parent_not_there'])
      expect(response.json().detail).toContain('không còn ở đây')
      expect(await rowCounts(db)).toEqual(before)
    }
  })

  test('an answer and the removal of what it answers, at once: one of the two orders, never half', async () => {
    const parent = await shown()
    const [answer, removal] = await Promise.all([send({ parent: parent.id }), decide('lam', parent.id, 'remove', { reason: 'insult' })])
    expect(removal.statusCode).toBe(200)
    expect([201, 422]).toContain(answer.statusCode)
  })
})

describe('how often', () => {
  test('one browser sends five in a row, then is asked to wait; the words stay in the form', async () => {
    const browser = await town.browser()
    const page = `/y-kien/gui?ve=${writeSubject(OPEN)}`
    for (let i = 0; i < 5; i++) expect((await browser.fill(page, { name: 'Hà', body: `Ý thứ ${i}` })).statusCode).toBe(303)
    const before = await rowCounts(db)
    const sixth = await browser.fill(page, { name: 'Hà', body: 'Câu thứ sáu còn nguyên' })
    expect(sixth.statusCode).toBe(429)
    expect(sixth.headers['retry-after']).toBe('60')
    expect(sixth.body).toContain('Câu thứ sáu còn nguyên')
    expect(sixth.body).toContain('Hãy đợi một phút')
    expect(await rowCounts(db)).toEqual(before)
  })

  test('thirty readers behind one address all get through, a flood does not', async () => {
    const from = (clientToken = randomUUID()) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/comments',
        remoteAddress: '198.51.100.7',
        payload: { subject: writeSubject(OPEN), name: 'Văn phòng', body: `Câu ${clientToken}`, clientToken },
      })
    const first = await Promise.all(Array.from({ length: 30 }, () => from()))
    expect(first.map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(201))
    const flood = await Promise.all(Array.from({ length: 60 }, () => from()))
    expect(flood.some(({ statusCode, json }) => statusCode === 429 && json().code === 'comment_too_many')).toBe(true)
    const known = first[0]!.json()
    expect(known.status).toBe('waiting')
  })

  test('a token that was sent before is answered though the address is at its end', async () => {
    const clientToken = randomUUID()
    const call = (token: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/comments',
        remoteAddress: '198.51.100.8',
        payload: { subject: writeSubject(OPEN), name: 'Hà', body: `Câu ${token}`, clientToken: token },
      })
    await call(clientToken)
    // In one burst: a second later the address may send again.
    const burst = await Promise.all([...Array.from({ length: 70 }, () => call(randomUUID())), call(clientToken)])
    expect(burst.slice(0, 70).map(({ statusCode }) => statusCode)).toContain(429)
    expect(burst.at(-1)!.statusCode).toBe(200)
  })
})

test('the same text within an hour raises the score, whoever sends it', async () => {
  const body = 'Mời bà con xem trang của tôi nhé.'
  await sent({ body })
  const again = await sent({ body: 'MỜI BÀ CON XEM TRANG CỦA TÔI NHÉ!!!', name: 'Người khác' })
  expect((await itemOf(again.id)).signals).toMatchObject({ same: 40 })
})

test('kept counts equal the rows', async () => {
  expect(await compareModerationCounts(db, scope)).toEqual([])
  expect(await compareCommentCounts(db, scope)).toEqual([])
})
