import type { Page } from 'playwright-core'
import { importRating } from '../../src/modules/ratings/index.ts'
import type { Site } from './site.ts'
import type { State } from './site-states.ts'

/** Sends the form whose address ends so. */
async function send(page: Page, action: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await Promise.all([page.waitForEvent('load'), page.locator(`main form[action$="${action}"] button:not([type=button])`).first().click()])
}

/** Somebody else saves the title while the form is open; then it is sent with another one. */
async function conflict(page: Page): Promise<void> {
  const edition = Number(await page.locator('main [name=edition]').inputValue())
  const id = await page.locator('[data-article-editor]').getAttribute('data-article-editor')
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Bản của người kia' }] }
  const data = { title: `Người kia đổi ${edition}`, body: { type: 'doc', content: [paragraph] }, edition }
  await page.request.post(`/api/v1/office/articles/${id}/acts/save`, { data })
  await page.locator('main [name=title]').fill('Tôi đổi tiêu đề')
  await send(page, '/sua')
}

/** The form of a rating answers on its page, without leaving it. */
async function rate(page: Page, stars: number): Promise<void> {
  await page.locator(`main [name=stars][value="${stars}"]`).check({ force: true })
  await page.locator('main form[action$="/danh-gia"] button').first().click()
  await page.locator('#danh-gia .notice-ok').waitFor()
}

/** Pages of the news, for readers and for the newsroom, in their states. */
export async function newsStates({ db }: Site): Promise<State[]> {
  const articles = await db
    .selectFrom('articles')
    .select(['id', 'kind', 'slug', 'status', 'edition', 'title'])
    .orderBy('created_at')
    .execute()
  const one = (status: string) => articles.find((article) => article.kind === 'article' && article.status === status)!
  const page = articles.find(({ kind }) => kind === 'page')!
  const [category, other] = await db.selectFrom('article_categories').select(['id', 'slug']).orderBy('sort').execute()
  const merged = '01a20d9f-1834-7167-b547-31b5059f3d18'
  await db
    .insertInto('article_categories')
    .values({ authority_id: 1, id: merged, slug: 'muc-cu', name: 'Mục cũ', sort: 9, parent_id: null, merged_into: category!.id })
    .execute()
  await db
    .insertInto('article_categories')
    .values({
      authority_id: 1,
      id: '01a20d9f-1834-7167-b547-31b5059f3d19',
      slug: 'muc-con',
      name: 'Mục con '.repeat(9).trim(),
      sort: 1,
      parent_id: other!.id,
    })
    .execute()
  const seed = articles.find(({ slug }) => slug.startsWith('phuoc-long-trien-khai'))!
  const revised = articles.find(({ status, edition }) => status === 'published' && edition > 2)!
  const office = '/lam-viec/tin-bai'
  const of = (as: string | null, ...states: Omit<State, 'as'>[]): State[] => states.map((state) => ({ as, ...state }))
  await db
    .insertInto('article_reports')
    .values({
      authority_id: 1,
      id: '01a20d9f-1834-7167-b547-31b5059f3d17',
      article_id: seed.id,
      edition: 2,
      quote: 'sách nhiễu, gây phiền hành',
      words: `Đúng là “phiền hà”. ${'Thưa'.repeat(40)}`,
      reported_at: new Date('2026-11-21T09:00:00+07:00'),
      resolved_at: null,
      resolved_by: null,
      client_token: '018f3b4e-0000-4000-8000-000000000001',
    })
    .execute()
  // Nobody may rate the corrected one any more; what was rated stays.
  await db.updateTable('articles').set({ ratings_on: false }).where('id', '=', revised.id).execute()
  await db.transaction().execute((trx) => importRating(trx, { authorityId: 1 }, revised.id, 16_243, 4_100))
  return [
    ...of(
      null,
      { path: '/tin-tuc' },
      { path: '/tin-tuc?chuyen-muc=thong-bao' },
      { path: `/tin-tuc?chuyen-muc=${other!.slug}`, name: 'of two levels' },
      { path: `/trang/${page.slug}` },
      { path: '/trang/khong-co', status: 404 },
      { path: '/tin-tuc?the=cong-tac-dan-van' },
      { path: '/tin-tuc?chuyen-muc=khong-co', status: 404 },
      { path: `/tin-tuc/${seed.slug}`, name: 'of 2017' },
      { path: `/tin-tuc/${revised.slug}`, name: 'corrected' },
      { path: `/tin-tuc/${revised.slug}/ban-sua`, name: 'corrections' },
      { path: `/tin-tuc/${revised.slug}/ban-sua?ban=${revised.edition}`, name: 'one correction' },
      { path: `/tin-tuc/${seed.slug}/ban-sua`, name: 'no correction' },
      { path: `/tin-tuc/${one('withdrawn').slug}`, status: 410 },
      { path: `/tin-tuc/${one('draft').slug}`, status: 404 },
      { path: `/tin-tuc/${seed.slug}/in` },
      { path: `/tin-tuc/${seed.slug}`, name: 'no star chosen', status: 422, make: (page) => send(page, '/danh-gia') },
      { path: `/tin-tuc/${seed.slug}`, name: 'rated', make: (page) => rate(page, 4) },
      { path: `/tin-tuc/${seed.slug}/danh-gia`, name: 'rated before' },
      { path: `/tin-tuc/${seed.slug}/danh-gia`, name: 'rated anew', make: (page) => rate(page, 5) },
      { path: `/tin-tuc/${revised.slug}/danh-gia`, name: 'closed' },
      { path: `/tin-tuc/${seed.slug}/bao-loi?doan=phi%E1%BB%81n%20h%C3%A0nh` },
      { path: `/tin-tuc/${seed.slug}/bao-loi`, name: 'nothing filled in', status: 422, make: (page) => send(page, '/bao-loi') },
      { path: `/tin-tuc/${seed.slug}/bao-loi/da-gui` },
    ),
    ...of(
      'tuyet',
      { path: office },
      { path: `${office}?xem=withdrawn` },
      { path: `${office}?loai=page` },
      { path: `${office}/moi` },
      { path: `${office}/moi?loai=page` },
      { path: `${office}/${page.id}`, name: 'a page' },
      { path: `${office}/${page.id}/sua`, name: 'a page' },
      { path: `${office}/cai-dat`, name: 'read' },
      { path: `${office}/the` },
      { path: `${office}/chuyen-muc` },
      { path: `${office}/chuyen-muc`, name: 'nothing filled in', status: 422, make: (tab) => send(tab, '/chuyen-muc') },
      { path: `${office}/chuyen-muc/${category!.id}` },
      { path: `${office}/chuyen-muc/${category!.id}`, name: 'merged into nothing', status: 422, make: (tab) => send(tab, '/gop') },
      { path: `${office}/chuyen-muc/${merged}`, name: 'merged' },
      { path: `${office}/moi`, name: 'nothing filled in', status: 422, make: (page) => send(page, '/moi') },
      ...articles
        .filter(({ status }, i) => articles.findIndex((other) => other.status === status) === i)
        .map(({ id, status }) => ({ path: `${office}/${id}`, name: status })),
      {
        path: `${office}/${one('published').id}`,
        name: 'withdrawn without a reason',
        status: 422,
        make: (page) => send(page, '/withdraw'),
      },
      { path: `${office}/${revised.id}`, name: 'with ratings that were switched off' },
      { path: `${office}/${one('draft').id}/sua` },
      { path: `${office}/${one('inReview').id}/sua`, name: 'two editors', status: 409, make: conflict },
      { path: `${office}/${one('published').id}/sua`, name: 'without a reason', status: 422, make: (page) => send(page, '/sua') },
      { path: `${office}/${one('scheduled').id}/sua`, status: 409 },
      { path: `${office}/${revised.id}/so-sanh` },
      { path: `${office}/bao-loi` },
      { path: `${office}/bao-loi?xem=da-xem`, name: 'none' },
    ),
    ...of('lam', { path: `${office}/cai-dat` }, { path: `${office}/cai-dat`, name: 'saved', make: (tab) => send(tab, '/cai-dat') }),
    ...of('phuc', { path: `${office}/${one('inReview').id}`, name: 'read by the auditor' }, { path: `${office}/moi`, status: 403 }),
  ]
}
