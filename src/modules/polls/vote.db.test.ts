import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { everythingStored, rowCounts } from '../../../tests/support/rows.ts'
import { forgetVoters, movePolls } from './move-polls.ts'
import { vote } from './vote.ts'

let at = new Date('2026-11-26T09:00:00+07:00')
const { app, db, appKey, signIn } = await testApp({ now: () => at })
const scope = { authorityId: 1 }
const runner = { db, now: () => at, dropPages: () => undefined }
let editor = ''
let made = 0
let addresses = 0

beforeAll(async () => {
  editor = await signIn('tuyet')
})

const freshAddress = () => `198.51.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`
const freshReader = () => ({ accountId: null, token: randomBytes(16).toString('base64url') })
const ask = (url: string, payload: object, headers: Record<string, string> = {}, remoteAddress = freshAddress()) =>
  app.inject({ method: 'POST', url, payload, headers, remoteAddress })
const look = async (slug: string) => (await app.inject({ url: `/api/v1/polls/${slug}` })).json()
const cookieOf = (response: Awaited<ReturnType<typeof ask>>) => response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

async function openPoll(more: object = {}): Promise<string> {
  const payload = {
    question: `Câu hỏi số ${++made}`,
    options: ['Phong phú, đầy đủ', 'Tạm đủ dùng', 'Cần bổ sung thêm'],
    mostChoices: 1,
    opensOn: '2026-11-26',
    closesOn: '2026-11-30',
    whoVotes: 'everybody',
    resultsShown: 'always',
    ...more,
  }
  const answer = await ask('/api/v1/office/polls', payload, { cookie: editor })
  expect(answer.statusCode, answer.body).toBe(201)
  const { slug } = answer.json()
  expect((await ask(`/api/v1/polls/${slug}/acts/schedule`, {}, { cookie: editor })).statusCode).toBe(200)
  await movePolls(runner, scope)
  return slug
}

describe('one vote each', () => {
  test('a thousand readers over several connections: the count is exact', async () => {
    const slug = await openPoll()
    const ballots = Array.from({ length: 1_000 }, (_, i) => ({
      slug,
      choices: [(i % 3) + 1],
      reader: freshReader(),
      address: freshAddress(),
    }))
    const sent = await Promise.allSettled(ballots.map((ballot) => vote({ db, appKey, now: () => at }, scope, ballot)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1_000)
    expect(await look(slug)).toMatchObject({ voters: 1_000, options: [{ votes: 334 }, { votes: 333 }, { votes: 333 }] })
  })

  test('the same reader twenty times at once: one', async () => {
    const slug = await openPoll()
    const reader = freshReader()
    const sent = await Promise.allSettled(
      Array.from({ length: 20 }, () => vote({ db, appKey, now: () => at }, scope, { slug, choices: [2], reader, address: '192.0.2.1' })),
    )
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await look(slug)).voters).toBe(1)
  })

  test('dropped cookies and forged headers stop at the limit of the address; an account still votes', async () => {
    const slug = await openPoll()
    const statuses: number[] = []
    for (let i = 0; i < 60; i++) {
      const forged = { 'x-forwarded-for': `203.0.113.${i}` }
      statuses.push((await ask(`/api/v1/polls/${slug}/votes`, { options: [1] }, forged, '192.0.2.7')).statusCode)
    }
    expect([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 429).length]).toEqual([50, 10])
    const cookie = await signIn('binh')
    expect((await ask(`/api/v1/polls/${slug}/votes`, { options: [1] }, { cookie }, '192.0.2.7')).statusCode).toBe(201)
    expect((await ask(`/api/v1/polls/${slug}/votes`, { options: [1] }, { cookie }, '192.0.2.8')).json()).toMatchObject({
      status: 409,
      code: 'already_voted',
    })
    expect((await look(slug)).voters).toBe(51)
  })

  test('who voted with an account does not vote again signed out in the same browser', async () => {
    const slug = await openPoll()
    const first = await ask(`/api/v1/polls/${slug}/votes`, { options: [1] }, { cookie: await signIn('hoa') })
    const again = await ask(`/api/v1/polls/${slug}/votes`, { options: [1] }, { cookie: cookieOf(first) })
    expect([first.statusCode, again.statusCode]).toEqual([201, 409])
  })
})

describe('a vote that is not recorded says why, and writes nothing', () => {
  test.each([
    { options: [9999], status: 422, code: 'unknown_option' },
    { options: [0], status: 422, code: 'unknown_option' },
    { options: [], status: 422, code: 'no_choice' },
    { options: [1, 2], status: 422, code: 'too_many_options' },
  ])('$options: $code', async ({ options, status, code }) => {
    const slug = await openPoll()
    const before = await rowCounts(db)
    const answer = await ask(`/api/v1/polls/${slug}/votes`, { options })
    expect(answer.json()).toMatchObject({ status, code, detail: expect.stringContaining('chưa được ghi') })
    expect(await rowCounts(db)).toEqual(before)
    expect((await look(slug)).voters).toBe(0)
  })

  test('after the last day none comes in, though no worker has closed it; a withdrawn one says so', async () => {
    const slug = await openPoll()
    at = new Date('2026-11-30T23:59:59+07:00')
    expect((await ask(`/api/v1/polls/${slug}/votes`, { options: [1] })).statusCode).toBe(201)
    at = new Date('2026-12-01T00:00:00+07:00')
    expect((await ask(`/api/v1/polls/${slug}/votes`, { options: [1] })).json()).toMatchObject({ status: 409, code: 'poll_closed' })
    await movePolls(runner, scope)
    expect(await look(slug)).toMatchObject({ status: 'closed', voters: 1 })
    at = new Date('2026-12-10T00:00:00+07:00')
    expect(await forgetVoters(runner, scope)).toBeGreaterThan(0)
    const marks = await db.selectFrom('reader_marks').innerJoin('polls', 'polls.id', 'reader_marks.subject_id').select('slug').execute()
    expect(marks.filter((mark) => mark.slug === slug)).toEqual([])
    expect((await look(slug)).voters).toBe(1)
    at = new Date('2026-11-26T09:00:00+07:00')
    const other = await openPoll()
    await ask(`/api/v1/polls/${other}/acts/withdraw`, { reason: 'Câu hỏi dễ hiểu lầm.' }, { cookie: editor })
    expect((await ask(`/api/v1/polls/${other}/votes`, { options: [1] })).json()).toMatchObject({ status: 409, code: 'poll_withdrawn' })
    expect(await look(other)).toMatchObject({ reason: 'Câu hỏi dễ hiểu lầm.', voters: null })
  })

  test('once open nothing of it changes, and only the editor withdraws it', async () => {
    const slug = await openPoll()
    const edit = {
      question: 'Khác',
      options: ['a', 'b'],
      opensOn: '2026-11-26',
      closesOn: '2026-11-30',
      whoVotes: 'everybody',
      resultsShown: 'always',
    }
    expect((await ask(`/api/v1/polls/${slug}/acts/edit`, edit, { cookie: editor })).statusCode).toBe(409)
    expect((await ask(`/api/v1/polls/${slug}/acts/close`, {}, { cookie: editor })).statusCode).toBe(403)
    expect((await ask(`/api/v1/polls/${slug}/acts/withdraw`, { reason: 'x' }, { cookie: await signIn('lam') })).statusCode).toBe(403)
  })
})

describe('secrecy', () => {
  test('no token, account or address is stored with a vote, and one row alone holds the counts', async () => {
    const slug = await openPoll()
    const answer = await ask(`/api/v1/polls/${slug}/votes`, { options: [3] }, {}, '192.0.2.99')
    const token = answer.cookies.find(({ name }) => name === 'congdan_reader')!
    expect([token.httpOnly, token.sameSite]).toEqual([true, 'Lax'])
    const stored = await everythingStored(db, ['reader_marks', 'reader_buckets', 'poll_counts', 'polls'])
    expect(stored).not.toContain(token.value)
    expect(stored).not.toContain('192.0.2.99')
    expect(stored).toContain('{0,0,1}')
  })
})

describe('the form of a kept page', () => {
  const send = (slug: string, headers: Record<string, string>, query = '') =>
    app.inject({
      method: 'POST',
      url: `/tham-do/${slug}/bieu-quyet${query}`,
      payload: 'options=2',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
      remoteAddress: freshAddress(),
    })

  test('needs an Origin of our own, gives a token first, and says “recorded” only of a vote that is', async () => {
    const slug = await openPoll()
    expect((await app.inject({ url: `/tham-do/${slug}` })).cookies.map(({ name }) => name)).not.toContain('congdan_reader')
    expect((await app.inject({ url: `/tham-do/${slug}?xong=1` })).body).not.toContain('đã được ghi.')
    expect((await send(slug, {})).statusCode).toBe(403)
    expect((await send(slug, { origin: 'https://evil.vn' })).statusCode).toBe(403)
    const origin = 'http://localhost'
    const first = await send(slug, { origin })
    expect([first.statusCode, first.headers.location]).toEqual([307, `/tham-do/${slug}/bieu-quyet?lan=2`])
    const without = await send(slug, { origin }, '?lan=2')
    expect([without.statusCode, without.body.includes('không giữ cookie')]).toEqual([422, true])
    const cookie = cookieOf(first)
    const second = await send(slug, { origin, cookie }, '?lan=2')
    expect([second.statusCode, second.headers.location]).toEqual([303, `/tham-do/${slug}?xong=1`])
    expect((await app.inject({ url: `/tham-do/${slug}?xong=1`, headers: { cookie } })).body).toContain('Phiếu của bạn đã được ghi.')
    const third = await send(slug, { origin, cookie })
    expect([third.statusCode, third.body.includes('Bạn đã biểu quyết rồi')]).toEqual([409, true])
    expect((await look(slug)).voters).toBe(1)
    const csv = (await app.inject({ url: `/api/v1/open-data/polls.csv?poll=${slug}` })).body.split('\r\n')
    expect(csv[2]).toContain(',2,Tạm đủ dùng,1,1')
  })
})
