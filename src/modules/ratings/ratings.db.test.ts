import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { everythingStored } from '../../../tests/support/rows.ts'
import { type Article, articleStatuses } from '../news/article.ts'
import { ratedArticles } from '../news/index.ts'
import { newsroom } from '../news/test-app.ts'
import { compareRatingTotals } from './compare-totals.ts'
import { importRating } from './import-rating.ts'
import { rate, takeBack } from './rate.ts'

const scope = { authorityId: 1 }
const room = await newsroom()
const { app, db, appKey, signIn, anArticle } = room
const cookies = new Map<string, string>()
const people = ['hoa', 'nam', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
let addresses = 0

beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
})

const freshAddress = () => `198.51.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`
const options = { db, appKey, now: room.now, articles: ratedArticles, dropPages: () => undefined }
const freshReader = () => ({ accountId: null, token: randomBytes(16).toString('base64url') })
const rated = (article: Article, stars: unknown, reader = freshReader() as { accountId: string | null; token: string | null }) =>
  rate(options, scope, { slug: article.slug, reader, input: { stars }, address: freshAddress() })

type Answer = Awaited<ReturnType<typeof send>>
const url = ({ slug }: { slug: string }) => `/api/v1/articles/${slug}/rating`
const send = (
  method: 'GET' | 'PUT' | 'DELETE',
  article: { slug: string },
  payload?: object,
  headers: Record<string, string> = {},
  remoteAddress = freshAddress(),
) => app.inject({ method, url: url(article), headers, remoteAddress, ...(method === 'GET' ? {} : { payload: payload ?? {} }) })
const put = (article: { slug: string }, stars: unknown, headers?: Record<string, string>, address?: string) =>
  send('PUT', article, { stars }, headers, address)
const readerIn = (answer: Answer) => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
const page = async (path: string, headers = {}) => (await app.inject({ url: path, headers })).body
const stored = () => everythingStored(db, ['article_ratings', 'article_rating_totals', 'reader_marks', 'reader_buckets'])
const differences = () => compareRatingTotals(db, scope)

describe('one rating a reader', () => {
  test('many readers at once, who change their minds and take it back at once: the sums are exact', async () => {
    const article = await anArticle('published')
    const readers = Array.from({ length: 120 }, freshReader)
    await Promise.all(readers.map((reader, i) => rated(article, (i % 5) + 1, reader)))
    expect((await send('GET', article)).json()).toMatchObject({ sum: 360, count: 120, average: 3 })
    // Each third changes to 5, each other third takes it back; and everybody presses twice.
    await Promise.all(
      readers.flatMap((reader, i) => {
        if (i % 3 === 0) return [rated(article, 5, reader), rated(article, 5, reader)]
        if (i % 3 === 1)
          return [takeBack(options, scope, { slug: article.slug, reader }), takeBack(options, scope, { slug: article.slug, reader })]
        return []
      }),
    )
    const left = readers.flatMap((_, i) => (i % 3 === 0 ? [5] : i % 3 === 2 ? [(i % 5) + 1] : []))
    expect((await send('GET', article)).json()).toMatchObject({ sum: left.reduce((sum, n) => sum + n), count: left.length })
    expect(await differences()).toEqual([])
  })

  test('the same reader twenty times at once: one, and it is one of those that were sent', async () => {
    const article = await anArticle('published')
    const reader = freshReader()
    await Promise.all(Array.from({ length: 20 }, (_, i) => rated(article, (i % 5) + 1, reader)))
    const { sum, count } = (await send('GET', article)).json()
    expect([count, sum >= 1 && sum <= 5]).toEqual([1, true])
    expect(await differences()).toEqual([])
  })

  test('a rating is given, seen, changed and taken back by its reader alone', async () => {
    const article = await anArticle('published')
    expect((await send('GET', article)).json()).toEqual({ article: article.slug, open: true, sum: 0, count: 0, average: null, own: null })
    const first = await put(article, 4)
    expect([first.statusCode, first.json()]).toEqual([200, expect.objectContaining({ sum: 4, count: 1, average: 4, own: 4 })])
    const cookie = readerIn(first)
    expect((await put(article, 2)).json()).toMatchObject({ sum: 6, count: 2, average: 3, own: 2 })
    expect((await put(article, 1, { cookie })).json()).toMatchObject({ sum: 3, count: 2, average: 1.5, own: 1 })
    expect((await send('GET', article, undefined, { cookie })).json()).toMatchObject({ own: 1 })
    expect((await send('GET', article)).json()).toMatchObject({ own: null, count: 2 })
    expect((await send('DELETE', article, undefined, { cookie })).json()).toMatchObject({ sum: 2, count: 1, own: null })
    expect((await send('DELETE', article, undefined, { cookie })).json()).toMatchObject({ sum: 2, count: 1, own: null })
    expect((await send('DELETE', article)).json()).toMatchObject({ sum: 2, count: 1 })
    expect((await put(article, 5, { cookie })).json()).toMatchObject({ sum: 7, count: 2, own: 5 })
  })

  test('who rates and then signs in is one reader, in every browser; signed out in the same browser the account’s stays', async () => {
    const article = await anArticle('published')
    const first = await put(article, 1)
    const browser = readerIn(first)
    const binh = cookies.get('binh')!
    expect((await send('GET', article, undefined, { cookie: `${binh}; ${browser}` })).json()).toMatchObject({ own: 1 })
    expect((await put(article, 5, { cookie: `${binh}; ${browser}` })).json()).toMatchObject({ sum: 5, count: 1, own: 5 })
    expect((await put(article, 3, { cookie: binh })).json()).toMatchObject({ sum: 3, count: 1, own: 3 })
    const signedOut = await put(article, 2, { cookie: browser })
    expect(signedOut.json()).toMatchObject({ status: 409, code: 'rated_with_account' })
    expect((await put(article, 4, { cookie: `${cookies.get('hoa')}; ${browser}` })).json()).toMatchObject({ sum: 7, count: 2 })
    expect((await send('DELETE', article, undefined, { cookie: `${binh}; ${browser}` })).json()).toMatchObject({ sum: 4, count: 1 })
    expect(await differences()).toEqual([])
  })

  test('dropped cookies and forged headers stop at the limit of the address; accounts and changes do not', async () => {
    const article = await anArticle('published')
    const address = '192.0.2.7'
    const first = await put(article, 3, {}, address)
    const statuses: number[] = []
    for (let i = 0; i < 55; i++) statuses.push((await put(article, 1, { 'x-forwarded-for': `203.0.113.${i}` }, address)).statusCode)
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([49, 6])
    expect((await put(article, 5, { cookie: readerIn(first) }, address)).json()).toMatchObject({ own: 5, count: 50 })
    expect((await put(article, 5, { cookie: cookies.get('binh')! }, address)).statusCode).toBe(200)
    // Another article is another matter.
    expect((await put(await anArticle('published'), 5, {}, address)).statusCode).toBe(200)
    expect(await differences()).toEqual([])
  })
})

describe('what is refused says why, and writes nothing', () => {
  test.each([0, 6, -1, 2.5, '', '10', 'x', null, undefined, true, [3], {}])('%j stars', async (stars) => {
    const article = await anArticle('published')
    const before = await stored()
    const answer = await put(article, stars)
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ field: 'stars', detail: expect.stringMatching(/^Số sao: .+\.$/) }] })
    expect(await stored()).toBe(before)
  })

  test('who may rate what: everybody what readers see, and nobody anything else', async () => {
    const callers = [...people, 'anonymous'] as const
    const expected = { draft: 404, inReview: 404, scheduled: 404, published: 200, closed: 409, withdrawn: 409 } as const
    for (const state of [...articleStatuses, 'closed'] as const) {
      const article = await anArticle(state === 'closed' ? 'published' : state)
      if (state === 'closed') await room.act(article.id, 'setRatings', { ratings: 'off' })
      for (const caller of callers) {
        const headers: Record<string, string> = caller === 'anonymous' ? {} : { cookie: cookies.get(caller)! }
        const before = await stored()
        const answer = await put(article, 'x', headers)
        const status = expected[state] === 200 ? 422 : expected[state]
        expect([state, caller, answer.statusCode], answer.body).toEqual([state, caller, status])
        const right = await put(article, 3, headers)
        expect([state, caller, right.statusCode], right.body).toEqual([state, caller, expected[state]])
        if (expected[state] !== 200) expect(await stored()).toBe(before)
        const read = await send('GET', article, undefined, headers)
        expect([state, caller, read.statusCode]).toEqual([state, caller, ['published', 'closed'].includes(state) ? 200 : 404])
        const back = await send('DELETE', article, undefined, headers)
        const mayTakeBack = ['published', 'closed'].includes(state)
        expect([state, caller, back.statusCode]).toEqual([state, caller, mayTakeBack ? 200 : expected[state]])
      }
    }
    expect((await put({ slug: 'khong-co' }, 3)).statusCode).toBe(404)
  })

  test('a closed article keeps what it has, in sight; its reader may still take it back', async () => {
    const article = await anArticle('published')
    const cookie = readerIn(await put(article, 5))
    await put(article, 2)
    await room.act(article.id, 'setRatings', { ratings: 'off' })
    await expect(room.act(article.id, 'setRatings', { ratings: 'off' })).rejects.toMatchObject({ code: 'ratings_already_so' })
    const shown = await page(`/tin-tuc/${article.slug}`)
    expect(shown).toContain('Tổng số điểm của bài viết là: 7 trong 2 đánh giá')
    expect(shown).toContain('Bài viết này không nhận thêm đánh giá.')
    expect(shown).not.toContain('Gửi đánh giá')
    expect((await put(article, 1, { cookie })).json()).toMatchObject({ code: 'ratings_closed', status: 409 })
    expect(await page(`/tin-tuc/${article.slug}/danh-gia`, { cookie })).toContain('Rút đánh giá')
    expect((await send('DELETE', article, undefined, { cookie })).json()).toMatchObject({ sum: 2, count: 1, open: false })
    await room.act(article.id, 'setRatings', { ratings: 'on' })
    expect((await put(article, 1)).json()).toMatchObject({ sum: 3, count: 2 })
    const none = await anArticle('published')
    await room.act(none.id, 'setRatings', { ratings: 'off' })
    expect(await page(`/tin-tuc/${none.slug}`)).not.toContain('Tổng số điểm')
  })
})

test('nothing of who rated is stored: no token, account, address or time', async () => {
  const article = await anArticle('published')
  const answer = await put(article, 3, { cookie: cookies.get('binh')! }, '192.0.2.99')
  const token = answer.cookies.find(({ name }) => name === 'congdan_reader')!
  expect([token.httpOnly, token.sameSite]).toEqual([true, 'Lax'])
  await put(article, 4, {}, '192.0.2.99')
  const all = await everythingStored(db, ['article_ratings', 'article_rating_totals', 'reader_marks', 'reader_buckets', 'history_entries'])
  const { id } = await db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
  const ratings = await everythingStored(db, ['article_ratings', 'reader_marks', 'reader_buckets'])
  expect(ratings).not.toContain(id)
  for (const word of [token.value, '192.0.2.99']) expect(all).not.toContain(word)
  // Marks of one reader on two articles have nothing in common.
  const other = await anArticle('published')
  await put(other, 3, { cookie: `${token.name}=${token.value}` })
  const rows = await db.selectFrom('article_ratings').select('reader').execute()
  expect(new Set(rows.map(({ reader }) => reader.toString('hex'))).size).toBe(rows.length)
})

describe('pages', () => {
  const form = (article: { slug: string }, payload: string, headers: Record<string, string> = {}, path = '/danh-gia') =>
    app.inject({
      method: 'POST',
      url: `/tin-tuc/${article.slug}${path}`,
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
      remoteAddress: freshAddress(),
    })

  test('the kept page shows the new sums with the next request, and gives nothing to who only reads', async () => {
    const article = await anArticle('published')
    const path = `/tin-tuc/${article.slug}`
    const empty = await app.inject({ url: path })
    expect(empty.body).toContain('Tổng số điểm của bài viết là: 0 trong 0 đánh giá')
    expect(empty.body).toContain('Click để đánh giá bài viết')
    expect(empty.body).not.toContain('aggregateRating')
    expect(empty.cookies.map(({ name }) => name)).not.toContain('congdan_reader')
    const cookie = readerIn(await put(article, 4))
    await put(article, 5)
    const after = await page(path)
    expect(after).toContain('Tổng số điểm của bài viết là: 9 trong 2 đánh giá')
    expect(after).toContain('Trung bình 4,5 trên 5 sao')
    const facts = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(after)![1]!
    expect(JSON.parse(facts).aggregateRating).toEqual({
      '@type': 'AggregateRating',
      ratingValue: 4.5,
      ratingCount: 2,
      bestRating: 5,
      worstRating: 1,
    })
    await send('DELETE', article, undefined, { cookie })
    expect(await page(path)).toContain('Tổng số điểm của bài viết là: 5 trong 1 đánh giá')
    expect(await page(`/en${path}`)).toContain('Points of this article: 5 in 1 ratings')
  })

  test('a form needs an Origin of our own, gives a token first, and says “recorded” only of what is', async () => {
    const article = await anArticle('published')
    const own = `/tin-tuc/${article.slug}/danh-gia`
    expect((await form(article, 'stars=4')).statusCode).toBe(403)
    expect((await form(article, 'stars=4', { origin: 'https://evil.vn' })).statusCode).toBe(403)
    const origin = 'http://localhost'
    const first = await form(article, 'stars=4', { origin })
    expect([first.statusCode, first.headers.location]).toEqual([307, `${own}?lan=2`])
    const without = await form(article, 'stars=4', { origin }, '/danh-gia?lan=2')
    expect([without.statusCode, without.body.includes('không giữ cookie')]).toEqual([422, true])
    const cookie = readerIn(first)
    const nothing = await form(article, '', { origin, cookie }, '/danh-gia?lan=2')
    expect([nothing.statusCode, nothing.body.includes('id="stars-error"')]).toEqual([422, true])
    expect(await page(`${own}?xong=1`, { cookie })).not.toContain('Đã ghi nhận')
    const second = await form(article, 'stars=4', { origin, cookie }, '/danh-gia?lan=2')
    expect([second.statusCode, second.headers.location]).toEqual([303, `${own}?xong=1`])
    const done = await app.inject({ url: `${own}?xong=1`, headers: { cookie } })
    expect(done.body).toContain('Đã ghi nhận đánh giá của bạn: 4 sao.')
    expect(done.body).toContain('<meta name="robots" content="noindex')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(done.body)![1]!
    const jar = [cookie, readerIn(done)].join('; ')
    expect((await form(article, '', { origin, cookie: jar }, '/danh-gia/rut')).statusCode).toBe(403)
    const back = await form(article, `_csrf=${csrf}`, { origin, cookie: jar }, '/danh-gia/rut')
    expect([back.statusCode, back.headers.location]).toEqual([303, `${own}?rut=1`])
    expect(await page(`${own}?rut=1`, { cookie: jar })).toContain('Đã rút đánh giá của bạn.')
    expect((await send('GET', article)).json()).toMatchObject({ sum: 0, count: 0 })
  })

  test('an old address rates the same article; a withdrawn one leads to why, a hidden one is not there', async () => {
    const article = await anArticle('published', 'Tên cũ của bài')
    await room.act(article.id, 'revise', { ...room.content('Tên mới của bài', ['Một']), edition: article.edition, reason: 'Đúng tên.' })
    const moved = await app.inject({ url: `/tin-tuc/${article.slug}/danh-gia` })
    expect([moved.statusCode, moved.headers.location]).toEqual([301, '/tin-tuc/ten-moi-cua-bai/danh-gia'])
    expect((await put(article, 5)).json()).toMatchObject({ article: 'ten-moi-cua-bai', count: 1 })
    await room.act(article.id, 'withdraw', { reason: 'Đăng nhầm.' })
    const gone = await app.inject({ url: '/tin-tuc/ten-moi-cua-bai/danh-gia' })
    expect([gone.statusCode, gone.headers.location]).toEqual([303, '/tin-tuc/ten-moi-cua-bai'])
    const refused = await form({ slug: 'ten-moi-cua-bai' }, 'stars=1', {
      origin: 'http://localhost',
      cookie: `congdan_reader=${freshReader().token}`,
    })
    expect([refused.statusCode, refused.body.includes('bài viết đã được gỡ')]).toEqual([409, true])
    const draft = await anArticle('draft')
    expect((await app.inject({ url: `/tin-tuc/${draft.slug}/danh-gia` })).statusCode).toBe(404)
  })

  test('feeds, the list and the print view are what they were', async () => {
    const article = await anArticle('published')
    const paths = ['/tin-tuc.atom', '/tin-tuc.rss', '/tin-tuc', `/tin-tuc/${article.slug}/in`]
    const main = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body
    const read = () => Promise.all(paths.map(async (path) => main(await page(path))))
    const before = await read()
    await put(article, 5)
    expect(await read()).toEqual(before)
    expect(before.join('')).not.toContain('đánh giá')
  })

  test('the desk sees sums, stars and the start, and who does not read articles there does not', async () => {
    const article = await anArticle('published')
    await db.transaction().execute((trx) => importRating(trx, scope, article.id, 9, 2))
    await put(article, 4)
    const path = `/lam-viec/tin-bai/${article.id}`
    const desk = await page(path, { cookie: cookies.get('tuyet')! })
    for (const words of [
      'Tổng số điểm của bài viết là: 13 trong 3 đánh giá',
      'Trung bình 4,33 trên 5 sao',
      '9 điểm, 2 đánh giá',
      'Tắt đánh giá',
    ])
      expect(desk).toContain(words)
    const auditor = await page(path, { cookie: cookies.get('phuc')! })
    expect([auditor.includes('9 điểm, 2 đánh giá'), auditor.includes('Tắt đánh giá')]).toEqual([true, false])
    for (const who of ['hoa', 'binh'])
      expect((await app.inject({ url: path, headers: { cookie: cookies.get(who)! } })).statusCode).toBe(403)
  })
})

describe('figures for programs', () => {
  test('stand in the article’s JSON, in the open data and its index; what readers do not see is not among them', async () => {
    const article = await anArticle('published', 'Bài có điểm, "hay"')
    const hidden = await anArticle('published', 'Bài sẽ gỡ')
    for (const stars of [5, 4, 4]) await put(article, stars)
    await put(hidden, 5)
    await room.act(hidden.id, 'withdraw', { reason: 'Đăng nhầm.' })
    expect((await app.inject({ url: `/api/v1/articles/${article.slug}` })).json().ratings).toEqual({
      sum: 13,
      count: 3,
      average: 4.33,
      open: true,
    })
    const index = (await app.inject({ url: '/api/v1/open-data' })).json().items
    const dataset = index.find(({ name }: { name: string }) => name === 'article-ratings')
    expect(dataset).toMatchObject({ title: 'Đánh giá bài viết của bạn đọc', fields: ['article', 'title', 'sum', 'count', 'average'] })
    const items: { article: string }[] = []
    let next: string | null = ''
    while (next !== null) {
      const answer: { items: typeof items; next: string | null } = (
        await app.inject({ url: `${dataset.json}?limit=3&after=${next}` })
      ).json()
      items.push(...answer.items)
      next = answer.next
    }
    expect(items.find((item) => item.article === article.slug)).toEqual({
      article: article.slug,
      title: article.title,
      sum: 13,
      count: 3,
      average: 4.33,
    })
    expect(items.map((item) => item.article)).not.toContain(hidden.slug)
    const csv = (await app.inject({ url: dataset.csv })).body
    expect(csv).toContain(`${article.slug},"Bài có điểm, ""hay""",13,3,4.33\r\n`)
    expect(csv.split('\r\n')).toHaveLength(items.length + 2)
    expect((await app.inject({ url: `${dataset.json}?after=x` })).statusCode).toBe(422)
  })
})

describe('what an earlier portal had counted', () => {
  const start = (article: Article, sum: number, count: number) =>
    db.transaction().execute((trx) => importRating(trx, scope, article.id, sum, count))

  test('is where the sums begin; said again, the newer figure holds', async () => {
    const article = await anArticle('published')
    await put(article, 4)
    expect(await start(article, 9, 2)).toBe(true)
    expect((await send('GET', article)).json()).toMatchObject({ sum: 13, count: 3 })
    expect(await start(article, 20, 4)).toBe(true)
    expect((await send('GET', article)).json()).toMatchObject({ sum: 24, count: 5 })
    expect(await differences()).toEqual([])
  })

  test.each([
    [11, 2],
    [1, 2],
    [5, 0],
    [-1, -1],
    [2.5, 1],
    [Number.NaN, 1],
  ])('%d points in %d ratings cannot be, and are not taken', async (sum, count) => {
    const article = await anArticle('published')
    const before = await stored()
    expect(await start(article, sum, count)).toBe(false)
    expect(await stored()).toBe(before)
  })
})

test('a sum that differs from the ratings is found', async () => {
  const article = await anArticle('published')
  await put(article, 4)
  await put(article, 2)
  const set = (values: object) => db.updateTable('article_rating_totals').set(values).where('article_id', '=', article.id).execute()
  await set({ points: 9 })
  expect(await differences()).toEqual([{ count: { name: 'article.rating', owner: article.id, bucket: 'points' }, kept: 9, counted: 6 }])
  await set({ points: 6, ratings: 3 })
  expect(await differences()).toMatchObject([{ count: { bucket: 'ratings' }, kept: 3, counted: 2 }])
  await set({ ratings: 2 })
  expect(await differences()).toEqual([])
})
