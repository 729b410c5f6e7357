import { beforeAll, describe, expect, test } from 'vitest'
import { rowCounts } from '../../../../tests/support/rows.ts'
import type { Category } from '../article.ts'
import { findArticle, findEdition } from '../article-repository.ts'
import { ensureCategory, listCategories } from '../category-repository.ts'
import { compareArticleCounts } from '../index.ts'
import { beginImported, finishImported } from '../old-addresses/imported-row-repository.ts'
import { newsroom, scope } from '../test-app.ts'

const room = await newsroom()
const { app, db } = room
const API = '/api/v1/office/article-categories'
const people = ['tuyet', 'lam', 'dung', 'phuc', 'hoa', 'nam', 'khanh', 'binh'] as const
const cookies = new Map<string, string>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await room.signIn(username))
})

const headersOf = (who: string | null) => (who ? { cookie: cookies.get(who)! } : {})
const get = (url: string, who: string | null = null) => app.inject({ url, headers: headersOf(who) })
const send = (method: 'POST' | 'PUT', url: string, payload: object, who: string | null = 'tuyet') =>
  app.inject({ method, url, headers: headersOf(who), payload })
let sort = 10
const add = async (name: string, parentId: string | null = null): Promise<Category> =>
  (await send('POST', API, { name, parentId, sort: sort++ })).json()
const change = (category: Category, set: Partial<Category>) => {
  const { name, parentId, hidden, version } = { ...category, ...set }
  return send('PUT', `${API}/${category.id}`, { name, parentId, hidden, version, sort: set.sort ?? category.sort })
}
const merge = ({ id, version }: Category, into: Category) => send('POST', `${API}/${id}/merge`, { into: into.id, version })
const categoryOf = async (id: string) => (await listCategories(db, scope)).find((one) => one.id === id)!
const articleIn = async (category: Category, title: string, status: 'draft' | 'published' | 'withdrawn' | 'scheduled' = 'published') => {
  const article = await room.anArticle('draft', title)
  const content = { ...room.content(title, ['Chữ']), categoryId: category.id, edition: article.edition }
  await room.act(article.id, 'save', content)
  if (status === 'scheduled') await room.act(article.id, 'schedule', { at: new Date(room.now().getTime() + 3_600_000).toISOString() })
  else if (status !== 'draft') await room.act(article.id, 'publish')
  if (status === 'withdrawn') await room.act(article.id, 'withdraw', { reason: 'Sai.' })
  return article.id
}
const publicNames = async () => (await get('/api/v1/article-categories')).json().items.map(({ name }: Category) => name)

describe('who keeps categories', () => {
  test.each([...people, null])('%s', async (who) => {
    const category = await add(`Của ${who ?? 'khách'}`)
    const other = await add(`Khác của ${who ?? 'khách'}`)
    const writes = [
      () => send('POST', API, { name: `Mới của ${who}`, parentId: null, sort: 1 }, who),
      () => send('PUT', `${API}/${category.id}`, { ...place(category), name: `Đổi của ${who}` }, who),
      () => send('POST', `${API}/${category.id}/merge`, { into: other.id, version: category.version + 1 }, who),
    ]
    const before = [await rowCounts(db), await listCategories(db, scope)]
    const answers = []
    for (const write of writes) answers.push((await write()).statusCode)
    expect(answers).toEqual(who === 'tuyet' ? [201, 200, 200] : who === null ? [401, 401, 401] : [403, 403, 403])
    if (who !== 'tuyet') expect([await rowCounts(db), await listCategories(db, scope)]).toEqual(before)
    const reads = ['tuyet', 'lam', 'dung', 'phuc'].includes(who ?? '')
    for (const url of [API, '/lam-viec/tin-bai/chuyen-muc', `/lam-viec/tin-bai/chuyen-muc/${other.id}`]) {
      const seen = await get(url, who)
      expect([url, seen.statusCode]).toEqual([url, reads ? 200 : who !== null ? 403 : url === API ? 401 : 303])
      if (reads && url !== API) expect(seen.body.includes('<form method="post" action="/lam-viec/tin-bai')).toBe(who === 'tuyet')
    }
  })
})

const place = ({ name, parentId, sort: order, hidden, version }: Category) => ({ name, parentId, sort: order, hidden, version })

describe('what is wrong is named by its field, and nothing is written', () => {
  test.each<[string, object, string, string]>([
    ['no name', { name: ' ' }, 'name', 'required'],
    ['a name too long', { name: 'x'.repeat(81) }, 'name', 'too_long'],
    ['a NUL', { name: 'a\u0000' }, 'name', 'unstorable'],
    ['a name that is there', { name: 'thông  báo' }, 'name', 'taken'],
    ['no order', { sort: '' }, 'sort', 'required'],
    ['letters as order', { sort: 'đầu' }, 'sort', 'invalid_type'],
    ['an order below zero', { sort: -1 }, 'sort', 'too_small'],
    ['an order too large', { sort: 10_000 }, 'sort', 'too_big'],
    ['an order that is no whole number', { sort: 1.5 }, 'sort', 'invalid_type'],
    ['a parent that is no id', { parentId: 'x' }, 'parentId', 'invalid_uuid'],
    ['an unknown parent', { parentId: '018f3b4e-0000-7000-8000-000000000001' }, 'parentId', 'unknown_reference'],
    ['an unknown field', { slug: 'cua-toi' }, 'slug', 'unknown_field'],
  ])('%s', async (_what, set, field, code) => {
    const before = [await rowCounts(db), await listCategories(db, scope)]
    const answer = await send('POST', API, { name: 'Một tên mới', parentId: null, sort: 1, ...set })
    expect([answer.statusCode, answer.json().errors]).toMatchObject([422, [{ field, code, detail: expect.stringMatching(/\.$/) }]])
    expect([await rowCounts(db), await listCategories(db, scope)]).toEqual(before)
  })

  test('an unknown category is 404 before its input, a version of before is 409', async () => {
    const category = await add('Phiên bản')
    for (const id of ['018f3b4e-0000-7000-8000-000000000001', 'x', "'"]) {
      expect((await send('PUT', `${API}/${encodeURIComponent(id)}`, {})).statusCode).toBe(404)
      expect((await send('POST', `${API}/${encodeURIComponent(id)}/merge`, {})).statusCode).toBe(404)
      expect((await get(`/lam-viec/tin-bai/chuyen-muc/${encodeURIComponent(id)}`, 'tuyet')).statusCode).toBe(404)
    }
    expect((await change(category, { name: 'Phiên bản hai' })).statusCode).toBe(200)
    expect((await change(category, { name: 'Phiên bản ba' })).json()).toMatchObject({ status: 409, code: 'category_changed' })
    expect((await categoryOf(category.id)).name).toBe('Phiên bản hai')
  })

  test('a third level is refused from both sides', async () => {
    const [top, other] = [await add('Tầng một'), await add('Tầng một khác')]
    const below = await add('Tầng hai', top.id)
    const third = await send('POST', API, { name: 'Tầng ba', parentId: below.id, sort: 1 })
    expect(third.json().errors).toMatchObject([{ field: 'parentId', code: 'too_deep' }])
    expect((await change(top, { parentId: other.id })).json().errors).toMatchObject([{ field: 'parentId', code: 'too_deep' }])
    expect((await change(top, { parentId: top.id })).json().errors).toMatchObject([{ field: 'parentId', code: 'unknown_reference' }])
  })
})

describe('for readers', () => {
  test('two levels: the upper one lists what is below it too, in the order of days, page by page', async () => {
    const top = await add('Văn hóa')
    const [first, second] = [await add('Lễ hội', top.id), await add('Thể thao', top.id)]
    const ids: string[] = []
    for (const [n, category] of [top, first, second, first, top].entries()) ids.push(await articleIn(category, `Văn hóa ${n}`))
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { items, next } = (await get(`/api/v1/articles?category=van-hoa&limit=2&after=${after}`)).json()
      seen.push(...items.map(({ title }: { title: string }) => title))
      if (next === null) break
      after = next
    }
    expect(seen.toSorted()).toEqual(['Văn hóa 0', 'Văn hóa 1', 'Văn hóa 2', 'Văn hóa 3', 'Văn hóa 4'])
    expect(new Set(seen).size).toBe(ids.length)
    expect((await get('/api/v1/articles?category=le-hoi')).json().items).toHaveLength(2)
    const page = (await get('/tin-tuc?chuyen-muc=le-hoi')).body
    expect(page).toMatch(/aria-label="Trong Văn hóa"[\s\S]*Thể thao/)
    const articlePage = (await get('/tin-tuc/van-hoa-1')).body
    expect(articlePage).toMatch(/class="crumbs"[\s\S]*Văn hóa<\/a>[\s\S]*Lễ hội<\/a>/)
  })

  test('a new name is a new address; the old one leads there in lists, feeds and programs, with what else was asked', async () => {
    const category = await add('Nông nghiệp')
    await articleIn(category, 'Vụ mùa')
    await change(category, { name: 'Nông nghiệp và môi trường' })
    const [list, feed] = [await get('/en/tin-tuc?chuyen-muc=nong-nghiep&the=cong'), await get('/tin-tuc.atom?chuyen-muc=nong-nghiep')]
    expect([list.statusCode, list.headers.location]).toEqual([301, '/en/tin-tuc?chuyen-muc=nong-nghiep-va-moi-truong&the=cong'])
    expect([feed.statusCode, feed.headers.location]).toEqual([301, '/tin-tuc.atom?chuyen-muc=nong-nghiep-va-moi-truong'])
    expect((await get('/api/v1/articles?category=nong-nghiep')).json().items).toHaveLength(1)
    // The address of before is not given to somebody else, and goes back to its own category.
    expect((await add('Nông nghiệp')).slug).toBe('nong-nghiep-2')
    const back = await change(await categoryOf(category.id), { name: 'Nông nghiệp cũ' })
    expect((await change(back.json(), { name: 'Nông nghiệp và môi trường' })).json().slug).toBe('nong-nghiep-va-moi-truong')
  })

  test('a hidden one is offered nowhere, and takes what is below with it; its articles are read as ever', async () => {
    const top = await add('Sắp mở')
    const below = await add('Sắp mở nữa', top.id)
    await articleIn(below, 'Bài trong mục ẩn')
    expect(await publicNames()).toEqual(expect.arrayContaining(['Sắp mở', 'Sắp mở nữa']))
    await change(top, { hidden: true })
    expect((await publicNames()).filter((name: string) => name.startsWith('Sắp'))).toEqual([])
    for (const url of ['/tin-tuc?chuyen-muc=sap-mo', '/tin-tuc?chuyen-muc=sap-mo-nua', '/tin-tuc.atom?chuyen-muc=sap-mo'])
      expect((await get(url)).statusCode, url).toBe(404)
    expect((await get('/tin-tuc')).body).toContain('Bài trong mục ẩn')
    const article = await get('/tin-tuc/bai-trong-muc-an')
    expect([article.statusCode, article.body.includes('Sắp mở')]).toEqual([200, false])
  })

  test('the order is the office’s', async () => {
    const [a, b] = [await add('Xếp A'), await add('Xếp B')]
    const order = async () => (await publicNames()).filter((name: string) => name.startsWith('Xếp'))
    expect(await order()).toEqual(['Xếp A', 'Xếp B'])
    await change(a, { sort: b.sort + 1 })
    expect(await order()).toEqual(['Xếp B', 'Xếp A'])
  })
})

describe('a merger', () => {
  test('takes everything along and loses nothing: articles of every state, what is below, addresses, old editions, counts', async () => {
    const [from, into] = [await add('Xưa'), await add('Nay')]
    const below = await add('Dưới xưa', from.id)
    const ids = []
    for (const status of ['draft', 'published', 'withdrawn', 'scheduled'] as const)
      ids.push(await articleIn(from, `Bài xưa ${status}`, status))
    const at = room.now()
    const imported = { table: 'news_cat', sourceId: '77', matter: { type: 'articleCategory', id: from.id }, alias: 'Xua' } as const
    await db.transaction().execute(async (trx) => {
      await beginImported(trx, scope, imported, at)
      await finishImported(trx, scope, 'news_cat', '77', at)
    })
    const versions = await Promise.all(ids.map(async (id) => (await findArticle(db, scope, id))!.version))
    const answer = await merge(from, into)
    expect(answer.json()).toMatchObject({ id: into.id })
    for (const [n, id] of ids.entries()) {
      const article = (await findArticle(db, scope, id))!
      expect([article.categoryId, article.version]).toEqual([into.id, versions[n]])
      expect((await findEdition(db, scope, id, article.edition))!.categoryId).toBe(from.id)
    }
    expect(await categoryOf(below.id)).toMatchObject({ parentId: into.id })
    expect((await get('/tin-tuc?chuyen-muc=xua')).headers.location).toBe('/tin-tuc?chuyen-muc=nay')
    expect((await get('/vi/news/Xua/')).headers.location).toBe('/tin-tuc?chuyen-muc=nay')
    expect(await publicNames()).not.toContain('Xưa')
    expect(await compareArticleCounts(db, scope)).toEqual([])
    expect((await get(`/lam-viec/tin-bai/${ids[0]}/so-sanh`, 'tuyet')).body).toContain('Xưa')
    expect((await get(`/lam-viec/tin-bai/chuyen-muc/${from.id}`, 'tuyet')).body).toMatch(/đã gộp vào Nay[\s\S]*4 bài chuyển sang/)
    const audits = await db
      .selectFrom('audit_entries')
      .select('facts')
      .where('action', '=', 'category.merged')
      .where('matter_id', '=', from.id)
      .execute()
    expect(audits).toEqual([{ facts: { into: into.id, articles: 4 } }])
  })

  test('of a merger each address of before leads straight to where all is now', async () => {
    const [first, second, third] = [await add('Gộp một'), await add('Gộp hai'), await add('Gộp ba')]
    await merge(first, second)
    await merge(await categoryOf(second.id), third)
    expect((await get('/tin-tuc?chuyen-muc=gop-mot')).headers.location).toBe('/tin-tuc?chuyen-muc=gop-ba')
    expect(await categoryOf(first.id)).toMatchObject({ mergedInto: third.id })
    expect((await merge(await categoryOf(first.id), third)).json()).toMatchObject({ status: 409, code: 'category_merged' })
    expect((await change(await categoryOf(first.id), { name: 'Sống lại' })).json()).toMatchObject({ status: 409, code: 'category_merged' })
    const known = await db.transaction().execute((trx) => ensureCategory(trx, scope, { name: 'Gộp một', sort: 0 }))
    expect(known.id).toBe(third.id)
  })

  test.each(['itself', 'nothing', 'a merged one', 'one of the second level, having some below'])('with %s is refused', async (what) => {
    const from = await add(`Từ ${what}`)
    const other = await add(`Sang ${what}`)
    if (what === 'a merged one') await merge(other, await add(`Xa ${what}`))
    const below = what.startsWith('one of') ? await add(`Dưới ${what}`, from.id) : undefined
    const before = [await rowCounts(db), await listCategories(db, scope)]
    const into = what === 'itself' ? from : what === 'nothing' ? { ...other, id: crypto.randomUUID() } : (below ?? other)
    const answer = await merge(from, into)
    expect(answer.statusCode).toBe(below ? 409 : 422)
    if (!below) expect(answer.json().errors).toMatchObject([{ field: 'into', code: 'unknown_reference' }])
    expect([await rowCounts(db), await listCategories(db, scope)]).toEqual(before)
  })

  test('who still has the old one in the form saves into the new one', async () => {
    const [from, into] = [await add('Trong khung cũ'), await add('Trong khung mới')]
    const article = await room.anArticle('draft', 'Đang mở trong khung')
    await merge(from, into)
    await room.act(article.id, 'save', { ...room.content(article.title, ['Chữ']), categoryId: from.id, edition: article.edition })
    expect((await findArticle(db, scope, article.id))!.categoryId).toBe(into.id)
  })

  test('while ten editors save into it leaves no article behind', async () => {
    const [from, into] = [await add('Đua từ'), await add('Đua sang')]
    const articles = await Promise.all(Array.from({ length: 10 }, (_, n) => room.anArticle('draft', `Đua ${n}`)))
    const saves = articles.map(({ id, edition, title }) =>
      room.act(id, 'save', { ...room.content(title, ['Chữ']), categoryId: from.id, edition }),
    )
    const results = await Promise.all([...saves, merge(from, into), merge(from, into)])
    const codes = results.slice(-2).map((answer) => (answer as { statusCode: number }).statusCode)
    expect(codes.toSorted()).toEqual([200, 409])
    expect(await db.selectFrom('articles').select('id').where('category_id', '=', from.id).execute()).toEqual([])
    expect(await db.selectFrom('articles').select('id').where('category_id', '=', into.id).execute()).toHaveLength(10)
    expect(await compareArticleCounts(db, scope)).toEqual([])
  })
})
