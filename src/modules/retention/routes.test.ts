import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { type OfficeCases, officeCases } from '../../../tests/support/office-cases.ts'
import { rowCounts } from '../../../tests/support/rows.ts'

const NOW = new Date('2026-11-23T09:00:00+07:00')
let site: TestApp
let cases: OfficeCases
const cookies = new Map<string, string>()
const people = ['hoa', 'nam', 'lam', 'phuc', 'khanh', 'binh'] as const

beforeAll(async () => {
  // Two switches of one moment have no order: time goes on with each look at the clock.
  let ms = NOW.getTime()
  site = await testApp({ now: () => new Date(ms++) })
  cases = await officeCases(site, () => NOW)
  for (const person of people) cookies.set(person, await site.signIn(person))
})

async function post(as: string, url: string, fields: Record<string, string>) {
  const cookie = cookies.get(as)!
  const form = await site.app.inject({ url: '/du-lieu-ca-nhan', headers: { cookie } })
  const jar = [cookie, ...form.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(form.body)![1]!
  const headers = { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' }
  return site.app.inject({ method: 'POST', url, headers, payload: new URLSearchParams({ _csrf, ...fields }).toString() })
}
const on = { do: 'on', keepMonths: '24', announceDays: '30', documentNumber: '12/QĐ-UBND' }
const hold = (code: string, change: Record<string, string> = {}) => ({
  code,
  ground: 'inspection',
  documentNumber: '3/TB-TTr',
  reviewOn: '2027-03-01',
  ...change,
})

describe('who may do what', () => {
  const sees = ['hoa', 'lam', 'phuc', 'khanh']
  test.each(people)('%s', async (as) => {
    for (const path of ['', '/sap-xoa', '/tam-giu', '/da-xong']) {
      const page = await site.app.inject({ url: `/lam-viec/luu-giu${path}`, headers: { cookie: cookies.get(as)! } })
      expect([path, page.statusCode]).toEqual([path, sees.includes(as) ? 200 : 403])
    }
    const { code } = await cases.aCase('new')
    const before = await rowCounts(site.db)
    const turned = await post(as, '/lam-viec/luu-giu/quy-dinh/petition.closed', on)
    expect(turned.statusCode).toBe(as === 'khanh' ? 303 : 403)
    const held = await post(as, '/lam-viec/luu-giu/tam-giu', hold(code))
    expect(held.statusCode).toBe(['hoa', 'lam'].includes(as) ? 303 : 403)
    if (!['khanh', 'hoa', 'lam'].includes(as)) expect(await rowCounts(site.db)).toEqual(before)
  })
})

describe('turning a rule on', () => {
  test.each([
    ['keepMonths', '', 422],
    ['keepMonths', '5', 422],
    ['keepMonths', 'mười', 422],
    ['announceDays', '29', 422],
    ['documentNumber', ' ', 422],
  ])('%s “%s” is refused and what was typed is still there', async (field, value, status) => {
    const before = await rowCounts(site.db)
    const got = await post('khanh', '/lam-viec/luu-giu/quy-dinh/petition.closed', { ...on, documentNumber: '77/QĐ', [field]: value })
    expect(got.statusCode).toBe(status)
    expect(got.body).toContain(`href="#petition.closed-${field}"`)
    if (field !== 'documentNumber') expect(got.body).toContain('77/QĐ')
    expect(await rowCounts(site.db)).toEqual(before)
  })

  test('an unknown rule is not there; turned off it says by which document', async () => {
    expect((await post('khanh', '/lam-viec/luu-giu/quy-dinh/moi.thu', on)).statusCode).toBe(404)
    await post('khanh', '/lam-viec/luu-giu/quy-dinh/appointment.past', on)
    await post('khanh', '/lam-viec/luu-giu/quy-dinh/appointment.past', { ...on, do: 'off', documentNumber: '99/QĐ-UBND' })
    const page = await site.app.inject({ url: '/lam-viec/luu-giu', headers: { cookie: cookies.get('khanh')! } })
    expect(page.body).toContain('Đã tắt theo 99/QĐ-UBND')
  })
})

describe('holding a matter', () => {
  test.each([
    ['code', 'PL-2026-99999'],
    ['ground', 'vì thế'],
    ['documentNumber', ''],
    ['reviewOn', '2026-11-23'],
    ['reviewOn', '2028-11-23'],
    ['reviewOn', 'mai'],
  ])('%s “%s” is refused', async (field, value) => {
    const { code } = await cases.aCase('new')
    const before = await rowCounts(site.db)
    const got = await post('hoa', '/lam-viec/luu-giu/tam-giu', hold(code, { [field]: value }))
    expect(got.statusCode).toBe(422)
    expect(got.body).toContain(`href="#${field}"`)
    expect(await rowCounts(site.db)).toEqual(before)
  })

  test('twice is refused; lifted it is over, and the history tells both', async () => {
    const { code, id } = await cases.aCase('new')
    expect((await post('hoa', '/lam-viec/luu-giu/tam-giu', hold(code))).statusCode).toBe(303)
    expect((await post('lam', '/lam-viec/luu-giu/tam-giu', hold(code))).statusCode).toBe(409)
    const held = await site.db.selectFrom('retention_holds').select('id').where('matter_id', '=', id).executeTakeFirstOrThrow()
    expect((await post('lam', `/lam-viec/luu-giu/tam-giu/${held.id}/bo`, {})).statusCode).toBe(303)
    expect((await post('lam', `/lam-viec/luu-giu/tam-giu/${held.id}/bo`, {})).statusCode).toBe(404)
    const types = await site.db.selectFrom('history_entries').select('type').where('matter_id', '=', id).orderBy('seq').execute()
    expect(types.slice(-2).map(({ type }) => type)).toEqual(['petition.retentionHeld', 'petition.retentionLifted'])
  })
})
