import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { anyAddress, filing } from '../../../tests/support/filing.ts'
import { type OfficeCases, officeCases } from '../../../tests/support/office-cases.ts'
import { accountCode } from '../accounts/index.ts'

const NOW = new Date('2026-11-23T09:00:00+07:00')
let site: TestApp
let cases: OfficeCases
let binh = { id: '', cookie: '', code: '' }
let open: { code: string; secret: string }
let settled: { code: string; secret: string; id: string }

beforeAll(async () => {
  site = await testApp({ now: () => NOW })
  cases = await officeCases(site, () => NOW)
  const { id } = await site.db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
  binh = { id, cookie: await site.signIn('binh'), code: accountCode(id) }
  const filed = async () =>
    (
      await site.app.inject({
        method: 'POST',
        url: '/api/v1/petitions',
        remoteAddress: anyAddress(),
        headers: { cookie: binh.cookie },
        payload: filing({ kind: 'feedback', clientToken: randomUUID() }),
      })
    ).json()
  open = await filed()
  const other = await filed()
  // The rows of a filing follow its acknowledgement.
  await site.app.flushFilings()
  const row = await site.db.selectFrom('petitions').select('id').where('code', '=', other.code).executeTakeFirstOrThrow()
  settled = { ...other, id: row.id }
  await cases.act('hoa', settled, 'decline', { ground: 'inCourt', reason: 'Tòa án đang xét.' })
})

const send = async (url: string, payload: object, headers: Record<string, string> = {}) =>
  site.app.inject({ method: 'POST', url, payload, headers, remoteAddress: anyAddress() })

async function asked(kind: string, more: object = {}) {
  const answer = await send(
    '/api/v1/data-requests',
    { kind, subjectCode: binh.code, clientToken: randomUUID(), ...more },
    { cookie: binh.cookie },
  )
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json() as { code: string; secret: string }
}

async function fulfilled(kind: string, more: object = {}) {
  const request = await asked(kind, more)
  const cookie = await site.signIn('hoa')
  await send(`/api/v1/data-requests/${request.code}/acts/acknowledge`, {}, { cookie })
  const input = kind === 'erase' ? { subjectCode: binh.code, sure: 'true' } : {}
  return { ...request, done: await send(`/api/v1/data-requests/${request.code}/acts/fulfil`, input, { cookie }) }
}

describe('a request about a whole account', () => {
  test('is believed of the account alone: not of a stranger, not of an officer, and no officer’s account has a code', async () => {
    const before = await site.db.selectFrom('data_requests').select('id').execute()
    const body = { kind: 'provide', subjectCode: binh.code, clientToken: randomUUID() }
    expect((await send('/api/v1/data-requests', body)).statusCode).toBe(422)
    expect((await send('/api/v1/data-requests', body, { cookie: await site.signIn('hoa') })).statusCode).toBe(422)
    const own = accountCode(cases.people.get('hoa')!.personId)
    const officer = await send('/api/v1/data-requests', { ...body, subjectCode: own }, { cookie: await site.signIn('hoa') })
    expect(officer.statusCode).toBe(422)
    expect(await site.db.selectFrom('data_requests').select('id').execute()).toEqual(before)
  })

  test('runs on the same clocks; its page is for residents', async () => {
    const { code } = await asked('provide')
    const { id } = await site.db.selectFrom('data_requests').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    const clocks = await site.db.selectFrom('clocks').select('rule').where('matter_id', '=', id).orderBy('rule').execute()
    expect(clocks.map(({ rule }) => rule)).toEqual(['pdp.ack', 'pdp.view_edit_provide'])
    const page = (cookie: string) => site.app.inject({ url: '/du-lieu-ca-nhan/tai-khoan', headers: { cookie } })
    expect((await page(binh.cookie)).body).toContain(binh.code)
    expect([(await page('')).statusCode, (await page(await site.signIn('hoa'))).statusCode]).toEqual([303, 403])
  })

  test('the copy holds the profile and every case, as a page and as JSON, and no password', async () => {
    const { code, secret } = await fulfilled('provide')
    const copy = (path: string) => site.app.inject({ url: path, headers: { cookie: `congdan_data_request=${code}.${secret}` } })
    const page = await copy('/du-lieu-ca-nhan/yeu-cau/ban-sao')
    for (const held of ['binh', open.code, settled.code]) expect(page.body).toContain(held)
    const json = await copy('/du-lieu-ca-nhan/yeu-cau/ban-sao.json')
    expect(json.headers['content-disposition']).toBe(`attachment; filename="${code}.json"`)
    const held = json.json() as { account: { username: string }; matters: { code: string }[] }
    expect(held.account.username).toBe('binh')
    // Both were filed in the same moment.
    expect(held.matters.map((matter) => matter.code).toSorted()).toEqual([open.code, settled.code].toSorted())
    expect(json.body).not.toMatch(/argon2|token/)
  })

  test('a correction changes the account and every case', async () => {
    const { done } = await fulfilled('correct', { name: 'Trương Thị Bình An' })
    expect(done.statusCode, done.body).toBe(200)
    const names = await site.db.selectFrom('petition_filers').select('name').where('account_id', '=', binh.id).execute()
    expect(names.map(({ name }) => name)).toEqual(['Trương Thị Bình An', 'Trương Thị Bình An'])
    const account = await site.db.selectFrom('auth_users').select('name').where('id', '=', binh.id).executeTakeFirstOrThrow()
    expect(account.name).toBe('Trương Thị Bình An')
  })

  test('withdrawal takes every case off the register', async () => {
    await fulfilled('withdraw')
    const published = await site.db.selectFrom('petitions').select('publish').where('code', 'in', [open.code, settled.code]).execute()
    expect(published.some(({ publish }) => publish)).toBe(false)
  })

  test('erasure names what the law keeps, does the rest, closes the account, and leaves the proof', async () => {
    const { code, secret, done } = await fulfilled('erase', { understood: 'true' })
    expect(done.statusCode, done.body).toBe(200)
    const kept = await site.db.selectFrom('petition_filers').select('petition_id').where('account_id', '=', binh.id).execute()
    expect(kept).toHaveLength(1)
    const row = await site.db.selectFrom('petitions').select(['body', 'code']).where('id', '=', settled.id).executeTakeFirstOrThrow()
    expect(row).toEqual({ body: 'Đã xóa theo yêu cầu', code: settled.code })
    const own = await site.app.inject({
      url: '/du-lieu-ca-nhan/yeu-cau',
      headers: { cookie: `congdan_data_request=${code}.${secret}` },
    })
    expect(own.body).toContain(`${open.code}: đơn đang giải quyết`)
    const account = await site.db.selectFrom('auth_users').select(['name', 'username']).where('id', '=', binh.id).executeTakeFirstOrThrow()
    expect(account).toEqual({ name: 'Tài khoản đã xóa', username: `closed-${binh.id}` })
    const signIn = await send('/api/v1/auth/sign-in', { username: 'binh', password: 'mat-khau-thu-nghiem' })
    expect(signIn.statusCode).toBe(401)
    expect((await site.app.inject({ url: '/tai-khoan', headers: { cookie: binh.cookie } })).statusCode).toBe(303)
    const history = await site.db
      .selectFrom('history_entries')
      .select(['type', 'facts'])
      .where('matter_id', '=', binh.id)
      .orderBy('seq')
      .execute()
    expect(history.at(-1)).toMatchObject({ type: 'account.dataErased', facts: { kept: 1 } })
    expect(JSON.stringify(history)).not.toContain('Bình')
  })
})

describe('the log of consents', () => {
  test('is for reception and the administrator; each look is audited; the download is the administrator’s and has no name', async () => {
    const filed = await cases.aCase('new', { kind: 'feedback' })
    const looks = () => site.db.selectFrom('audit_entries').select('actor_id').where('matter_id', '=', filed.id).execute()
    for (const [as, page, csv] of [
      ['hoa', 200, 403],
      ['khanh', 200, 200],
      ['lam', 403, 403],
      ['nam', 403, 403],
      ['phuc', 403, 403],
      ['binh2', 303, 303],
    ] as const) {
      const cookie = as === 'binh2' ? '' : await site.signIn(as)
      const before = (await looks()).length
      const got = await site.app.inject({ url: `/lam-viec/du-lieu-ca-nhan/dong-y/${filed.code}`, headers: { cookie } })
      expect([as, got.statusCode]).toEqual([as, page])
      expect((await looks()).length - before).toBe(page === 200 ? 1 : 0)
      if (page === 200) {
        expect(got.body).toContain('Công khai trong sổ')
        expect(got.body).not.toContain('Trương Thị Bình')
      }
      const file = await site.app.inject({ url: '/lam-viec/du-lieu-ca-nhan/dong-y.csv', headers: { cookie } })
      expect([as, file.statusCode]).toEqual([as, csv])
      if (csv === 200) {
        expect(file.body).toContain(filed.code)
        expect(file.body).not.toMatch(/Trương|0900/)
      }
    }
    const unknown = await site.app.inject({
      url: '/lam-viec/du-lieu-ca-nhan/dong-y/PL-2026-99999',
      headers: { cookie: await site.signIn('hoa') },
    })
    expect(unknown.statusCode).toBe(404)
  })
})
