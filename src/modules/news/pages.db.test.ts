import { beforeAll, describe, expect, test } from 'vitest'
import { rowCounts } from '../../../tests/support/rows.ts'
import { findArticle } from './article-repository.ts'
import { compareArticleCounts, findPublicArticle, latestArticles, namePublicArticles, walkPublicArticles } from './index.ts'
import { bodyOf, newsroom, scope } from './test-app.ts'

const room = await newsroom()
const { app, db, act, aPage } = room
const get = (url: string, cookie = '') => app.inject({ url, headers: { cookie } })
const cookies = new Map<string, string>()
beforeAll(async () => {
  for (const username of ['tuyet', 'lam', 'phuc', 'binh', 'nam', 'khanh']) cookies.set(username, await room.signIn(username))
})
const send = (url: string, payload: object, who = 'tuyet') =>
  app.inject({ method: 'POST', url, headers: { cookie: cookies.get(who)! }, payload })

describe('a page of the office', () => {
  test('is read by everybody in both languages, without author, tags, neighbours, numbers and comments', async () => {
    await room.anArticle('published', 'Một tin')
    const page = await aPage('published', 'Giới thiệu', ['Lời của cơ quan'])
    expect(page.slug).toBe('gioi-thieu')
    for (const url of ['/trang/gioi-thieu', '/en/trang/gioi-thieu']) {
      const { statusCode, body } = await get(url)
      expect(statusCode).toBe(200)
      expect(body).toContain('<h1>Giới thiệu</h1>')
      expect(body).toContain('Lời của cơ quan')
      expect(body).toContain(`<link rel="canonical" href="${url}"`)
      expect(body).not.toMatch(/Tác giả|Author:|lượt xem|ý kiến bạn đọc|Tin liên quan|Những tin|Một tin|NewsArticle/i)
    }
  })

  test('stands in no list of news, no feed, no front page, and takes no comment', async () => {
    const page = await aPage('published', 'Không phải tin')
    for (const url of ['/tin-tuc', '/tin-tuc.atom', '/tin-tuc.rss', '/', '/api/v1/articles?limit=100', '/sitemap/tin-tuc.xml'])
      expect((await get(url)).body, url).not.toContain(page.slug)
    expect((await latestArticles(db, scope, 100)).map(({ id }) => id)).not.toContain(page.id)
    expect((await walkPublicArticles(db, scope, null, 100)).map(({ head }) => head.id)).not.toContain(page.id)
    expect(await findPublicArticle(db, scope, page.id)).toBeUndefined()
    for (const url of [
      `/tin-tuc/${page.slug}`,
      `/tin-tuc/${page.slug}/in`,
      `/tin-tuc/${page.slug}/bao-loi`,
      `/api/v1/articles/${page.slug}`,
    ])
      expect((await get(url)).statusCode, url).toBe(404)
    expect((await get(`/y-kien?ve=article:${page.id}`)).statusCode).toBe(404)
  })

  test('is found as a page, and on the map of the site, exactly while readers see it', async () => {
    const { id, slug } = await aPage('draft', 'Lịch sử vùng đất', ['Bản mệnh Xtiêng'])
    const isFound = async (kind: string) => (await get(`/api/v1/search?type=${kind}&q=ban%20menh%20xtieng`)).body.includes(`/trang/${slug}`)
    const isMapped = async () => (await get('/sitemap/trang-viet.xml')).body.includes(`/trang/${slug}`)
    expect([await isFound('pages'), await isMapped(), (await get(`/trang/${slug}`)).statusCode]).toEqual([false, false, 404])
    const doIt = (name: string, input = {}) => send(`/api/v1/office/articles/${id}/acts/${name}`, input)
    await doIt('publish')
    expect([await isFound('pages'), await isFound('news'), await isMapped()]).toEqual([true, false, true])
    await doIt('withdraw', { reason: 'Đang viết lại.' })
    const gone = await get(`/trang/${slug}`)
    expect([gone.statusCode, await isFound('pages'), await isMapped()]).toEqual([410, false, false])
    expect(gone.body).toContain('Trang này đã được gỡ')
    expect(gone.body).toContain('Đang viết lại.')
    expect(gone.body).not.toContain('Xtiêng')
    await doIt('republish')
    expect((await get(`/trang/${slug}`)).statusCode).toBe(200)
  })

  test('keeps its old address when its title changes; a correction is told at once', async () => {
    const page = await aPage('published', 'Tên cũ của trang')
    await get('/trang/ten-cu-cua-trang')
    const content = { title: 'Tên mới của trang', body: bodyOf('Chữ mới'), edition: page.edition, reason: 'Đổi tên.' }
    await act(page.id, 'revise', content)
    const old = await get('/en/trang/ten-cu-cua-trang')
    expect([old.statusCode, old.headers.location]).toEqual([301, '/en/trang/ten-moi-cua-trang'])
    const now = await get('/trang/ten-moi-cua-trang')
    expect(now.body).toContain('Sửa trang đã đăng')
    expect(now.body).toContain('Đổi tên.')
  })

  test('and an article may have the same name, each at its own address', async () => {
    const [page, article] = [await aPage('published', 'Cùng tên'), await room.anArticle('published', 'Cùng tên')]
    expect([page.slug, article.slug]).toEqual(['cung-ten', 'cung-ten'])
    expect([(await get('/trang/cung-ten')).statusCode, (await get('/tin-tuc/cung-ten')).statusCode]).toEqual([200, 200])
  })

  test('the API lists what is published, and gives one with its text', async () => {
    const [shown, hidden] = [await aPage('published', 'Trang cho máy đọc'), await aPage('draft', 'Trang còn giấu')]
    const list = (await get('/api/v1/pages')).json().items.map(({ slug }: { slug: string }) => slug)
    expect(list).toContain(shown.slug)
    expect(list).not.toContain(hidden.slug)
    expect((await get(`/api/v1/pages/${shown.slug}`)).json()).toMatchObject({ title: shown.title, body: { type: 'doc' }, history: [{}] })
    expect((await get(`/api/v1/pages/${hidden.slug}`)).statusCode).toBe(404)
  })
})

describe('what only news has', () => {
  test.each([
    ['categoryId', { categoryId: room.category.id }],
    ['tags', { tags: 'cống' }],
    ['author', { author: 'Thanh Huyền' }],
    ['source', { source: 'Phòng Nội vụ' }],
  ])('%s is refused by its name, and nothing is written', async (field, more) => {
    const page = await aPage('draft', 'Trang có đuôi tin')
    const before = [await rowCounts(db), await findArticle(db, scope, page.id)]
    const url = `/api/v1/office/articles/${page.id}/acts/save`
    const answer = await send(url, { title: page.title, body: bodyOf('x'), edition: page.edition, ...more })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ field, code: 'not_of_pages', detail: expect.stringMatching(/trang không có mục này/) }])
    expect([await rowCounts(db), await findArticle(db, scope, page.id)]).toEqual(before)
  })

  test.each([
    ['kind', { title: 'X', kind: 'blog' }, 'kind', 'invalid_choice'],
    ['a category', { title: 'X', kind: 'page', categoryId: room.category.id }, 'categoryId', 'not_of_pages'],
    ['no title', { kind: 'page' }, 'title', 'required'],
  ])('a page is not begun with a wrong %s', async (_what, payload, field, code) => {
    const before = await rowCounts(db)
    const answer = await send('/api/v1/office/articles', payload)
    expect([answer.statusCode, answer.json().errors]).toMatchObject([422, [{ field, code }]])
    expect(await rowCounts(db)).toEqual(before)
  })

  test('is named by its own address where the public log speaks of it', async () => {
    const [page, article] = [await aPage('published', 'Trang trong sổ'), await room.anArticle('published', 'Tin trong sổ')]
    const named = await namePublicArticles(db, scope, [page.id, article.id, (await aPage('draft', 'Chưa ai thấy')).id])
    expect([...named.values()].map(({ href }) => href).toSorted()).toEqual([`/tin-tuc/${article.slug}`, `/trang/${page.slug}`])
    expect((await get(named.get(page.id)!.href)).statusCode).toBe(200)
  })

  test('a page is not rated: nobody is offered the switch, and the act is refused', async () => {
    const page = await aPage('published', 'Không chấm điểm')
    const offered = await get(`/api/v1/office/articles/${page.id}/acts`, cookies.get('tuyet'))
    expect(offered.json().items.map(({ act: name }: { act: string }) => name)).not.toContain('setRatings')
    const answer = await send(`/api/v1/office/articles/${page.id}/acts/setRatings`, { ratings: 'off' })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'ratings_not_of_pages'])
  })

  test('the database itself refuses a page with a category', async () => {
    const page = await aPage('draft', 'Sai trong kho')
    await expect(db.updateTable('articles').set({ category_id: room.category.id }).where('id', '=', page.id).execute()).rejects.toThrow(
      'pages_are_no_news',
    )
  })
})

describe('a menu', () => {
  test('offers published pages to choose from, leads there, and on to the new address after a change of the title', async () => {
    const page = await aPage('published', 'Để vào menu')
    await aPage('draft', 'Chưa vào menu được')
    const form = await get('/lam-viec/menu/cuoi', cookies.get('tuyet'))
    expect(form.body).toContain(`<option value="/trang/${page.slug}">Để vào menu</option>`)
    expect(form.body).not.toContain('Chưa vào menu được')
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)![1]!
    const jar = [cookies.get('tuyet')!, ...form.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const fields = {
      _csrf: token,
      version: '0',
      'items.0.label': 'Về chúng tôi',
      'items.0.page': `/trang/${page.slug}`,
      'items.0.href': '',
    }
    const saved = await app.inject({
      method: 'POST',
      url: '/lam-viec/menu/cuoi',
      headers: { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
    expect(saved.statusCode).toBe(303)
    expect((await get('/lien-he')).body).toContain(`<a href="/trang/${page.slug}">Về chúng tôi</a>`)
    const content = { title: 'Đã vào menu', body: bodyOf('x'), edition: page.edition, reason: 'Đổi tên.' }
    await send(`/api/v1/office/articles/${page.id}/acts/revise`, content)
    expect((await get(`/trang/${page.slug}`)).headers.location).toBe('/trang/da-vao-menu')
  })
})

describe('the desk', () => {
  test('is narrowed by kind, with counts that follow, in the page and in the API', async () => {
    const page = await aPage('inReview', 'Trang chờ duyệt')
    const article = await room.anArticle('inReview', 'Tin chờ duyệt')
    const list = async (query: string) => (await get(`/api/v1/office/articles?limit=100&${query}`, cookies.get('tuyet'))).json().items
    const titles = async (query: string) => (await list(query)).map(({ title }: { title: string }) => title)
    expect(await titles('kind=page&status=inReview')).toEqual([page.title])
    expect(await titles('kind=article')).not.toContain(page.title)
    expect((await list('')).length).toBe((await list('kind=page')).length + (await list('kind=article')).length)
    expect((await get('/api/v1/office/articles?kind=x', cookies.get('tuyet'))).json().errors).toMatchObject([{ field: 'kind' }])
    const desk = (await get('/lam-viec/tin-bai?loai=page&xem=inReview', cookies.get('tuyet'))).body
    expect(desk).toContain(page.title)
    expect(desk).not.toContain(article.title)
    expect(desk).toMatch(/Chờ duyệt<span class="count"> 1<\/span>/)
    expect(await compareArticleCounts(db, scope)).toEqual([])
  })

  test('writes a page with the editor of articles, without the boxes of news', async () => {
    const begin = (await get('/lam-viec/tin-bai/moi?loai=page', cookies.get('tuyet'))).body
    expect(begin).toContain('Viết trang mới')
    expect(begin).not.toContain('name="categoryId"')
    const page = await aPage('draft', 'Sửa trong khung')
    const edit = (await get(`/lam-viec/tin-bai/${page.id}/sua`, cookies.get('tuyet'))).body
    expect(edit).toContain('data-article-editor')
    expect(edit).not.toMatch(/name="(categoryId|tags|author|source)"/)
    expect((await get(`/lam-viec/tin-bai/${page.id}`, cookies.get('tuyet'))).body).toContain('Đăng trang')
  })
})

describe('who may do what with a page that waits for review', () => {
  const acts = ['save', 'returnToDraft', 'publish'] as const
  const may: Record<(typeof acts)[number], readonly string[]> = {
    save: ['tuyet'],
    returnToDraft: ['tuyet', 'lam'],
    publish: ['tuyet', 'lam'],
  }
  test.each(['tuyet', 'lam', 'phuc', 'nam', 'khanh', 'binh'])('%s', async (who) => {
    for (const name of acts) {
      const page = await aPage('inReview', `Của ${who}`)
      const input =
        name === 'save' ? { title: page.title, body: bodyOf('y'), edition: page.edition } : name === 'publish' ? {} : { reason: 'Sửa.' }
      const answer = await send(`/api/v1/office/articles/${page.id}/acts/${name}`, input, who)
      expect([name, answer.statusCode]).toEqual([name, may[name].includes(who) ? 200 : who === 'binh' ? 404 : 403])
    }
  })
})
