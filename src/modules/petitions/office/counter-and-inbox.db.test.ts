import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'

let site: TestApp
let hoa: FormBrowser

beforeAll(async () => {
  site = await testApp()
  hoa = await formBrowser(site, 'hoa')
})

const told = () => ({
  kind: 'feedback',
  subject: 'Nắp cống vỡ trước chợ',
  body: 'Bà con đi chợ dễ sụp chân.',
  name: 'Điểu Krá',
  phone: '',
  email: '',
  address: '',
  identityNumber: '070 099 001 234',
  hamlet: '',
  lat: '11,8372',
  lon: '106.9987',
  publish: 'no',
  clientToken: randomUUID(),
})

const secretOf = (body: string) => /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(body)?.[0]

test('a person without a phone goes home with code, secret and days; the secret opens the case', async () => {
  const response = await hoa.post('/lam-viec/don-moi', told())
  expect(response.statusCode).toBe(201)
  const code = /PL-\d{4}-\d{5}/.exec(response.body)?.[0]
  const secret = secretOf(response.body)
  const own = await site.app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret! } })
  expect(own.json()).toMatchObject({
    subject: 'Nắp cống vỡ trước chợ',
    filer: { identityNumber: '070099001234' },
    location: { lat: 11.8372, lon: 106.9987 },
  })
  const row = await site.db.selectFrom('petitions').select(['channel', 'id']).where('code', '=', code!).executeTakeFirstOrThrow()
  expect(row.channel).toBe('counter')
  // The secret is on the slip alone.
  expect((await hoa.get(`/lam-viec/don/${code}`)).body).not.toContain(secret)
  expect((await hoa.get('/lam-viec/don-moi')).body).not.toContain(secret)
})

test('pressed twice it is one petition, with the same slip', async () => {
  const form = told()
  const first = await hoa.post('/lam-viec/don-moi', form)
  const before = await rowsWritten(site.db)
  const second = await hoa.post('/lam-viec/don-moi', { ...form, subject: 'Chữ khác' })
  expect([first.statusCode, second.statusCode]).toEqual([201, 200])
  expect(secretOf(second.body)).toBe(secretOf(first.body))
  expect(second.body).toContain('Nắp cống vỡ trước chợ')
  expect(await rowsWritten(site.db)).toEqual(before)
})

test.each([
  ['kind', { kind: 'denunciation' }],
  ['kind', { kind: '' }],
  ['subject', { subject: ' ' }],
  ['subject', { subject: 'x'.repeat(201) }],
  ['body', { body: '' }],
  ['name', { name: '' }],
  ['phone', { phone: 'không có' }],
  ['email', { email: 'a@b' }],
  ['identityNumber', { identityNumber: '12345' }],
  ['lat', { lat: 'bắc', lon: '106' }],
  ['lon', { lat: '11', lon: '' }],
  ['publish', { publish: '' }],
  ['clientToken', { clientToken: 'x' }],
  ['status', { status: 'closed' }],
])('a wrong %s is named, the rest stays in the form, and nothing is written', async (field, change) => {
  const before = await rowsWritten(site.db)
  const response = await hoa.post('/lam-viec/don-moi', { ...told(), ...change })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain(`href="#${field}"`)
  if (field !== 'name') expect(response.body).toContain('value="Điểu Krá"')
  expect(await rowsWritten(site.db)).toEqual(before)
})

test('the inbox keeps its filters in the address and refuses a made-up page', async () => {
  const cases = await officeCases(site)
  for (let i = 0; i < 32; i++) await cases.aCase('new', { kind: 'recommendation', subject: `Đèn đường số ${i}` })
  const { body } = await hoa.get('/lam-viec?view=all&kind=recommendation&q=den+duong&utm_source=x')
  const next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  expect(next).toMatch(/^\/lam-viec\?view=all&kind=recommendation&q=den\+duong&after=/)
  const second = await hoa.get(next!)
  expect(second.body.match(/lam-viec\/don\/PL-/g)).toHaveLength(2)
  expect(second.body).toContain('rel="prev"')
  for (const wrong of ['after=abc', 'view=other', 'kind=denunciation', 'unit=1', 'q=a&q=b', 'q=%00']) {
    expect((await hoa.get(`/lam-viec?${wrong}`)).statusCode, wrong).toBe(422)
  }
})

test('an auditor begins with all cases and has no list of the own', async () => {
  const phuc = await formBrowser(site, 'phuc')
  const { body } = await phuc.get('/lam-viec')
  expect(body).toMatch(/href="\/lam-viec\?view=all" aria-current="page"/)
  expect(body).not.toContain('view=mine')
  expect(body).not.toContain('/lam-viec/don-moi')
})

test('an inbox without work says so, with what to do', async () => {
  const { body } = await hoa.get('/lam-viec?view=overdue')
  expect(body).toContain('Không có hồ sơ nào quá hạn.')
  expect((await hoa.get('/lam-viec?view=all&q=khongcogi')).body).toContain('Bỏ hết bộ lọc')
})
