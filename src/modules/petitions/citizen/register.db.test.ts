import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { type aForm, fileWith, testBrowser } from './test-browser.ts'

let town: TestApp
let hoa: string
const published: string[] = []

async function publish(change: Partial<typeof aForm>): Promise<string> {
  const { code } = await fileWith(testBrowser(town.app), change)
  const response = await town.app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${code}/acts/clearForPublication`,
    headers: { cookie: hoa },
    payload: {},
  })
  if (response.statusCode !== 200) throw new Error(response.body)
  published.push(code)
  return code
}

beforeAll(async () => {
  town = await testApp()
  hoa = await town.signIn('hoa')
  for (let n = 1; n <= 22; n++)
    await publish({ subject: `Rác ở chợ lần ${n}`, kind: n % 2 ? 'feedback' : 'recommendation', body: `Nội dung ${n} & <b> "trích"` })
})

const page = (path: string) => testBrowser(town.app).get(path)
const codesIn = (html: string) => [...new Set([...html.matchAll(/href="(?:\/en)?\/don\/(PL-\d{4}-\d{5})"/g)].map((match) => match[1]!))]

describe('the public register', () => {
  test('pages by key: every case once, newest first', async () => {
    const first = await page('/don')
    const next = /rel="next" href="([^"]+)"/.exec(first.html)![1]!.replaceAll('&amp;', '&')
    const second = await page(next)
    expect([...codesIn(first.html), ...codesIn(second.html)]).toEqual(published.toReversed())
    expect(second.html).not.toContain('rel="next"')
    expect(codesIn((await page('/don?limit=50')).html)).toHaveLength(22)
  })

  test('kind, status, unit and words filter it, and the next page keeps the filter', async () => {
    expect(codesIn((await page('/don?kind=recommendation')).html)).toHaveLength(11)
    expect(codesIn((await page('/don?status=answered')).html)).toHaveLength(0)
    expect(codesIn((await page('/don?unit=00000000-0000-4000-8000-000000000000')).html)).toHaveLength(0)
    expect(codesIn((await page('/don?q=rac+cho&kind=feedback&limit=5')).html)).toHaveLength(5)
    expect((await page('/don?q=rac&kind=feedback&limit=5')).html).toMatch(
      /rel="next" href="\/don\?q=rac&amp;kind=feedback&amp;after=[\w-]+&amp;limit=5"/,
    )
  })

  test.each(['rác', 'rác'.normalize('NFD'), 'rac', 'RÁC'])('the search finds “%s” with tones and without', async (q) => {
    expect(codesIn((await page(`/don?q=${encodeURIComponent(q)}&limit=100`)).html)).toHaveLength(22)
  })

  test('the search finds a code as it is written on the slip', async () => {
    expect(codesIn((await page(`/don?q=${published[3]!.toLowerCase()}`)).html)).toEqual([published[3]])
  })

  test('a wrong tone finds nothing, and the empty list says so', async () => {
    const empty = await page(`/don?q=${encodeURIComponent('rạc')}`)
    expect(codesIn(empty.html)).toHaveLength(0)
    expect(empty.html).toContain('Không có hồ sơ nào hợp với bộ lọc này.')
  })

  test.each([
    '/don?kind=gossip',
    '/don?status=x',
    '/don?unit=1',
    '/don?after=zzz',
    '/don?limit=0',
    '/don?limit=101',
    '/don?q=%00',
    '/don?kind=feedback&kind=complaint',
  ])('%s is refused with a page', async (path) => {
    const answer = await page(path)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('<h1>')
  })

  test('what a link of elsewhere adds changes nothing', async () => {
    expect((await page('/don?utm_source=zalo')).status).toBe(200)
  })

  test('what the filer did not agree to, or nobody cleared, is nowhere', async () => {
    const uncleared = await fileWith(testBrowser(town.app), { subject: 'Chưa duyệt' })
    const secret = await fileWith(testBrowser(town.app), { subject: 'Không công khai', publish: 'no' })
    const all = await page('/don?limit=100')
    expect(all.html).not.toMatch(/Chưa duyệt|Không công khai/)
    const hidden = [await page(`/don/${uncleared.code}`), await page(`/don/${secret.code}`), await page('/don/PL-2026-99999')]
    for (const answer of hidden) expect(answer.status).toBe(404)
    const bodies = hidden.map((answer, i) => answer.html.replaceAll([uncleared.code, secret.code, 'PL-2026-99999'][i]!, 'X'))
    expect(new Set(bodies).size).toBe(1)
  })

  test('a public case shows words and place, and nothing of the person', async () => {
    const hamlet = await town.db.selectFrom('hamlets').select(['id', 'name']).limit(1).executeTakeFirstOrThrow()
    const code = await publish({
      subject: 'Ổ gà',
      name: 'Hoàng Văn Kín',
      phone: '0912 345 678',
      email: 'kin@vidu.vn',
      address: 'Nhà số 7',
      lat: '11.8312',
      lon: '106.9921',
      place: 'Hẻm 15',
      hamlet: hamlet.id,
    })
    const { html } = await page(`/don/${code}`)
    expect(html).toContain(hamlet.name)
    expect(html).not.toMatch(/Hoàng Văn Kín|0912|kin@vidu|Nhà số 7|11\.83|Hẻm 15/)
    expect(html).not.toContain('noindex')
  })

  test('a case withdrawn leaves at once, though its page was kept', async () => {
    const browser = testBrowser(town.app)
    const { code } = await fileWith(browser, { subject: 'Sẽ rút' })
    await town.app.inject({
      method: 'POST',
      url: `/api/v1/petitions/${code}/acts/clearForPublication`,
      headers: { cookie: hoa },
      payload: {},
    })
    expect((await page(`/don/${code}`)).status).toBe(200)
    expect((await page('/don')).html).toContain('Sẽ rút')
    await browser.post(`/tra-cuu/${code}/rut`, { version: '2' })
    expect((await page(`/don/${code}`)).status).toBe(404)
    expect((await page('/don')).html).not.toContain('Sẽ rút')
  })

  test('kept pages are the same for everybody: no name, no token', async () => {
    const signedIn = await testBrowser(town.app, hoa).get('/don')
    expect(signedIn.html).toBe((await page('/don')).html)
    expect(signedIn.html).not.toContain('_csrf')
    expect((await page('/en/don')).html).toContain('Public register')
  })
})

describe('the Atom feed', () => {
  test('is well-formed, with the same filter as the page that links it', async () => {
    const list = await page('/don?kind=feedback')
    const href = /type="application\/atom\+xml"[^>]*href="([^"]+)"/.exec(list.html)![1]!
    expect(href).toBe('/don.atom?kind=feedback')
    const feed = await page(href)
    expect(feed.raw.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(feed.html.match(/<entry>/g)!.length).toBeGreaterThan(10)
    expect(feed.html).not.toContain('Kiến nghị')
    expect(unbalanced(feed.html)).toEqual([])
  })
})

/** Tags that do not close in order; enough of a parser for XML of our own making. */
function unbalanced(xml: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, close, name, , self] of xml.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (self) continue
    if (!close) open.push(name!)
    else if (open.pop() !== name) wrong.push(name!)
  }
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(xml)) wrong.push('&')
  if ((xml.match(/</g) ?? []).length !== (xml.match(/<[/?\w][^<]*>/g) ?? []).length) wrong.push('<')
  return [...wrong, ...open]
}
