import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'

let site: TestApp
let hoa: FormBrowser

beforeAll(async () => {
  site = await testApp()
  hoa = await formBrowser(site, 'hoa')
})

const secretOf = (body: string) => /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(body)?.[0]
const form = () => ({ paper: 'citizenCard', compared: 'true', clientToken: randomUUID() })
const pathOf = (code: string) => `/lam-viec/don/${code}/cap-lai-ma`

async function filed(): Promise<{ code: string; secret: string }> {
  const payload = {
    kind: 'feedback',
    subject: 'Nắp cống vỡ',
    body: 'Dễ sụp chân.',
    filer: { name: 'Điểu Krá', email: 'dieu.kra@vidu.vn' },
    publish: false,
    clientToken: randomUUID(),
  }
  const answer = await site.app.inject({ method: 'POST', url: '/api/v1/petitions', payload })
  await site.app.flushFilings()
  return answer.json()
}

async function opens(code: string, secret: string | undefined): Promise<boolean> {
  const answer = await site.app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret ?? '' } })
  return answer.statusCode === 200
}

const idOf = async (code: string) =>
  (await site.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

describe('a lost secret renewed at the counter', () => {
  test('the new one opens the case, the old one nothing; history, mail and audit say so without naming anybody', async () => {
    const { code, secret } = await filed()
    const asked = await hoa.get(pathOf(code))
    expect(asked.statusCode).toBe(200)
    expect(asked.body).toContain('Điểu Krá')
    const slip = await hoa.post(pathOf(code), form())
    expect(slip.statusCode).toBe(200)
    const renewed = secretOf(slip.body)
    expect(renewed).not.toBe(secret)
    expect([await opens(code, renewed), await opens(code, secret)]).toEqual([true, false])

    const matter_id = await idOf(code)
    const entry = await site.db
      .selectFrom('history_entries')
      .select(['audience', 'facts', 'actor_role'])
      .where('matter_id', '=', matter_id)
      .where('type', '=', 'petition.secretRenewed')
      .execute()
    expect(entry).toEqual([{ audience: 'filer', facts: { paper: 'citizenCard' }, actor_role: 'receptionOfficer' }])
    const mail = await site.db.selectFrom('outbox').select(['kind', 'body', 'to_address']).where('matter_id', '=', matter_id).execute()
    const told = mail.find(({ kind }) => kind === 'petition.secretRenewed')
    expect(told?.to_address).toBe('dieu.kra@vidu.vn')
    expect(told?.body).not.toContain(renewed!)
    const read = await site.db.selectFrom('audit_entries').select('action').where('matter_id', '=', matter_id).execute()
    expect(read.length).toBeGreaterThan(0)
    expect((await hoa.get(`/lam-viec/don/${code}`)).body).not.toContain(renewed)
  })

  test('pressed twice it is one renewal, with the same slip; another form gives another secret', async () => {
    const { code } = await filed()
    const pressed = form()
    const first = await hoa.post(pathOf(code), pressed)
    const before = await rowsWritten(site.db)
    const again = await hoa.post(pathOf(code), pressed)
    expect(secretOf(again.body)).toBe(secretOf(first.body))
    expect(await rowsWritten(site.db)).toEqual(before)
    const other = secretOf((await hoa.post(pathOf(code), form())).body)
    expect([await opens(code, secretOf(first.body)), await opens(code, other)]).toEqual([false, true])
  })

  test.each([
    ['no paper was chosen', { paper: '' }, 'Giấy tờ đã xem'],
    ['an unknown paper', { paper: 'libraryCard' }, 'Giấy tờ đã xem'],
    ['the officer does not say that it agrees', { compared: '' }, 'Xác nhận đã đối chiếu'],
    ['anything but the tick', { compared: 'yes' }, 'Xác nhận đã đối chiếu'],
    ['a token that is none', { clientToken: 'x' }, 'Mã lần gửi'],
    ['an unknown field', { extra: '1' }, 'extra'],
  ])('%s: 422 names the field, and the old secret still works', async (_, change, named) => {
    const { code, secret } = await filed()
    const before = await rowsWritten(site.db)
    const answer = await hoa.post(pathOf(code), { ...form(), ...change })
    expect(answer.statusCode).toBe(422)
    expect(/error-summary[\s\S]*?<\/ul>/.exec(answer.body)?.[0]).toContain(named)
    expect(await rowsWritten(site.db)).toEqual(before)
    expect(await opens(code, secret)).toBe(true)
  })

  test.each(['nam', 'dung', 'lam', 'phuc', 'khanh', 'tuyet', 'binh'])('%s may not, and sees no link', async (username) => {
    const { code, secret } = await filed()
    const browser = await formBrowser(site, username)
    expect((await browser.get(pathOf(code))).statusCode).toBe(403)
    expect((await browser.post(pathOf(code), form())).statusCode).toBe(403)
    expect((await browser.get(`/lam-viec/don/${code}`)).body).not.toContain('cap-lai-ma')
    expect(await opens(code, secret)).toBe(true)
  })

  test('without a session it leads to signing in; an unknown case is 404', async () => {
    const { code } = await filed()
    const visitor = await formBrowser(site)
    expect((await visitor.get(pathOf(code))).headers.location).toMatch(/^\/dang-nhap\?tiep=/)
    expect((await hoa.get(pathOf('PL-2026-99999'))).statusCode).toBe(404)
  })

  test('when the filer was erased nobody is left to compare with', async () => {
    const { code, secret } = await filed()
    await site.db
      .deleteFrom('petition_filers')
      .where('petition_id', '=', await idOf(code))
      .execute()
    expect((await hoa.get(pathOf(code))).body).toContain('Dữ liệu của người gửi đã được xóa')
    const answer = await hoa.post(pathOf(code), form())
    expect(answer.statusCode).toBe(409)
    expect(await opens(code, secret)).toBe(true)
  })

  test('the case page leads a reception officer there', async () => {
    const { code } = await filed()
    expect((await hoa.get(`/lam-viec/don/${code}`)).body).toContain(`href="${pathOf(code)}"`)
    expect((await hoa.get(`/en/lam-viec/don/${code}`)).body).toContain('Renew the secret')
  })
})
