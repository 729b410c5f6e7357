import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'

let at = new Date('2026-11-22T10:00:00+07:00')
const { app, db, signIn } = await testApp({ now: () => at })

const get = async (url: string, cookie = '') => app.inject({ url, headers: { cookie } })

/** Opens the page for its token and sends the form. */
async function send(cookie: string, path: string, form: Record<string, string>, to = path) {
  const page = await get(path, cookie)
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const seed = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return app.inject({
    method: 'POST',
    url: to,
    headers: { cookie: [cookie, seed].filter(Boolean).join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, ...form }).toString(),
  })
}
const news = { 'items.0.label': 'Trang nhất', 'items.0.labelEn': 'Front', 'items.0.href': '/', 'items.0.order': '1' }
const rows = () => db.selectFrom('site_menus').selectAll().execute()
const entries = (html: string) =>
  [.../<nav class="main-nav"[\s\S]*?<\/nav>/.exec(html)![0].matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(
    ([, href, label]) => `${label} ${href}`,
  )

describe('changing a menu', () => {
  test('is seen on every page at once, in both languages; entries of roles stay', async () => {
    const tuyet = await signIn('tuyet')
    await get('/lien-he')
    const answer = await send(tuyet, '/lam-viec/menu/dau', {
      version: '0',
      ...news,
      'items.1.label': 'Tỉnh',
      'items.1.href': 'https://tinh.example/',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/lam-viec/menu/dau?xong=1'])
    expect(entries((await get('/lien-he')).body)).toEqual(['Trang nhất /', 'Tỉnh https://tinh.example/'])
    expect(entries((await get('/en/lien-he')).body)).toEqual(['Front /en', 'Tỉnh https://tinh.example/'])
    expect(entries((await get('/lien-he', await signIn('hoa'))).body)).toHaveLength(2)
    expect(entries((await get('/lam-viec', await signIn('hoa'))).body)).toContain('Làm việc /lam-viec')
    const audits = await db.selectFrom('audit_entries').select('facts').where('action', '=', 'menu.changed').execute()
    expect(audits.at(-1)!.facts).toMatchObject({ place: 'main', version: 1, items: 2 })
  })

  test('of two editors the slower one is told, keeps what was typed, and may then save', async () => {
    const tuyet = await signIn('tuyet')
    const late = await send(tuyet, '/lam-viec/menu/dau', { version: '0', ...news, 'items.0.label': 'Của tôi' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('value="Của tôi"')
    expect(late.body).toContain('Trang nhất')
    const version = /name="version" value="(\d+)"/.exec(late.body)![1]!
    expect((await send(tuyet, '/lam-viec/menu/dau', { version, ...news, 'items.0.label': 'Của tôi' })).statusCode).toBe(303)
  })

  test('what is wrong is named at its box, and nothing is written', async () => {
    const before = await rows()
    const answer = await send(await signIn('tuyet'), '/lam-viec/menu/dau', { version: '2', ...news, 'items.0.href': 'javascript:alert(1)' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#items.0.href"')
    expect(answer.body).toContain('value="javascript:alert(1)"')
    expect(await rows()).toEqual(before)
  })

  test('goes back to the menu of the software', async () => {
    const tuyet = await signIn('tuyet')
    const answer = await send(tuyet, '/lam-viec/menu/dau', { version: '2' }, '/lam-viec/menu/dau/co-san')
    expect(answer.statusCode).toBe(303)
    expect(await rows()).toEqual([])
    expect(entries((await get('/lien-he')).body).length).toBeGreaterThan(4)
    expect((await send(tuyet, '/lam-viec/menu/dau', { version: '2' }, '/lam-viec/menu/dau/co-san')).statusCode).toBe(409)
  })

  test('two editors at once: one menu, one refusal', async () => {
    const tuyet = await signIn('tuyet')
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => send(tuyet, '/lam-viec/menu/cuoi', { version: '0', ...news, 'items.0.label': `Bản ${n}` })),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409, 409, 409, 409, 409])
    expect(await rows()).toHaveLength(1)
  })

  test.each(['hoa', 'nam', 'mai', 'dung', 'lam', 'phuc', 'binh'])('is not for %s', async (username) => {
    expect((await get('/lam-viec/menu/dau', await signIn(username))).statusCode).toBe(403)
  })

  test('is not for a visitor', async () => {
    expect((await get('/lam-viec/menu/dau')).headers.location).toBe('/dang-nhap?tiep=%2Flam-viec%2Fmenu%2Fdau')
  })
})

test('an entry whose page was withdrawn is not shown to readers, comes back with the page, and is marked for the editor', async () => {
  const cookie = await signIn('tuyet')
  const api = async (url: string, payload: object) =>
    (await app.inject({ method: 'POST', url: `/api/v1/office/articles${url}`, headers: { cookie }, payload })).json()
  const { id } = await api('', { kind: 'page', title: 'Nội quy tiếp dân' })
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Điều 1.' }] }] }
  await api(`/${id}/acts/save`, { title: 'Nội quy tiếp dân', body, edition: 1 })
  await api(`/${id}/acts/publish`, {})
  const href = '/trang/noi-quy-tiep-dan'
  const { version } = (await rows()).find(({ place }) => place === 'footer') ?? { version: 0 }
  const items = { 'items.0.label': 'Nội quy', 'items.0.href': href, 'items.1.label': 'Tin', 'items.1.href': '/tin-tuc' }
  await send(cookie, '/lam-viec/menu/cuoi', { version: String(version), ...items })
  const seen = async () => {
    // As long as a process may show a menu of before.
    at = new Date(at.getTime() + 6_000)
    return { isInMenu: (await get('/lien-he')).body.includes(`href="${href}"`), page: (await get(href)).statusCode }
  }
  const desk = async () => (await get('/lam-viec/menu/cuoi', cookie)).body
  expect(await seen()).toEqual({ isInMenu: true, page: 200 })
  expect(await desk()).not.toContain('Người đọc không thấy mục này')
  await api(`/${id}/acts/withdraw`, { reason: 'Đang sửa.' })
  expect(await seen()).toEqual({ isInMenu: false, page: 410 })
  expect(await desk()).toContain('Người đọc không thấy mục này')
  expect(await desk()).toContain(`value="${href}"`)
  await api(`/${id}/acts/republish`, {})
  expect(await seen()).toEqual({ isInMenu: true, page: 200 })
})

describe('what the office says of itself', () => {
  test('the organisation names units of today with their heads', async () => {
    const { body } = await get('/co-cau-to-chuc')
    expect(body).toContain('Đội Quản lý đô thị')
    const head = (await db.selectFrom('auth_users').select('name').where('username', '=', 'dung').executeTakeFirstOrThrow()).name
    expect(body).toContain(`Người đứng đầu: ${head}`)
  })

  test('a unit that has ended, and a head whose work is over, are not named', async () => {
    const unit = await db
      .selectFrom('units')
      .select(['id', 'name'])
      .where('kind', '=', 'ward')
      .orderBy('position')
      .executeTakeFirstOrThrow()
    await db.updateTable('units').set({ valid_to: '2026-11-21' }).where('id', '=', unit.id).execute()
    const answer = (await get('/api/v1/site')).json() as { units: { id: string }[] }
    expect(answer.units.map(({ id }) => id)).not.toContain(unit.id)
    await db.updateTable('units').set({ valid_to: null }).where('id', '=', unit.id).execute()
  })

  test('the contact leads to the telephone and to the calendar of the reception', async () => {
    const { body } = await get('/lien-he')
    expect(body).toContain('href="tel:0900000000"')
    expect(body).toContain('href="/lich-tiep-dan.ics"')
  })

  test('the API gives the same, and no contact of a person', async () => {
    const answer = (await get('/api/v1/site')).json()
    expect(Object.keys(answer)).toEqual(['authority', 'contact', 'chairmen', 'units', 'menus'])
    expect(JSON.stringify(answer)).not.toMatch(/@|personId|username/)
  })
})
