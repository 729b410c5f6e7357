import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { officeCases } from '../support/office-cases.ts'
import { rowCounts } from '../support/rows.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now })
const { app, db, signIn } = testing
const cases = await officeCases(testing, now)
const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const username of ['hoa', 'nam', 'mai', 'lam', 'binh', 'khanh']) cookies[username] = await signIn(username)
})

const json = { 'content-type': 'application/json' }
function act(code: string, name: string, payload: string, headers: Record<string, string>) {
  const url = `/api/v1/petitions/${code}/acts/${name}`
  return app.inject({ method: 'POST', url, remoteAddress: anyAddress(), headers: { ...json, ...headers }, payload })
}

describe('of several wrongs in one request the first in this order is told: 400, 401, 404, 409, 403, 422', () => {
  const broken = '{"ground":'
  const wrong = '{"ground":5,"unknown":1}'
  /** `who` none, a stranger, a colleague of another unit, the right officer. */
  test.each<[string, number, { payload: string; who?: string; code: 'mine' | 'unknown'; act: string }]>([
    ['broken JSON of a visitor at an unknown case', 400, { payload: broken, code: 'unknown', act: 'decline' }],
    ['broken JSON of a visitor at a case', 400, { payload: broken, code: 'mine', act: 'decline' }],
    ['broken JSON of the wrong role, at the wrong step', 400, { payload: broken, who: 'mai', code: 'mine', act: 'accept' }],
    ['a visitor at an unknown case with wrong input', 401, { payload: wrong, code: 'unknown', act: 'decline' }],
    ['a visitor at a case at the wrong step', 401, { payload: wrong, code: 'mine', act: 'accept' }],
    ['a visitor with an act that does not exist', 401, { payload: wrong, code: 'mine', act: 'destroy' }],
    ['an officer at an unknown case with wrong input', 404, { payload: wrong, who: 'mai', code: 'unknown', act: 'decline' }],
    ['an officer with an act that does not exist', 404, { payload: wrong, who: 'hoa', code: 'mine', act: 'destroy' }],
    ['an officer with an act called like a part of every object', 404, { payload: wrong, who: 'hoa', code: 'mine', act: 'constructor' }],
    ['a stranger at a hidden case, at the wrong step', 404, { payload: wrong, who: 'binh', code: 'mine', act: 'accept' }],
    ['the wrong role at the wrong step with wrong input', 409, { payload: wrong, who: 'mai', code: 'mine', act: 'accept' }],
    ['the right role at the wrong step with wrong input', 409, { payload: wrong, who: 'hoa', code: 'mine', act: 'decline' }],
    ['the wrong role at the right step with wrong input', 403, { payload: wrong, who: 'mai', code: 'mine', act: 'draftAnswer' }],
    ['an administrator at the right step with wrong input', 403, { payload: wrong, who: 'khanh', code: 'mine', act: 'draftAnswer' }],
    ['the right role at the right step with wrong input', 422, { payload: wrong, who: 'nam', code: 'mine', act: 'draftAnswer' }],
  ])('%s: %i', async (_what, status, { payload, who, code, act: name }) => {
    const petition = await cases.aCase('assigned')
    const before = await rowCounts(db)
    const headers = who ? { cookie: cookies[who]! } : {}
    const response = await act(code === 'mine' ? petition.code : 'PL-2026-99999', name, payload, headers)
    expect(response.statusCode, response.body).toBe(status)
    expect(await rowCounts(db)).toEqual(before)
  })

  test('a type that is no JSON comes before everything that is in it', async () => {
    const response = await act('PL-2026-99999', 'decline', broken, { 'content-type': 'text/plain' })
    expect(response.statusCode).toBe(415)
  })

  test('of a filing: the type, then JSON, then the fields', async () => {
    const post = (payload: string, type: string) =>
      app.inject({ method: 'POST', url: '/api/v1/petitions', remoteAddress: anyAddress(), headers: { 'content-type': type }, payload })
    expect((await post('{', 'text/plain')).statusCode).toBe(415)
    expect((await post('{', 'application/json')).statusCode).toBe(400)
    expect((await post('{}', 'application/json')).statusCode).toBe(422)
  })

  test('of a wrong secret: 404 comes before the step, the role and the input', async () => {
    const petition = await cases.aCase('answered')
    for (const payload of ['{}', '{"solved":"yes","satisfaction":5}'])
      expect((await act(petition.code, 'rate', payload, { 'x-petition-secret': 'wrong' })).statusCode).toBe(404)
    expect((await act(petition.code, 'withdraw', '{"x":1}', { 'x-petition-secret': petition.secret })).statusCode).toBe(409)
    expect((await act(petition.code, 'clearForPublication', '{"x":1}', { 'x-petition-secret': petition.secret })).statusCode).toBe(403)
    expect((await act(petition.code, 'rate', '{}', { 'x-petition-secret': petition.secret })).statusCode).toBe(422)
  })
})

describe('a version that the caller saw', () => {
  test('that is not the present one is refused with what happened, and nothing is written', async () => {
    const petition = await cases.aCase('assigned')
    const before = await rowCounts(db)
    for (const version of [petition.version - 1, petition.version + 1, 0, -1, 1e300]) {
      const response = await act(petition.code, 'draftAnswer', JSON.stringify({ text: 'Xong.', outcome: 'solved', version }), {
        cookie: cookies['nam']!,
      })
      expect(response.json()).toMatchObject({
        status: 409,
        code: 'matter_changed',
        happened: { event: 'petition.accepted', by: 'receptionOfficer', at: expect.any(String) },
      })
    }
    expect(await rowCounts(db)).toEqual(before)
    const payload = JSON.stringify({ text: 'Xong.', outcome: 'solved', version: petition.version })
    expect((await act(petition.code, 'draftAnswer', payload, { cookie: cookies['nam']! })).json()).toMatchObject({
      version: petition.version + 1,
    })
  })
})

test('a version that is no number is a wrong field, told when all else is right', async () => {
  const petition = await cases.aCase('assigned')
  const before = await rowCounts(db)
  for (const version of [true, null, '', 'x', '1e3', [petition.version], { a: 1 }]) {
    const payload = JSON.stringify({ text: 'Xong.', outcome: 'solved', version })
    const response = await act(petition.code, 'draftAnswer', payload, { cookie: cookies['nam']! })
    expect(response.json(), JSON.stringify(version)).toMatchObject({ status: 422, errors: [{ field: 'version', code: 'invalid_type' }] })
  }
  expect(await rowCounts(db)).toEqual(before)
})

describe('at the same moment', () => {
  test('twenty filings with one token are one petition, with one code and one secret for all', async () => {
    const before = await rowCounts(db)
    const clientToken = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        app.inject({
          method: 'POST',
          url: '/api/v1/petitions',
          remoteAddress: anyAddress(),
          payload: filing({ clientToken, subject: `Lần gửi ${i}` }),
        }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([...Array(19).fill(200), 201])
    expect(new Set(answers.map((answer) => `${answer.json().code} ${answer.json().secret}`)).size).toBe(1)
    const after = await rowCounts(db)
    for (const table of ['petitions', 'petition_filers', 'history_entries', 'clocks']) expect(after[table]! - before[table]!, table).toBe(1)
    const winner = answers.findIndex(({ statusCode }) => statusCode === 201)
    const { code, secret } = answers[0]!.json()
    const read = await app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret } })
    expect(read.json().subject, 'the first content stands').toBe(`Lần gửi ${winner}`)
  })

  test('twenty filings with tokens of their own are twenty petitions with twenty codes and secrets', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        app.inject({ method: 'POST', url: '/api/v1/petitions', remoteAddress: anyAddress(), payload: filing() }),
      ),
    )
    expect(answers.every(({ statusCode }) => statusCode === 201)).toBe(true)
    expect(new Set(answers.map((answer) => answer.json().code)).size).toBe(20)
    expect(new Set(answers.map((answer) => answer.json().secret)).size).toBe(20)
  })

  test('of two officers one wins, and the other is told what happened', async () => {
    for (let round = 0; round < 5; round++) {
      const { code } = await cases.aCase('new')
      await app.flushFilings()
      const before = await rowCounts(db)
      const [accepted, declined] = await Promise.all([
        act(code, 'accept', '{}', { cookie: cookies['hoa']! }),
        act(code, 'decline', '{"ground":"inCourt","reason":"Tòa án đang xét."}', { cookie: cookies['hoa']! }),
      ])
      expect([accepted.statusCode, declined.statusCode].toSorted()).toEqual([200, 409])
      const lost = accepted.statusCode === 409 ? accepted : declined
      const event = accepted.statusCode === 200 ? 'petition.accepted' : 'petition.declined'
      expect(lost.json()).toMatchObject({ code: 'wrong_status', happened: { event, by: 'receptionOfficer' } })
      expect((await rowCounts(db))['history_entries']! - before['history_entries']!).toBe(1)
    }
  })

  test('of ten drafts against one version one is kept', async () => {
    const petition = await cases.aCase('assigned')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        act(petition.code, 'draftAnswer', JSON.stringify({ text: `Bản ${i}`, outcome: 'solved', version: petition.version }), {
          cookie: cookies['nam']!,
        }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array(9).fill(409)])
    const drafts = await db.selectFrom('petition_answers').select('id').where('petition_id', '=', petition.id).execute()
    expect(drafts).toHaveLength(1)
  })

  test('the chairman signs while the draft is sent back: one of both happened, whole', async () => {
    for (let round = 0; round < 3; round++) {
      const petition = await cases.aCase('drafted')
      const [signed, returned] = await Promise.all([
        act(petition.code, 'issueAnswer', '{}', { cookie: cookies['lam']! }),
        act(petition.code, 'returnDraft', '{"reason":"Ghi rõ ngày."}', { cookie: cookies['lam']! }),
      ])
      expect([signed.statusCode, returned.statusCode].toSorted()).toEqual([200, 409])
      const { state } = await db
        .selectFrom('petition_answers')
        .select('state')
        .where('petition_id', '=', petition.id)
        .executeTakeFirstOrThrow()
      const { status } = await db.selectFrom('petitions').select('status').where('id', '=', petition.id).executeTakeFirstOrThrow()
      expect([state, status]).toEqual(signed.statusCode === 200 ? ['issued', 'answered'] : ['returned', 'accepted'])
    }
  })

  test('after all this the kept counts are those of the rows', async () => {
    const kept = await db
      .selectFrom('tallies')
      .select(['bucket', 'n'])
      .where('name', '=', 'petition.status')
      .where('owner', '=', 'all')
      .execute()
    const rows = await db.selectFrom('petitions').select('status').execute()
    for (const status of new Set(rows.map((row) => row.status))) {
      const sum = kept.filter(({ bucket }) => bucket === status).reduce((total, { n }) => total + n, 0)
      expect([status, sum]).toEqual([status, rows.filter((row) => row.status === status).length])
    }
  })
})
