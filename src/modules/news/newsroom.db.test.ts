import { describe, expect, test } from 'vitest'
import { migrateJobs, startWorker } from '../../platform/jobs.ts'
import { findArticle } from './article-repository.ts'
import { compareArticleCounts, findPublicArticle, latestArticles, publishDueArticles, walkPublicArticles } from './index.ts'
import { bodyOf, newsroom, scope } from './test-app.ts'

const room = await newsroom()
const { app, db, act, anArticle } = room
await migrateJobs(room.url)
const get = (url: string) => app.inject({ url })
const publishedEntries = async (id: string) =>
  (await db.selectFrom('history_entries').select('type').where('matter_id', '=', id).where('type', '=', 'article.published').execute())
    .length

describe('what readers see', () => {
  test('the page says title, time, author and source as the page of 2017 did', async () => {
    room.setNow(new Date('2017-02-23T14:16:00+07:00'))
    const article = await anArticle('published', 'Phước Long triển khai thực hiện Nghị quyết')
    room.setNow(new Date('2026-11-22T10:00:00+07:00'))
    const page = await get(`/tin-tuc/${article.slug}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<h1>Phước Long triển khai thực hiện Nghị quyết</h1>')
    expect(page.body).toContain('<time datetime="2017-02-23T14:16:00+07:00">Thứ năm - 23/02/2017 14:16</time>')
    expect(page.body).toMatch(/Tác giả: Thanh Huyền.*Nguồn: Phòng Nội vụ/)
    expect((await get(`/en/tin-tuc/${article.slug}`)).body).toContain('Thursday - 23/02/2017 14:16')
  })

  test('an act drops the kept page, and the list', async () => {
    const article = await anArticle('published', 'Trước khi sửa')
    room.dropped.length = 0
    await act(article.id, 'revise', { ...room.content('Sau khi sửa', ['Mới']), edition: article.edition, reason: 'Ghi rõ hơn.' })
    expect(room.dropped).toEqual([`article:${article.id}`, 'news', 'home'])
  })

  test('a new title is a new address; the old one leads there, and says nothing of a draft', async () => {
    const article = await anArticle('published', 'Địa chỉ cũ')
    const revised = await act(article.id, 'revise', {
      ...room.content('Địa chỉ mới', ['Chữ']),
      edition: article.edition,
      reason: 'Đổi tên.',
    })
    expect(revised.slug).toBe('dia-chi-moi')
    const old = await get('/tin-tuc/dia-chi-cu')
    expect([old.statusCode, old.headers.location]).toEqual([301, '/tin-tuc/dia-chi-moi'])
    expect((await get('/en/tin-tuc/dia-chi-cu/in')).headers.location).toBe('/en/tin-tuc/dia-chi-moi/in')
    await anArticle('draft', 'Còn giấu')
    expect((await get('/tin-tuc/con-giau')).statusCode).toBe(404)
  })

  test('the same title twice gives two addresses', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => anArticle('draft', 'Thông báo chung')))
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(6)
  })

  test('a withdrawn article is gone, with the reason and without a word of it', async () => {
    const article = await anArticle('withdrawn', 'Đã gỡ rồi', ['Nội dung phải gỡ'])
    const page = await get(`/tin-tuc/${article.slug}`)
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('Đăng nhầm.')
    expect(page.body).not.toContain('Nội dung phải gỡ')
    expect((await get(`/tin-tuc/${article.slug}/in`)).statusCode).toBe(404)
    expect((await get(`/api/v1/articles/${article.slug}`)).statusCode).toBe(404)
    expect(await findPublicArticle(db, scope, article.id)).toBeUndefined()
    await act(article.id, 'republish')
    expect((await findArticle(db, scope, article.id))?.publishedAt).toEqual(article.publishedAt)
  })

  test('lists by category and tag hold what is public alone, and page by key', async () => {
    const hidden = await anArticle('draft', 'Chưa đăng')
    const list = await get('/tin-tuc?chuyen-muc=thong-bao')
    expect(list.statusCode).toBe(200)
    expect((await get('/tin-tuc?the=khu-pho-3')).body).not.toContain(hidden.title)
    expect((await get('/tin-tuc?the=khong-co')).statusCode).toBe(404)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { items, next } = (await get(`/api/v1/articles?limit=2&tag=cong&after=${after}`)).json()
      seen.push(...items.map((item: { slug: string }) => item.slug))
      if (next === null) break
      after = next
    }
    const rows = await db.selectFrom('articles').select('slug').where('status', '=', 'published').execute()
    expect(seen.toSorted()).toEqual(rows.map(({ slug }) => slug).toSorted())
  })

  test('other features get the newest, and walk them all by key', async () => {
    const [first] = await latestArticles(db, scope, 1)
    const [one] = await walkPublicArticles(db, scope, null, 1)
    expect(one).toMatchObject({ head: { id: first!.id }, path: `/tin-tuc/${first!.slug}`, text: expect.stringMatching(/\S/) })
    const rest = await walkPublicArticles(db, scope, one!.head, 100, { withText: false })
    expect(rest.every(({ text, head }) => text === '' && head.id !== first!.id)).toBe(true)
  })
})

test('what is published is found and on the map of the site from that moment on, and no longer than readers see it', async () => {
  const { id, slug } = await anArticle('draft', 'Giếng khoan thôn Bảy', ['Nước phèn'])
  const found = async () => (await get('/api/v1/search?type=news&q=nuoc%20phen')).body.includes(slug)
  const mapped = async () => (await get('/sitemap/tin-tuc.xml')).body.includes(`/tin-tuc/${slug}`)
  expect([await found(), await mapped()]).toEqual([false, false])
  await act(id, 'publish')
  expect(await found()).toBe(true)
  expect((await get(`/tin-tuc/${slug}`)).body).toContain('"@type":"NewsArticle"')
  await act(id, 'withdraw', { reason: 'Sai nơi.' })
  expect(await found()).toBe(false)
})

describe('two editors at once', () => {
  test('changes of different paragraphs are put together', async () => {
    const { id, edition } = await anArticle('draft')
    await act(id, 'save', { ...room.content('Sửa cống khu phố 3', ['MỘT', 'Hai', 'Ba']), edition })
    const merged = await act(id, 'save', { ...room.content('Sửa cống khu phố 3', ['Một', 'Hai', 'BA']), edition })
    expect(merged.body).toEqual(bodyOf('MỘT', 'Hai', 'BA'))
  })

  test('of ten who change one paragraph at the same moment one is saved, nine are told, and each edition is kept whole', async () => {
    const { id, edition } = await anArticle('draft')
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        act(id, 'save', { ...room.content('Sửa cống khu phố 3', [`Bản của ${i}`, 'Hai', 'Ba']), edition }),
      ),
    )
    const refused = results.filter((result) => result.status === 'rejected').map((result) => (result.reason as { code: string }).code)
    expect(refused).toEqual(Array(9).fill('article_conflict'))
    const editions = await db.selectFrom('article_versions').select('edition').where('article_id', '=', id).orderBy('edition').execute()
    expect(editions.map((row) => row.edition)).toEqual([1, 2, 3])
  })

  test('of ten who change ten paragraphs at the same moment nobody loses a word', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `Đoạn ${i}`)
    const { id, edition } = await anArticle('draft', 'Mười người', lines)
    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        act(id, 'save', {
          ...room.content(
            'Mười người',
            lines.map((line, n) => (n === i * 3 ? `Người ${i} viết` : line)),
          ),
          edition,
        }),
      ),
    )
    const after = JSON.stringify((await findArticle(db, scope, id))!.body)
    for (let i = 0; i < 10; i++) expect(after).toContain(`Người ${i} viết`)
  })
})

describe('the time that was set', () => {
  test('two workers publish it once; a late one publishes what was left behind', async () => {
    const due = await anArticle('scheduled', 'Hẹn giờ')
    room.setNow(new Date(room.now().getTime() + 3_600_000))
    const counts = await Promise.all(Array.from({ length: 4 }, () => publishDueArticles(room.options, { ...scope, id: due.id })))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await publishedEntries(due.id)).toBe(1)
    const late = await anArticle('scheduled', 'Trễ giờ')
    room.setNow(new Date(room.now().getTime() + 86_400_000))
    expect(await publishDueArticles(room.options)).toBe(1)
    expect((await findArticle(db, scope, late.id))?.status).toBe('published')
  })

  test('the job waits in the queue under the article, runs at its time, and two workers do it once', async () => {
    const { id } = await anArticle('draft', 'Qua hàng đợi')
    await act(id, 'schedule', { at: new Date(room.now().getTime() + 60_000).toISOString() })
    await act(id, 'schedule', { at: new Date(room.now().getTime() + 120_000).toISOString() })
    const { rows } = await room.pool.query(`select run_at from graphile_worker.jobs where key = $1`, [`article:1:${id}`])
    expect(rows).toEqual([{ run_at: new Date(room.now().getTime() + 120_000) }])
    // The test's clock is far from the server's: the queue is told that the time has come.
    room.setNow(new Date(room.now().getTime() + 120_000))
    await room.pool.query(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [`article:1:${id}`])
    let done = () => {}
    const ran = new Promise<void>((resolve) => (done = resolve))
    const job = {
      name: 'publishArticles',
      run: async (payload: Record<string, unknown>) => {
        await publishDueArticles(room.options, payload as { authorityId: number; id: string })
        if (payload['id'] === id) done()
      },
    }
    const log = { info: () => {}, error: () => {} }
    const workers = await Promise.all([startWorker(room.url, [job], log), startWorker(room.url, [job], log)])
    await ran
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(await publishedEntries(id)).toBe(1)
  })

  test('what was taken back or set to later is left alone', async () => {
    const due = await anArticle('scheduled', 'Lấy về')
    await act(due.id, 'returnToDraft', { reason: 'Chưa xong.' })
    room.setNow(new Date(room.now().getTime() + 7_200_000))
    expect(await publishDueArticles(room.options, { ...scope, id: due.id })).toBe(0)
    expect((await findArticle(db, scope, due.id))?.status).toBe('draft')
  })
})

test('kept counts equal the rows after all of this', async () => {
  expect(await compareArticleCounts(db, scope)).toEqual([])
})
