import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { type OfficeCases, officeCases } from '../../../tests/support/office-cases.ts'
import { dataRequestKinds } from './data-request.ts'
import { type DataRequestAct, dataRequestActs } from './lifecycle.ts'

const NOW = new Date('2026-11-23T09:00:00+07:00')
let site: TestApp
let cases: OfficeCases
let sent = 0

beforeAll(async () => {
  site = await testApp({ now: () => NOW })
  cases = await officeCases(site, () => NOW)
})

type Filed = Awaited<ReturnType<OfficeCases['aCase']>>

const send = async (url: string, payload: object, who: { as?: string; secret?: string } = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    payload,
    // Each from a place of its own: how often one may ask is another test's matter.
    remoteAddress: `198.51.${Math.floor(++sent / 250)}.${(sent % 250) + 1}`,
    headers: {
      ...(who.as ? { cookie: await site.signIn(who.as) } : {}),
      ...(who.secret ? { 'x-data-request-secret': who.secret } : {}),
    },
  })
const ask = (filed: Pick<Filed, 'code' | 'secret'>, kind: string, more: object = {}) =>
  send('/api/v1/data-requests', { kind, subjectCode: filed.code, subjectSecret: filed.secret, clientToken: randomUUID(), ...more })

async function asked(filed: Filed, kind: string, more: object = {}) {
  const response = await ask(filed, kind, { ...(kind === 'erase' ? { understood: 'true' } : {}), ...more })
  expect(response.statusCode, response.body).toBe(201)
  return response.json() as { code: string; secret: string; dueOn: string }
}
const act = (code: string, name: DataRequestAct, input: object, who: { as?: string; secret?: string }) =>
  send(`/api/v1/data-requests/${code}/acts/${name}`, input, who)

async function fulfilled(filed: Filed, kind: string, more: object = {}) {
  const request = await asked(filed, kind, more)
  expect((await act(request.code, 'acknowledge', {}, { as: 'hoa' })).statusCode).toBe(200)
  const done = await act(request.code, 'fulfil', kind === 'erase' ? { subjectCode: filed.code, sure: 'true' } : {}, { as: 'hoa' })
  return { ...request, done }
}
const whole = async () => JSON.stringify(await site.db.selectFrom('petition_filers').selectAll().orderBy('petition_id').execute())
const historyOf = (id: string) => site.db.selectFrom('history_entries').selectAll().where('matter_id', '=', id).orderBy('seq').execute()
const named = { name: 'Người Duy Nhất', phone: '0911 222 333', email: 'duynhat@vidu.vn', address: 'Hẻm số 7', identityNumber: null }
const feedback = (body: string) => cases.aCase('answered', { kind: 'feedback', body, filer: named })

describe('asking', () => {
  // Two working days after Monday the 23rd: the 24th is a public holiday.
  test.each(dataRequestKinds)('%s starts both clocks of the law', async (kind) => {
    const { code } = await asked(await cases.aCase('new'), kind, kind === 'correct' ? { name: 'Trương Thị Bình An' } : {})
    const { id } = await site.db.selectFrom('data_requests').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    const clocks = await site.db.selectFrom('clocks').select(['rule', 'due_on']).where('matter_id', '=', id).orderBy('stage').execute()
    const due = { provide: '2026-12-03', correct: '2026-12-03', erase: '2026-12-14', restrict: '2026-12-08', withdraw: '2026-12-08' }
    expect(clocks[0]).toEqual({ rule: 'pdp.ack', due_on: '2026-11-26' })
    expect(clocks[1]?.due_on).toBe(due[kind])
  })

  test('a wrong secret and an unknown code look the same, and nothing is written', async () => {
    const filed = await cases.aCase('new')
    const before = await site.db.selectFrom('data_requests').select('id').execute()
    const wrong = await ask({ code: filed.code, secret: 'AAAA-AAAA-AAAA-AAAA-AAAA' }, 'provide')
    const unknown = await ask({ code: 'PL-2026-99999', secret: filed.secret }, 'provide')
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422])
    expect(wrong.json().detail).toBe(unknown.json().detail)
    expect(await site.db.selectFrom('data_requests').select('id').execute()).toEqual(before)
  })

  test('the same token twenty times is one request', async () => {
    const filed = await cases.aCase('new')
    const clientToken = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(filed, 'provide', { clientToken })))
    expect(new Set(answers.map((answer) => answer.json().code)).size).toBe(1)
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1)
  })

  test('erasure must be understood, a correction must correct something', async () => {
    const filed = await cases.aCase('new')
    expect((await ask(filed, 'erase')).json().errors[0].field).toBe('understood')
    expect((await ask(filed, 'correct')).statusCode).toBe(422)
  })
})

describe('erasing', () => {
  test('takes words, contacts, messages, files and search words; history keeps its entries without words', async () => {
    const filed = await feedback('Chuyện bí mật của gia đình tôi.')
    const before = await historyOf(filed.id)
    const { done } = await fulfilled(filed, 'erase')
    expect(done.statusCode, done.body).toBe(200)
    const row = await site.db.selectFrom('petitions').selectAll().where('id', '=', filed.id).executeTakeFirstOrThrow()
    expect([row.subject, row.body, row.lat, row.salt.length]).toEqual(['Đã xóa theo yêu cầu', 'Đã xóa theo yêu cầu', null, 0])
    expect(String(row.search_toned)).not.toMatch(/bí|mật/)
    expect(await whole()).not.toContain(filed.id)
    const after = await historyOf(filed.id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.at(-1)?.type).toBe('petition.dataErased')
    const words = await site.db.selectFrom('history_words').select('entry_id').execute()
    expect(words.some(({ entry_id }) => before.some(({ id }) => id === entry_id))).toBe(false)
    const requests = await site.db.selectFrom('data_request_words').select('request_id').execute()
    const { id } = await site.db.selectFrom('data_requests').select('id').where('subject_id', '=', filed.id).executeTakeFirstOrThrow()
    expect(requests.some(({ request_id }) => request_id === id)).toBe(false)
  })

  test('of an open case, or of a complaint decided, is refused by the law; nothing is written', async () => {
    for (const filed of [await cases.aCase('assigned', { kind: 'feedback' }), await cases.aCase('answered')]) {
      const before = [await whole(), (await historyOf(filed.id)).length]
      const { done, code } = await fulfilled(filed, 'erase')
      expect([done.statusCode, done.json().code]).toEqual([409, 'held_by_law'])
      expect([await whole(), (await historyOf(filed.id)).length]).toEqual(before)
      const refused = await act(code, 'refuse', { basis: 'Luật 91/2025, Đ14 k2', reason: 'Đang giải quyết.' }, { as: 'lam' })
      expect(refused.json().status).toBe('refused')
    }
  })

  test('needs the code written again and the tick; two officers at once erase once', async () => {
    const filed = await feedback('Nội dung.')
    const { code } = await asked(filed, 'erase')
    await act(code, 'acknowledge', {}, { as: 'hoa' })
    const bare = await act(code, 'fulfil', {}, { as: 'hoa' })
    expect(bare.json().errors.map(({ field }: { field: string }) => field)).toEqual(['subjectCode', 'sure'])
    const sure = { subjectCode: filed.code, sure: 'true' }
    const both = await Promise.all([act(code, 'fulfil', sure, { as: 'hoa' }), act(code, 'fulfil', sure, { as: 'hoa' })])
    expect(both.map((one) => one.statusCode).toSorted()).toEqual([200, 409])
  })
})

test('a correction changes the contacts; the old value stands nowhere, only its commitment', async () => {
  const filed = await feedback('Nội dung.')
  const { done } = await fulfilled(filed, 'correct', { phone: '0999 888 777' })
  expect(done.statusCode, done.body).toBe(200)
  const filer = await site.db.selectFrom('petition_filers').selectAll().where('petition_id', '=', filed.id).executeTakeFirstOrThrow()
  expect([filer.phone, filer.name]).toEqual(['0999 888 777', named.name])
  const entry = (await historyOf(filed.id)).at(-1)!
  expect(entry.facts).toMatchObject({ fields: ['phone'], phoneCommitment: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const words = await site.db.selectFrom('history_words').select('words').where('entry_id', '=', entry.id).execute()
  expect(words).toEqual([{ words: '' }])
})

describe('somebody represented', () => {
  const represented = { ground: 'relative' as const, name: 'Điểu Thị Bày', address: 'thôn 2', identityNumber: null }
  const right = { representedName: 'Điểu Thị Bảy', representedAddress: 'thôn 3' }

  test('is put right by the request of the filer, who stays as they were; the old name stands nowhere', async () => {
    const filed = await cases.aCase('answered', { represented, filer: named })
    const { done } = await fulfilled(filed, 'correct', right)
    expect(done.statusCode, done.body).toBe(200)
    const ofCase = (table: 'petition_parties' | 'petition_filers') =>
      site.db.selectFrom(table).select(['name', 'address']).where('petition_id', '=', filed.id).execute()
    expect(await ofCase('petition_parties')).toEqual([{ name: 'Điểu Thị Bảy', address: 'thôn 3' }])
    expect(await ofCase('petition_filers')).toEqual([{ name: named.name, address: named.address }])
    const { facts } = (await historyOf(filed.id)).at(-1)!
    expect(facts).toMatchObject({ fields: ['representedName', 'representedAddress'], representedNameCommitment: expect.any(String) })
    expect(JSON.stringify(await site.db.selectFrom('history_words').select('words').execute())).not.toContain('Điểu Thị Bày')
  })

  test('one of the two alone leaves the other', async () => {
    const filed = await cases.aCase('answered', { represented })
    await fulfilled(filed, 'correct', { representedName: right.representedName, phone: '0999 888 666' })
    const party = site.db.selectFrom('petition_parties').select(['name', 'address']).where('petition_id', '=', filed.id)
    expect(await party.execute()).toEqual([{ name: 'Điểu Thị Bảy', address: 'thôn 2' }])
  })

  test('where there is nobody, it is said at the field, and nothing is written', async () => {
    const before = await site.db.selectFrom('data_requests').select('id').execute()
    const refused = await ask(await cases.aCase('answered', { group: { people: 9, spokespeople: [], signers: [] } }), 'correct', right)
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors).toMatchObject([
      { field: 'representedName', code: 'nobody_represented' },
      { field: 'representedAddress', code: 'nobody_represented' },
    ])
    expect(await site.db.selectFrom('data_requests').select('id').execute()).toEqual(before)
  })

  test('has boxes in the form, and it says what is put right at the counter', async () => {
    const { body } = await site.app.inject({ url: '/du-lieu-ca-nhan' })
    for (const words of ['name="representedName"', 'name="representedAddress"', 'các số định danh: hãy mang giấy tờ'])
      expect(body).toContain(words)
  })
})

test('withdrawn consent takes the case off the register at once, and mail stops', async () => {
  const filed = await feedback('Nội dung công khai.')
  await cases.act('hoa', filed, 'clearForPublication', {})
  const page = () => site.app.inject({ url: `/don/${filed.code}` })
  expect((await page()).statusCode).toBe(200)
  await fulfilled(filed, 'withdraw')
  expect((await page()).statusCode).toBe(404)
  const filer = await site.db.selectFrom('petition_filers').select('email').where('petition_id', '=', filed.id).executeTakeFirstOrThrow()
  expect(filer.email).toBeNull()
})

test('the copy holds everything of the person, nothing of another, and comes only to the holder of the secret', async () => {
  const other = await cases.aCase('answered', { kind: 'feedback', body: 'Việc của người khác.' })
  const filed = await feedback('Chỉ tôi biết </pre><script>alert(1)</script>.')
  const { code, secret } = await fulfilled(filed, 'provide')
  const copy = (cookie: string) => site.app.inject({ url: '/du-lieu-ca-nhan/yeu-cau/ban-sao', headers: { cookie } })
  const got = await copy(`congdan_data_request=${code}.${secret}`)
  expect([got.statusCode, got.headers['content-disposition']]).toEqual([200, `attachment; filename="${code}.html"`])
  for (const held of ['Chỉ tôi biết', named.name, named.phone, named.address]) expect(got.body).toContain(held)
  expect(got.body).not.toContain('<script>')
  expect(got.body).not.toContain(other.code)
  expect((await copy(`congdan_data_request=${code}.AAAA-AAAA-AAAA-AAAA-AAAA`)).statusCode).toBe(303)
})

test('the time is extended once, by what the rule allows', async () => {
  const { code } = await asked(await cases.aCase('new'), 'provide')
  await act(code, 'acknowledge', {}, { as: 'hoa' })
  const extended = await act(code, 'extend', { reason: 'Phải tìm hồ sơ giấy.' }, { as: 'hoa' })
  expect(extended.json()).toMatchObject({ extended: true, dueOn: '2026-12-14' })
  expect((await act(code, 'extend', { reason: 'Lại nữa.' }, { as: 'hoa' })).json().code).toBe('already_extended')
})

describe('who may do what', () => {
  const inputs: Record<DataRequestAct, object> = {
    acknowledge: {},
    fulfil: {},
    extend: { reason: 'Lý do.' },
    refuse: { basis: 'Luật', reason: 'Lý do.' },
    cancel: {},
  }
  const may: Record<string, Record<DataRequestAct, readonly string[]>> = {
    received: { acknowledge: ['hoa'], cancel: ['requester'], fulfil: [], extend: [], refuse: [] },
    acknowledged: { acknowledge: [], cancel: ['requester'], fulfil: ['hoa'], extend: ['hoa'], refuse: ['lam'] },
    cancelled: { acknowledge: [], cancel: [], fulfil: [], extend: [], refuse: [] },
  }
  test.each(Object.keys(may))('%s: every act by everybody', async (status) => {
    const filed = await cases.aCase('new')
    for (const name of dataRequestActs) {
      for (const doer of ['hoa', 'lam', 'nam', 'requester']) {
        const { code, secret } = await asked(filed, 'provide')
        if (status !== 'received') await act(code, 'acknowledge', {}, { as: 'hoa' })
        if (status === 'cancelled') await act(code, 'cancel', {}, { secret })
        const by = doer === 'requester' ? { secret } : { as: doer }
        const { statusCode } = await act(code, name, inputs[name], by)
        const allowed = may[status]![name]
        const wanted = allowed.length === 0 ? 409 : allowed.includes(doer) ? 200 : 403
        expect([status, name, doer, statusCode]).toEqual([status, name, doer, wanted])
      }
    }
  })

  test('the office’s pages are for reception, the chairman and the auditor, who reads no words', async () => {
    const { code } = await asked(await cases.aCase('new'), 'provide', { words: 'Xin gửi qua bưu điện.' })
    for (const [as, status] of [
      ['hoa', 200],
      ['lam', 200],
      ['nam', 403],
    ] as const) {
      const got = await site.app.inject({ url: `/lam-viec/du-lieu-ca-nhan/${code}`, headers: { cookie: await site.signIn(as) } })
      expect(got.statusCode).toBe(status)
      expect(got.body.includes('qua bưu điện')).toBe(status === 200)
      const list = await site.app.inject({ url: '/lam-viec/du-lieu-ca-nhan', headers: { cookie: await site.signIn(as) } })
      expect(list.statusCode).toBe(status)
    }
  })
})
