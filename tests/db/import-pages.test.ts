import { describe, expect, test } from 'vitest'
import { findArticle, plainText } from '../../src/modules/news/index.ts'
import { viewsOf } from '../../src/modules/visits/index.ts'
import { portalDump, portalTown, scope } from '../support/portal-town.ts'
import { rowCounts } from '../support/rows.ts'

const english = { prefix: 'nv4', language: 'en', module: 'news', pages: ['about', 'page'], host: 'phuoclong.gov.vn' }

describe('static pages', () => {
  test('come with text, picture, time and views, of each module that has any; what cannot be is said', async () => {
    const { bring, idOf, db, get } = await portalTown()
    const { report, said } = await bring(portalDump)
    expect(report.tables.get('about')).toEqual({ read: 3, brought: 2, already: 0, refused: 1 })
    expect(report.tables.get('page')).toEqual({ read: 1, brought: 1, already: 0, refused: 0 })
    expect(said.filter((line) => / (about|page) /.test(line)).toSorted()).toEqual([
      'note about 2 kept_as_draft',
      'refused about 3 title_missing',
    ])
    const page = (await findArticle(db, scope, await idOf('about', '1')))!
    expect(page).toMatchObject({ kind: 'page', status: 'published', slug: 'gioi-thieu-phuoc-long', lead: 'Vài nét chung', author: null })
    expect(page.publishedAt).toEqual(new Date(1_487_000_000_000))
    expect(page.body.content.map((block) => block.type)).toEqual(['image', 'heading', 'paragraph'])
    expect(plainText(page.body)).toContain('Bên hồ Thác Mơ.')
    expect((await viewsOf(db, scope, 'article', [page.id])).get(page.id)).toBe(900)
    expect((await findArticle(db, scope, await idOf('about', '2')))!.status).toBe('draft')
    const shown = await get('/trang/gioi-thieu-phuoc-long')
    expect([shown.statusCode, shown.body.includes('Bên hồ Thác Mơ.')]).toEqual([200, true])
  })

  test('old addresses of pages lead to them, also where they look like an article; a draft is not found', async () => {
    const { bring, get } = await portalTown()
    await bring(portalDump)
    for (const [from, to] of [
      ['/vi/about/gioi-thieu-phuoc-long.html', '/trang/gioi-thieu-phuoc-long'],
      ['/about/gioi-thieu-phuoc-long.html', '/trang/gioi-thieu-phuoc-long'],
      ['/vi/page/lich-su-1975.html', '/trang/lich-su-thi-xa'],
    ] as const) {
      const { statusCode, headers } = await get(from)
      expect([from, statusCode, headers.location]).toEqual([from, 301, to])
    }
    for (const url of [
      '/vi/about/trang-chua-dung.html',
      '/vi/about/khong-co.html',
      '/page/x.html',
      '/vi/about/a/gioi-thieu-phuoc-long.html',
    ])
      expect((await get(url)).statusCode).toBe(404)
  })

  test('a run that the power left at a page is gone on with; a further run doubles nothing', async () => {
    const whole = await portalTown()
    await whole.bring(portalDump)
    const { bring, db } = await portalTown()
    const afterAct = (_trx: unknown, _scope: unknown, { kind }: { kind: string }, act: string) =>
      kind === 'page' && act === 'publish' ? Promise.reject(new Error('The power is out.')) : Promise.resolve()
    await expect(bring(portalDump, { afterAct })).rejects.toThrow('The power is out.')
    await bring(portalDump)
    const stands = await rowCounts(db)
    expect(stands).toEqual(await rowCounts(whole.db))
    const { report } = await bring(portalDump)
    expect(report.tables.get('about')).toEqual({ read: 3, brought: 0, already: 2, refused: 1 })
    expect(await rowCounts(db)).toEqual(stands)
  })
})

test('categories keep what they stand in; a third level is folded into the second, and the report says so', async () => {
  const { bring, db } = await portalTown()
  const { report, said } = await bring(portalDump)
  expect(report.tables.get('news_cat')).toEqual({ read: 6, brought: 6, already: 0, refused: 0 })
  expect(said.filter((line) => line.includes('news_cat')).toSorted()).toEqual([
    'note news_cat 3 category_folded',
    'note news_cat 5 category_parent_missing',
    'note news_cat 6 category_shared',
  ])
  const rows = await db
    .selectFrom('article_categories as own')
    .leftJoin('article_categories as above', (join) =>
      join.onRef('above.authority_id', '=', 'own.authority_id').onRef('above.id', '=', 'own.parent_id'),
    )
    .select(['own.name', 'above.name as above'])
    .where('own.authority_id', '=', 1)
    .where('own.name', 'in', ['Hoạt động', 'Khu phố', 'Tổ 3', 'Mục mồ côi'])
    .orderBy('own.sort')
    .execute()
  expect(rows).toEqual([
    { name: 'Hoạt động', above: null },
    { name: 'Khu phố', above: 'Hoạt động' },
    { name: 'Tổ 3', above: 'Hoạt động' },
    { name: 'Mục mồ côi', above: null },
  ])
})

test('a portal of two languages: rows with the same key are two articles, each at its own old address', async () => {
  const { bring, articleOf, idOf, db, get } = await portalTown()
  await bring(portalDump)
  const { report, said } = await bring(portalDump, { source: english })
  expect(report.tables.get('en/news_rows')).toEqual({ read: 1, brought: 1, already: 0, refused: 0 })
  expect(report.tables.get('en/comment')).toEqual({ read: 1, brought: 1, already: 0, refused: 0 })
  expect(report.tables.get('en/about')).toEqual({ read: 1, brought: 1, already: 0, refused: 0 })
  expect(said).toEqual([])
  const [vietnamese, inEnglish] = [await articleOf('12'), (await findArticle(db, scope, await idOf('en/news_rows', '12')))!]
  expect(inEnglish.title).toBe('Office hours of the ward')
  expect(vietnamese.title).toContain('Nghị quyết')
  const leadsTo = async (url: string) => (await get(url)).headers.location
  expect(await leadsTo('/vi/news/hoat-dong/nghi-quyet-12.html')).toBe(`/tin-tuc/${vietnamese.slug}`)
  expect(await leadsTo('/en/news/ward-news/office-hours-12.html')).toBe(`/en/tin-tuc/${inEnglish.slug}`)
  expect(await leadsTo('/en/news/ward-news/')).toBe('/en/tin-tuc?chuyen-muc=news-of-the-ward')
  expect(await leadsTo('/en/about/about-the-town.html')).toBe('/en/trang/about-the-town')
  const again = await bring(portalDump, { source: english })
  expect(again.report.tables.get('en/news_rows')).toMatchObject({ brought: 0, already: 1 })
})

test('where four eyes are wanted, whoever brings a portal over shows nothing of it: drafts, each with a line in the report', async () => {
  const { bring, articleOf, idOf, db, get, app, signIn } = await portalTown()
  await db.insertInto('newsroom_settings').values({ authority_id: 1, four_eyes: true, changed_by: null, changed_at: null }).execute()
  const { report, said } = await bring(portalDump)
  expect(report.tables.get('news_rows')).toMatchObject({ brought: 4, refused: 1 })
  const kept = ['about 1', 'news_rows 12', 'news_rows 13', 'news_rows 16', 'page 1']
  expect(said.filter((line) => line.endsWith(' not_published')).toSorted()).toEqual(kept.map((row) => `note ${row} not_published`))
  const { id, slug, status } = await articleOf('12')
  expect(status).toBe('draft')
  const old = '/vi/news/hoat-dong/phuoc-long-trien-khai-thuc-hien-nghi-quyet-12.html'
  expect([(await get(`/tin-tuc/${slug}`)).statusCode, (await get(old)).statusCode]).toEqual([404, 404])
  expect((await findArticle(db, scope, await idOf('about', '1')))!.status).toBe('draft')

  const publish = async (who: string) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/office/articles/${id}/acts/publish`,
      headers: { cookie: await signIn(who) },
      payload: { checked: true },
    })
  expect((await publish('tuyet')).statusCode).toBe(403)
  expect((await articleOf('12')).status).toBe('draft')
  expect((await publish('lam')).statusCode).toBe(200)
  expect((await get(old)).headers.location).toBe(`/tin-tuc/${slug}`)
})
