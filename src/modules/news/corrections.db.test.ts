import { describe, expect, test } from 'vitest'
import type { Article } from './article.ts'
import { newsroom } from './test-app.ts'

const room = await newsroom()
const { app, act, anArticle } = room
const get = (url: string) => app.inject({ url })
const json = async (slug: string, rest = '') => (await get(`/api/v1/articles/${slug}/corrections${rest}`)).json()
const later = () => room.setNow(new Date(room.now().getTime() + 3_600_000))

async function revise(article: Article, lines: string[], more: object = {}): Promise<Article> {
  later()
  return act(article.id, 'revise', { ...room.content(article.title, lines), edition: article.edition, reason: 'Ghi sai ngày.', ...more })
}

describe('corrections of a published article', () => {
  test('each stands with its day, its reason and what differs; drafts are nowhere', async () => {
    const article = await anArticle('published', 'Sửa đường hai lần', ['Hạn là thứ hai.', 'Giữ nguyên.'])
    const first = await revise(article, ['Hạn là thứ ba.', 'Giữ nguyên.'])
    await revise(first, ['Hạn là thứ ba.', 'Giữ nguyên.', 'Thêm đoạn này.'], { reason: 'Thêm cho đủ.' })
    const { items } = await json(article.slug)
    expect(items).toMatchObject([
      { reason: 'Thêm cho đủ.', open: true, before: first.edition },
      { reason: 'Ghi sai ngày.', open: true, edition: first.edition, before: article.edition },
    ])
    const page = await get(`/tin-tuc/${article.slug}/ban-sua?ban=${first.edition}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(/<del>.*hai.*<\/del><ins>.*ba.*<\/ins>/)
    expect(page.body).toContain('Lý do: Ghi sai ngày.')
    expect(page.body).toContain('noindex')
    const english = await get(`/en/tin-tuc/${article.slug}/ban-sua`)
    expect(english.body).toContain('See what was changed')
    const { difference } = await json(article.slug, `/${first.edition}`)
    expect(JSON.stringify(difference)).toContain('"change":"added","text":"ba"')
    expect((await get(`/tin-tuc/${article.slug}`)).body).toContain(`href="/tin-tuc/${article.slug}/ban-sua"`)
    // The first edition was a draft that readers never had.
    for (const edition of [1, 99]) {
      expect((await get(`/tin-tuc/${article.slug}/ban-sua?ban=${edition}`)).statusCode).toBe(404)
      expect((await get(`/api/v1/articles/${article.slug}/corrections/${edition}`)).statusCode).toBe(404)
    }
    expect((await get(`/tin-tuc/${article.slug}/ban-sua?ban=x`)).statusCode).toBe(404)
  })

  test('a kept page is drawn anew by the next correction', async () => {
    const article = await anArticle('published', 'Giữ rồi thả', ['Một'])
    expect((await get(`/tin-tuc/${article.slug}/ban-sua`)).body).toContain('chưa sửa lần nào')
    const revised = await revise(article, ['Hai'])
    app.dropPages([`article:${article.id}`])
    expect((await get(`/tin-tuc/${article.slug}/ban-sua`)).body).not.toContain('chưa sửa lần nào')
    expect(revised.edition).toBe(article.edition + 1)
  })

  test('saved between a withdrawal and the next publication: no draft, and nothing of what was withdrawn', async () => {
    const article = await anArticle('published', 'Gỡ rồi đăng lại', ['Lời phải gỡ.'])
    const before = await revise(article, ['Lời phải gỡ, sửa một chữ.'])
    later()
    await act(article.id, 'withdraw', { reason: 'Sai sự thật.' })
    await act(article.id, 'returnToDraft', { reason: 'Viết lại.' })
    const draft = await act(article.id, 'save', { ...room.content(article.title, ['Bản nháp chưa ai thấy.']), edition: before.edition })
    const last = await act(article.id, 'save', { ...room.content(article.title, ['Lời đúng.']), edition: draft.edition })
    later()
    await act(article.id, 'publish')
    const { items } = await json(article.slug)
    expect(items).toMatchObject([
      { edition: last.edition, before: before.edition, open: false },
      { edition: before.edition, open: false },
    ])
    for (const { edition } of items) {
      const page = await get(`/tin-tuc/${article.slug}/ban-sua?ban=${edition}`)
      expect(page.body).toContain('không hiện lại')
      expect(page.body).not.toMatch(/phải gỡ|Bản nháp chưa ai thấy/)
      expect(await json(article.slug, `/${edition}`)).toMatchObject({ open: false, difference: null })
    }
    expect((await get(`/tin-tuc/${article.slug}/ban-sua?ban=${draft.edition}`)).statusCode).toBe(404)
  })

  test('what an editor marked so, and all before it, is closed; what comes after is open', async () => {
    const article = await anArticle('published', 'Bỏ tên người', ['Bà Mận ở hẻm 7.'])
    const one = await revise(article, ['Bà Mận ở hẻm 8.'])
    const two = await revise(one, ['Một người dân.'], { earlierHidden: 'yes' })
    const three = await revise(two, ['Một người dân khác.'])
    expect((await json(article.slug)).items.map(({ edition, open }: { edition: number; open: boolean }) => [edition, open])).toEqual([
      [three.edition, true],
      [two.edition, false],
      [one.edition, false],
    ])
    for (const edition of [one.edition, two.edition, three.edition])
      expect((await get(`/tin-tuc/${article.slug}/ban-sua?ban=${edition}`)).body).not.toContain('Mận')
  })

  test('a number that stands in the article no more does not come back by its difference', async () => {
    const article = await anArticle('draft', 'Số điện thoại', ['x'])
    const saved = await act(article.id, 'save', { ...room.content(article.title, ['Gọi 0912 345 678.']), edition: article.edition })
    const shown = await act(article.id, 'publish', { checked: true })
    const revised = await revise({ ...shown, edition: saved.edition }, ['Gọi văn phòng.'])
    expect((await get(`/tin-tuc/${article.slug}/ban-sua?ban=${revised.edition}`)).body).not.toContain('0912')
    expect(await json(article.slug, `/${revised.edition}`)).toMatchObject({ open: false, difference: null })
  })

  test('an address of before leads on; of what readers do not see there is no such page', async () => {
    const article = await anArticle('published', 'Tên bài cũ', ['Một'])
    later()
    await act(article.id, 'revise', { ...room.content('Tên bài mới', ['Một']), edition: article.edition, reason: 'Đổi tên.' })
    expect((await get('/tin-tuc/ten-bai-cu/ban-sua')).headers.location).toBe('/tin-tuc/ten-bai-moi/ban-sua')
    for (const status of ['draft', 'withdrawn'] as const) {
      const { slug } = await anArticle(status, `Không thấy ${status}`)
      expect([(await get(`/tin-tuc/${slug}/ban-sua`)).statusCode, (await get(`/api/v1/articles/${slug}/corrections`)).statusCode]).toEqual([
        404, 404,
      ])
    }
  })
})
