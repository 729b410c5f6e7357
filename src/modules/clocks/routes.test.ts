import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { newId } from '../../shared/ids.ts'
import { findComplex, listClocks, resumeClock, startClock, startPromise, suspendClock } from './index.ts'

const { app, db, signIn } = await testApp({ now: () => new Date('2026-11-22T03:00:00Z') })
const people: Record<string, string> = {}
let scope: { authorityId: number }

beforeAll(async () => {
  scope = { authorityId: (await db.selectFrom('authorities').select('id').executeTakeFirstOrThrow()).id }
  for (const name of ['khanh', 'hoa', 'lam']) people[name] = await signIn(name)
})

const get = (url: string, who?: string) => app.inject({ url, headers: who ? { cookie: people[who]! } : {} })

/** Sends a form as the browser does: with the cookie and the token of the page that holds it. */
async function post(url: string, who: string, form: Record<string, string>) {
  const page = await get(url, who)
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const cookies = [people[who]!, ...page.cookies.map((cookie) => `${cookie.name}=${cookie.value}`)].join('; ')
  const headers = { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers, payload: new URLSearchParams({ ...form, _csrf: token }).toString() })
}

describe('GET /api/v1/deadlines/{rule}', () => {
  test('explains one due date, day by day', async () => {
    const response = await get('/api/v1/deadlines/complaint.resolve_first?from=2026-02-10&variant=remote+complex')
    expect(response.statusCode).toBe(200)
    const answer = response.json()
    expect(answer).toMatchObject({ dueOn: '2026-04-13', rule: 'complaint.resolve_first' })
    expect(answer.steps[0]).toMatchObject({ date: '2026-02-10', counted: false, because: expect.stringContaining('không tính') })
    expect(answer.steps.filter((step: { counted: boolean }) => step.counted)).toHaveLength(60)
  })

  test.each([
    ['/api/v1/deadlines/nothing?from=2026-02-10', 404, 'unknown_rule'],
    ['/api/v1/deadlines/nothing', 404, 'unknown_rule'],
    ['/api/v1/deadlines/complaint.accept', 422, 'invalid_input'],
    ['/api/v1/deadlines/complaint.accept?from=2026-02-30', 422, 'wrong_date'],
    ['/api/v1/deadlines/complaint.accept?from=2026-02-10&from=2026-02-11', 422, 'invalid_input'],
    ['/api/v1/deadlines/complaint.accept?from=2026-02-10&day=1', 422, 'invalid_input'],
    ['/api/v1/deadlines/complaint.accept?from=2026-11-22&variant=remote', 422, 'unknown_variant'],
    ['/api/v1/deadlines/complaint.accept.pre2026?from=2026-07-01', 422, 'rule_not_in_force'],
    ['/api/v1/deadlines/petition.resolve?from=2026-07-01', 422, 'rule_without_number'],
    ['/api/v1/deadlines/pdp.breach?from=2026-07-01', 422, 'rule_not_a_due_date'],
  ])('%s is %d %s', async (url, status, code) => {
    const response = await get(url)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(response.json().detail.length).toBeGreaterThan(10)
  })
})

describe('/tinh-han', () => {
  test('asks, and answers with the days and why', async () => {
    expect((await get('/tinh-han')).body).toContain('Tính ngày đến hạn')
    const { body, statusCode } = await get('/tinh-han?rule=complaint.accept&from=2026-11-22&variant=')
    expect(statusCode).toBe(200)
    expect(body).toContain('Thứ tư, 02/12/2026')
    expect(body).toContain('Ngày Văn hóa Việt Nam: không tính')
    expect((await get('/en/tinh-han?rule=complaint.accept&from=2026-11-22')).body).toContain('Vietnamese Culture Day: not counted')
  })

  test('names what is wrong at its field and keeps what was typed', async () => {
    const { body, statusCode } = await get('/tinh-han?rule=complaint.accept&from=2026-02-30&variant=%3Cscript%3E')
    expect(statusCode).toBe(422)
    expect(body).toContain('href="#from"')
    expect(body).toContain('value="2026-02-30"')
    expect(body).not.toContain('<script>')
    expect((await get('/tinh-han?rule=petition.resolve&from=2026-11-22')).body).toContain('mục tiêu của địa phương')
    for (const odd of ['rule=a&rule=b&from=x', 'rule=%00', 'rule=&from=', 'from=2026-01-01&rule=complaint.accept&variant=x'])
      expect((await get(`/tinh-han?${odd}`)).statusCode).toBe(422)
  })
})

describe('/han/{clock}', () => {
  const matter = () => ({ type: 'petition', id: newId() })

  test('tells rule, article, version, sources, start, skipped days, pauses and who extended on which ground', async () => {
    const nameOf = (username: string) =>
      db.selectFrom('auth_users').select(['id', 'name']).where('username', '=', username).executeTakeFirstOrThrow()
    const [lam, binh] = [await nameOf('lam'), await nameOf('binh')]
    const start = {
      matter: matter(),
      stage: 'resolution',
      rule: 'complaint.resolve_first',
      startEvent: 'accepted',
      on: '2026-02-10',
    } as const
    await db.transaction().execute(async (trx) => {
      await startClock(trx, scope, { ...start, actorId: binh.id })
      await suspendClock(trx, scope, { ...start, on: '2026-02-20' })
      await resumeClock(trx, scope, { ...start, on: '2026-02-25' })
      await findComplex(trx, scope, { ...start, criteria: [2], on: '2026-02-26', actorId: lam.id })
    })
    const [clock] = await listClocks(db, scope, start.matter)
    const { body, statusCode } = await get(`/han/${clock!.id}`)
    expect(statusCode).toBe(200)
    for (const words of [
      'Luật Khiếu nại 2011, Đ28',
      'complaint.resolve_first, có hiệu lực từ 01/07/2012',
      'https://github.com/',
      'Thụ lý',
      'Tạm đình chỉ, không tính',
      '20/02/2026',
      'Xác định bằng văn bản là vụ việc phức tạp',
      'Có từ hai nội dung trở lên phải xác minh',
      lam.name,
    ])
      expect(body).toContain(words)
    expect(body, 'citizens are not named').not.toContain(binh.name)
    expect((await get(`/en/han/${clock!.id}`)).body).toContain('Found in writing to be a complex case')
  })

  test('a local target and a promise are never called legal', async () => {
    const target = { matter: matter(), stage: 'resolution', rule: 'petition.resolve', startEvent: 'accepted', on: '2026-11-23' } as const
    const promise = { matter: matter(), stage: 'promise', startEvent: 'answered', on: '2026-11-23', dueOn: '2026-12-20' } as const
    await db.transaction().execute(async (trx) => {
      await startClock(trx, scope, target)
      await startPromise(trx, scope, promise)
    })
    for (const { matter } of [target, promise]) {
      const [clock] = await listClocks(db, scope, matter)
      if (!clock) throw new Error('The demonstration town has no local target for petition.resolve.')
      const { body } = await get(`/han/${clock.id}`)
      expect(body).toContain('mục tiêu của địa phương')
    }
  })

  test('unknown and malformed ids look the same', async () => {
    expect((await get(`/han/${newId()}`)).statusCode).toBe(404)
    expect((await get('/han/x')).statusCode).toBe(404)
  })
})

describe('the administrator', () => {
  const calendar = '/lam-viec/quan-tri/lich'
  const targets = '/lam-viec/quan-tri/muc-tieu'
  const notice = { noticeNumber: '99/TB-UBND', noticeOn: '2026-11-20' }

  test('alone opens the calendar and the targets', async () => {
    for (const url of [calendar, targets]) {
      expect((await get(url)).statusCode).toBeGreaterThanOrEqual(300)
      for (const who of ['hoa', 'lam']) expect((await get(url, who)).statusCode).toBe(403)
      expect((await get(url, 'khanh')).statusCode).toBe(200)
      expect((await post(url, 'hoa', {})).statusCode).toBe(403)
    }
  })

  test('marks a day by a notice, and running clocks are counted again', async () => {
    const start = {
      matter: { type: 'petition', id: newId() },
      stage: 'acceptance',
      rule: 'complaint.accept',
      startEvent: 'received',
      on: '2026-11-22',
    } as const
    await db.transaction().execute((trx) => startClock(trx, scope, start))
    const saved = await post(`${calendar}?nam=2026`, 'khanh', { act: 'set', date: '2026-11-25', kind: 'off', name: 'Bão số 9', ...notice })
    expect(saved.statusCode).toBe(303)
    expect((await get(saved.headers.location as string, 'khanh')).body).toMatch(/Bão số 9/)
    const cleared = await post(`${calendar}?nam=2026`, 'khanh', { act: 'clear', date: '2026-11-25', ...notice })
    expect(cleared.statusCode).toBe(303)
    expect((await get(saved.headers.location as string, 'khanh')).body).not.toMatch(/Bão số 9/)
  })

  test('confirms a provisional year once', async () => {
    expect((await get(`${calendar}?nam=2027`, 'khanh')).body).toContain('tạm tính')
    expect((await post(`${calendar}?nam=2027`, 'khanh', { act: 'confirm', year: '2027', ...notice })).statusCode).toBe(303)
    const again = await post(`${calendar}?nam=2027`, 'khanh', { act: 'confirm', year: '2027', ...notice })
    expect(again.statusCode).toBe(409)
    expect((await get('/api/v1/deadlines/complaint.accept?from=2027-03-01')).json().provisional).toBe(false)
  })

  test.each([
    [{ act: 'set', date: '2026-02-30', kind: 'off', name: 'x' }, 'date'],
    [{ act: 'set', date: '1999-01-01', kind: 'off', name: 'x' }, 'date'],
    [{ act: 'set', date: '2026-12-01', kind: 'half', name: 'x' }, 'kind'],
    [{ act: 'set', date: '2026-12-01', kind: 'off', name: ' ' }, 'name'],
    [{ act: 'set', date: '2026-12-01', kind: 'off', name: 'x', noticeNumber: '' }, 'noticeNumber'],
    [{ act: 'clear', date: '' }, 'date'],
    [{ act: 'set', date: '2026-12-01', kind: 'off', name: 'Giữ lại', noticeOn: 'mai' }, 'noticeOn'],
  ])('is told what is wrong with %j', async (form, field) => {
    const response = await post(calendar, 'khanh', { ...notice, ...form } as Record<string, string>)
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(`href="#${field}"`)
    expect(response.body).toContain(`id="${field}"`)
    if ('name' in form) expect(response.body).toContain(`value="${form.name}"`)
  })

  test('sets a local target where the law has no number', async () => {
    const target = {
      rule: 'feedback.regulation.resolve',
      value: '12',
      unit: 'workingDay',
      validFrom: '2026-12-01',
      documentNumber: '20/QĐ-UBND',
      note: '',
    }
    expect((await post(targets, 'khanh', target)).statusCode).toBe(303)
    expect((await get(targets, 'khanh')).body).toContain('12 ngày làm việc')
    const noted = await db.selectFrom('audit_entries').select('action').where('actor_id', '!=', '').execute()
    expect(noted.map((entry) => entry.action)).toEqual(expect.arrayContaining(['calendar.changed', 'localTarget.set']))
    for (const [wrong, field] of [
      [{ value: '0' }, 'value'],
      [{ value: '1e2' }, 'value'],
      [{ unit: 'hour' }, 'unit'],
      [{ rule: 'complaint.accept' }, 'rule'],
      [{ documentNumber: '' }, 'documentNumber'],
    ] as const) {
      const response = await post(targets, 'khanh', { ...target, ...wrong })
      expect([response.statusCode, field]).toEqual([422, field])
      expect(response.body).toContain(`href="#${field}"`)
    }
  })
})
