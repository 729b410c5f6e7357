import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { findArticle, findEdition } from '../article-repository.ts'
import { newsroom, scope } from '../test-app.ts'

const room = await newsroom()
const { app, db } = room
const API = '/api/v1/office/article-tags'
const people = ['tuyet', 'lam', 'dung', 'phuc', 'hoa', 'nam', 'khanh', 'binh'] as const
const cookies = new Map<string, string>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await room.signIn(username))
})

const headersOf = (who: string | null) => (who ? { cookie: cookies.get(who)! } : {})
const get = (url: string, who: string | null = null) => app.inject({ url, headers: headersOf(who) })
const rename = (slug: string, name: string, who: string | null = 'tuyet') =>
  app.inject({ method: 'PUT', url: `${API}/${slug}`, headers: headersOf(who), payload: { name } })
const merge = (slug: string, into: string, who: string | null = 'tuyet') =>
  app.inject({ method: 'POST', url: `${API}/${slug}/merge`, headers: headersOf(who), payload: { into } })
async function articleWith(tags: readonly string[], { title, shown = true }: { title: string; shown?: boolean }) {
  const article = await room.anArticle('draft', title)
  await room.act(article.id, 'save', { ...room.content(title, ['Chữ']), tags, edition: article.edition })
  if (shown) await room.act(article.id, 'publish')
  return article.id
}
const tagsOf = async (id: string) => (await findArticle(db, scope, id))!.tags
const titlesAt = async (slug: string) =>
  (await get(`/api/v1/articles?tag=${slug}`)).json().items.map(({ title }: { title: string }) => title)

describe('who moves tags', () => {
  test.each([...people, null])('%s', async (who) => {
    const name = `Của ${who ?? 'khách'}`
    const slug = `cua-${who ?? 'khach'}`
    await articleWith([name, 'Chung'], { title: name })
    const before = await rowCounts(db)
    const refused = who === null ? 401 : 403
    const answers = [(await rename(slug, `Mới ${who}`, who)).statusCode, (await merge('chung', name, who)).statusCode]
    // The editor has renamed it: its name of before is no tag any more.
    expect(answers).toEqual(who === 'tuyet' ? [200, 422] : [refused, refused])
    if (who !== 'tuyet') expect(await rowCounts(db)).toEqual(before)
    const reads = ['tuyet', 'lam', 'dung', 'phuc'].includes(who ?? '')
    for (const url of [API, '/lam-viec/tin-bai/the', '/lam-viec/tin-bai/the/chung']) {
      const seen = await get(url, who)
      expect([url, seen.statusCode]).toEqual([url, reads ? 200 : who !== null ? 403 : url === API ? 401 : 303])
      if (reads && url.endsWith('/chung'))
        expect(seen.body.includes('<form method="post" action="/lam-viec/tin-bai/the')).toBe(who === 'tuyet')
    }
  })
})

describe('a tag is renamed', () => {
  test('on every article, drafts too; the old address leads on, and writing the old name gives the present one', async () => {
    const shown = await articleWith(['Cầu Rạch', 'Đường'], { title: 'Cầu một' })
    const draft = await articleWith(['cầu rạch'], { title: 'Cầu hai', shown: false })
    const list = await get('/tin-tuc?the=cau-rach')
    expect([list.statusCode, list.body.includes('Cầu Rạch')]).toEqual([200, true])
    room.dropped.length = 0
    expect((await rename('cau-rach', 'Cầu Rạch Bà')).json()).toEqual({ slug: 'cau-rach-ba', name: 'Cầu Rạch Bà', articles: 2 })
    expect([await tagsOf(shown), await tagsOf(draft)]).toEqual([['Cầu Rạch Bà', 'Đường'], ['Cầu Rạch Bà']])
    expect(await titlesAt('cau-rach-ba')).toEqual(['Cầu một'])
    expect(await titlesAt('cau-rach')).toEqual(['Cầu một'])
    for (const [from, to] of [
      ['/tin-tuc?the=cau-rach', '/tin-tuc?the=cau-rach-ba'],
      ['/en/tin-tuc?the=cau-rach', '/en/tin-tuc?the=cau-rach-ba'],
    ] as const) {
      const { statusCode, headers } = await get(from)
      expect([statusCode, headers.location]).toEqual([301, to])
    }
    expect((await get('/tim-kiem?q=Rạch+Bà')).body).toContain('Cầu một')

    const { edition } = (await findArticle(db, scope, draft))!
    await room.act(draft, 'save', { ...room.content('Cầu hai', ['Chữ']), tags: ['Cầu Rạch', 'Cầu rạch bà'], edition })
    expect(await tagsOf(draft)).toEqual(['Cầu rạch bà'])
    // What was saved under the old name still says so.
    expect((await findEdition(db, scope, shown, 3))!.tags).toEqual(['Cầu Rạch', 'Đường'])
  })

  test('pages that were kept show the new name at once', async () => {
    const id = await articleWith(['Giữ một'], { title: 'Trang được giữ' })
    const { slug } = (await findArticle(db, scope, id))!
    expect((await get(`/tin-tuc/${slug}`)).body).toContain('Giữ một')
    await rename('giu-mot', 'Giữ hai')
    const page = (await get(`/tin-tuc/${slug}`)).body
    expect([page.includes('Giữ một'), page.includes('Giữ hai')]).toEqual([false, true])
  })

  test('there and back again; another spelling of the same address', async () => {
    const id = await articleWith(['Xuân'], { title: 'Xuân về' })
    await rename('xuan', 'Hạ')
    expect((await rename('ha', 'Xuân')).statusCode).toBe(200)
    expect((await get('/tin-tuc?the=ha')).headers.location).toBe('/tin-tuc?the=xuan')
    expect((await get('/tin-tuc?the=xuan')).statusCode).toBe(200)
    expect((await rename('xuan', 'XUÂN')).json()).toMatchObject({ slug: 'xuan', name: 'XUÂN' })
    expect(await tagsOf(id)).toEqual(['XUÂN'])
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from audit_entries where action = 'tag.renamed' and facts->>'slug' = 'xuan'`.execute(db)
    expect(rows).toEqual([{ n: 2 }])
  })

  test('what is wrong is named by its field, and nothing is written', async () => {
    await articleWith(['Một nơi', 'Hai nơi', 'Ba nơi'], { title: 'Nơi' })
    await rename('ba-noi', 'Bốn nơi')
    const before = await rowCounts(db)
    for (const [name, code] of [
      ['', 'required'],
      ['x'.repeat(61), 'too_long'],
      ['hai NƠI', 'taken'],
      ['Ba nơi', 'taken'],
      ['một, hai', 'invalid_value'],
    ] as const)
      expect([name, (await rename('mot-noi', name)).json().errors]).toMatchObject([
        name,
        [{ field: 'name', code, detail: expect.stringMatching(/\.$/) }],
      ])
    for (const slug of ['khong-co', "'", 'x'.repeat(90)]) expect((await rename(encodeURIComponent(slug), 'Tên')).statusCode).toBe(404)
    expect(await rowCounts(db)).toEqual(before)
    const url = '/lam-viec/tin-bai/the/mot-noi'
    const page = await get(url, 'tuyet')
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const form = await app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: `${cookies.get('tuyet')}; ${String(page.headers['set-cookie']).split(';')[0]}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ _csrf: token, name: 'Hai nơi' }).toString(),
    })
    expect([form.statusCode, form.body.includes('value="Hai nơi"')]).toEqual([422, true])
  })
})

describe('a tag is merged', () => {
  test('an article that has both has one; all old addresses lead to what is left', async () => {
    const both = await articleWith(['Đường bộ', 'Giao thông'], { title: 'Cả hai' })
    const one = await articleWith(['Đường bộ'], { title: 'Chỉ một' })
    await rename('duong-bo', 'Đường sá')
    expect((await merge('duong-sa', 'giao thông')).json()).toMatchObject({ slug: 'giao-thong', articles: 2 })
    expect([await tagsOf(both), await tagsOf(one)]).toEqual([['Giao thông'], ['Giao thông']])
    for (const old of ['duong-bo', 'duong-sa']) expect((await get(`/tin-tuc?the=${old}`)).headers.location).toBe('/tin-tuc?the=giao-thong')
    expect((await merge('giao-thong', 'Giao thông')).json().errors).toMatchObject([{ field: 'into', code: 'unknown_reference' }])
    expect((await get('/lam-viec/tin-bai/the/duong-bo', 'tuyet')).headers.location).toBe('/lam-viec/tin-bai/the/giao-thong')
  })

  test('while others save articles with it: none keeps the old one', async () => {
    await articleWith(['Đích'], { title: 'Đích' })
    const ids = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((title) => articleWith(['Nguồn'], { title: `Đua ${title}` })))
    const saves = ids.map(async (id, n) => {
      const { edition } = (await findArticle(db, scope, id))!
      return room.act(id, 'revise', { ...room.content(`Đua lại ${n}`, ['Chữ']), tags: ['Nguồn'], edition, reason: 'Sửa.' })
    })
    const [merged] = await Promise.all([merge('nguon', 'Đích'), ...saves])
    expect(merged!.statusCode).toBe(200)
    for (const id of ids) expect(await tagsOf(id)).toEqual(['Đích'])
    expect(await db.selectFrom('article_tags').select('slug').where('slug', '=', 'nguon').execute()).toEqual([])
  })
})

test('the list goes on by key, each tag once', async () => {
  await articleWith(
    Array.from({ length: 12 }, (_, n) => `Nhiều ${n}`),
    { title: 'Nhiều thẻ' },
  )
  for (let k = 0; k < 4; k++)
    await articleWith(
      Array.from({ length: 12 }, (_, n) => `Lô ${k} ${n}`),
      { title: `Nhiều thẻ ${k}` },
    )
  const seen: string[] = []
  for (let after = ''; ; ) {
    const { items, next } = (await get(`${API}?after=${after}`, 'tuyet')).json()
    seen.push(...items.map(({ slug }: { slug: string }) => slug))
    if (!next) break
    after = next
  }
  expect(seen).toEqual([...new Set(seen)].toSorted())
  expect(seen).toEqual(expect.arrayContaining(['lo-0-0', 'lo-3-11', 'nhieu-11']))
  expect((await get(`${API}?after=x`, 'tuyet')).statusCode).toBe(422)
})
