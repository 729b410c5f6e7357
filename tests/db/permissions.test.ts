import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { type Act, actInputs, actNames, isOnDesk, lawfulAnswer, lawfulStates } from '../support/lawful-acts.ts'
import { officeCases } from '../support/office-cases.ts'
import { rowCounts } from '../support/rows.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now })
const { app, db, signIn } = testing
const cases = await officeCases(testing, now)

const signedIn = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
/** The case's own day is 22 November 2026; dates of the shared inputs lie after it. */
const inputs: Record<Act, object> = { ...actInputs, findComplex: { ...actInputs.findComplex, criteria: [1] } }
const callers = [...signedIn, 'anonymous', 'filer', 'wrongSecret'] as const
type Caller = (typeof callers)[number]
type State = (typeof lawfulStates)[string]

/** The case is not public: a stranger must not learn that it exists. */
function expected(state: State, caller: Caller, act: Act): number {
  if (caller === 'anonymous') return 401
  if (caller === 'wrongSecret' || caller === 'binh') return 404
  return lawfulAnswer(state, caller, act)
}

const cookies = new Map<Caller, string>()
beforeAll(async () => {
  for (const username of signedIn) cookies.set(username, await signIn(username))
})

function headersOf(caller: Caller, secret: string): Record<string, string> {
  if (caller === 'anonymous') return {}
  if (caller === 'filer') return { 'x-petition-secret': secret }
  if (caller === 'wrongSecret') return { 'x-petition-secret': '0000-0000-0000-0000-0000' }
  return { cookie: cookies.get(caller)! }
}

interface Made {
  id: string
  code: string
  secret: string
}

function doAct(petition: Made, caller: Caller, act: string, payload: object = inputs[act as Act] ?? {}) {
  const headers = headersOf(caller, petition.secret)
  return app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${petition.code}/acts/${act}`,
    remoteAddress: anyAddress(),
    headers,
    payload,
  })
}

const made = ({ step, kind }: State): Promise<Made> => cases.aCase(step, { kind })

const rowOf = ({ id }: Made) => db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe.each(Object.entries(lawfulStates))('a case that is %s', (_name, state) => {
  test.each(callers)('%s: each act is refused that is not allowed, and nothing is written', async (caller) => {
    const petition = await made(state)
    const before = { counts: await rowCounts(db), row: await rowOf(petition) }
    for (const act of actNames) {
      const wanted = expected(state, caller, act)
      if (wanted === 200) continue
      const response = await doAct(petition, caller, act)
      expect([act, response.statusCode], response.body).toEqual([act, wanted])
      expect(response.json()).toMatchObject({ status: wanted, detail: expect.stringMatching(/\.$/) })
    }
    expect({ counts: await rowCounts(db), row: await rowOf(petition) }).toEqual(before)
  })

  test('each act that is allowed is done, with one entry in its history', async () => {
    for (const act of actNames) {
      for (const caller of callers) {
        if (expected(state, caller, act) !== 200) continue
        const petition = await made(state)
        const before = await rowCounts(db)
        const response = await doAct(petition, caller, act)
        expect([act, caller, response.statusCode], response.body).toEqual([act, caller, 200])
        expect((await rowCounts(db))['history_entries']! - before['history_entries']!, act).toBe(1)
      }
    }
  })

  test('the buttons are the very acts that are allowed', async () => {
    const petition = await made(state)
    for (const caller of callers) {
      const response = await app.inject({
        url: `/api/v1/petitions/${petition.code}/acts`,
        remoteAddress: anyAddress(),
        headers: headersOf(caller, petition.secret),
      })
      const reads = ['hoa', 'lam', 'phuc', 'filer', ...(isOnDesk(state) ? ['nam', 'dung'] : [])]
      expect([caller, response.statusCode]).toEqual([caller, reads.includes(caller) ? 200 : 404])
      if (response.statusCode !== 200) continue
      const offered = response.json().items.map((item: { act: string }) => item.act)
      const may = actNames.filter((act) => lawfulAnswer(state, caller, act) === 200)
      const notYet = actNames.filter((act) => (state.notYet?.[act] as string[] | undefined)?.includes(caller))
      expect(
        offered.filter((act: Act) => !notYet.includes(act)),
        caller,
      ).toEqual(expect.arrayContaining(may))
      expect([...may, ...notYet], caller).toEqual(expect.arrayContaining(offered))
    }
  })
})

test('the table names every status that a petition can have', async () => {
  const { petitionStatuses } = await import('../../src/modules/petitions/index.ts')
  const named = await Promise.all(Object.values(lawfulStates).map(async (state) => (await rowOf(await made(state))).status))
  expect([...new Set(named)].toSorted()).toEqual([...petitionStatuses].toSorted())
})

describe('once it is public', () => {
  test('a resident is told that it is not theirs, and what they may not see stays hidden', async () => {
    const petition = await made(lawfulStates['assigned']!)
    await doAct(petition, 'hoa', 'clearForPublication')
    expect((await doAct(petition, 'binh', 'draftAnswer')).statusCode).toBe(403)
    expect((await doAct(petition, 'binh', 'accept')).statusCode).toBe(409)
    expect((await doAct(petition, 'anonymous', 'draftAnswer')).statusCode).toBe(401)
    expect((await doAct(petition, 'wrongSecret', 'draftAnswer')).statusCode).toBe(404)
    expect((await doAct(petition, 'hoa', 'clearForPublication')).json()).toMatchObject({ status: 409, code: 'already_public' })
    const seen = await app.inject({ url: `/api/v1/petitions/${petition.code}` })
    expect(seen.statusCode).toBe(200)
    expect(seen.body).not.toMatch(/Trương|0900|"filer":|"officer":|"location":|"words":\{/)
  })

  test('a case whose filer did not agree is cleared by nobody', async () => {
    const petition = await cases.aCase('new', { publish: false })
    const before = await rowCounts(db)
    expect((await doAct(petition, 'hoa', 'clearForPublication')).json()).toMatchObject({ status: 409, code: 'filer_did_not_agree' })
    expect(await rowCounts(db)).toEqual(before)
  })
})

test('a head of unit passes a case on within the own unit only', async () => {
  const petition = await made(lawfulStates['assigned']!)
  const before = await rowCounts(db)
  expect((await doAct(petition, 'dung', 'assign', { unit: 'Phòng Y tế' })).statusCode).toBe(403)
  expect(await rowCounts(db)).toEqual(before)
  expect((await doAct(petition, 'dung', 'assign', { unit: 'Đội Quản lý đô thị', officer: 'nam' })).statusCode).toBe(200)
  expect((await doAct(petition, 'lam', 'assign', { unit: 'Phòng Y tế', officer: 'mai' })).statusCode).toBe(200)
  // The desk has moved: yesterday's officers are strangers to it.
  expect((await doAct(petition, 'nam', 'draftAnswer')).statusCode).toBe(403)
  expect((await doAct(petition, 'mai', 'draftAnswer')).statusCode).toBe(200)
})

describe('who reads a case that is not public', () => {
  /** Whether the case is shown, and with it who filed it. */
  const readers: Record<Caller, 'all' | 'withoutContacts' | 'hidden'> = {
    hoa: 'all',
    nam: 'all',
    dung: 'all',
    lam: 'all',
    filer: 'all',
    phuc: 'withoutContacts',
    mai: 'hidden',
    tuyet: 'hidden',
    khanh: 'hidden',
    binh: 'hidden',
    anonymous: 'hidden',
    wrongSecret: 'hidden',
  }
  test.each(callers)('%s', async (caller) => {
    const petition = await made(lawfulStates['being verified']!)
    const url = `/api/v1/petitions/${petition.code}`
    const audited = async () =>
      (await db.selectFrom('audit_entries').select(['action', 'actor_id']).where('matter_id', '=', petition.id).execute()).length
    const response = await app.inject({ url, remoteAddress: anyAddress(), headers: headersOf(caller, petition.secret) })
    const sight = readers[caller]
    expect(response.statusCode).toBe(sight === 'hidden' ? 404 : 200)
    expect(/Trương Thị Bình/.test(response.body)).toBe(sight === 'all')
    expect(/0900 000 001/.test(response.body)).toBe(sight === 'all')
    expect(await audited(), 'a look at contacts is written down; a filer looks at their own').toBe(
      sight === 'all' && caller !== 'filer' ? 1 : 0,
    )
    if (sight === 'hidden') {
      const unknown = await app.inject({
        url: '/api/v1/petitions/PL-2026-99999',
        remoteAddress: anyAddress(),
        headers: headersOf(caller, ''),
      })
      expect(response.body).toBe(unknown.body)
      for (const act of ['accept', 'noSuchAct']) {
        const hidden = await doAct(petition, caller, act)
        const none = await doAct({ ...petition, code: 'PL-2026-99999' }, caller, act)
        // A colleague is told that it is not theirs; to everybody else there is no difference.
        if (!['mai', 'tuyet', 'khanh'].includes(caller)) expect([hidden.statusCode, hidden.body]).toEqual([none.statusCode, none.body])
      }
    }
  })

  test('a resident reads and withdraws what was filed while signed in', async () => {
    const headers = { cookie: cookies.get('binh')! }
    const { code, secret } = (
      await app.inject({ method: 'POST', url: '/api/v1/petitions', headers, payload: filing({ publish: false }) })
    ).json()
    const mine = await app.inject({ url: `/api/v1/petitions/${code}`, headers })
    expect(mine.json()).toMatchObject({ code, filer: { name: 'Trương Thị Bình' } })
    expect(mine.body).not.toContain(secret)
    const petition = await db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    expect((await doAct({ ...petition, code, secret }, 'binh', 'withdraw')).statusCode).toBe(200)
  })

  test('the auditor finds no name and no number in anything that the API or the office shows', async () => {
    const name = 'Người Gửi Không Ai Được Biết'
    const filer = { name, phone: '0987 654 321', email: 'kin@vidu.vn', address: 'Ngõ kín 12', identityNumber: '070201000099' }
    const { code } = (await app.inject({ method: 'POST', url: '/api/v1/petitions', payload: filing({ filer }) })).json()
    const headers = { cookie: cookies.get('phuc')! }
    const views = ['mine', 'unassigned', 'due', 'overdue', 'waiting', 'all'].map((view) => `/api/v1/office/petitions?view=${view}`)
    const pages = [
      '/lam-viec',
      '/lam-viec?xem=tat-ca',
      `/lam-viec/don/${code}`,
      `/lam-viec/don/${code}/phieu`,
      `/don/${code}`,
      '/lam-viec/so-lieu',
    ]
    let seen = 0
    for (const url of [`/api/v1/petitions/${code}`, `/api/v1/petitions/${code}/acts`, ...views, ...pages]) {
      const response = await app.inject({ url, headers })
      if (response.body.includes(code)) seen++
      expect(response.body, url).not.toMatch(/Không Ai Được Biết|0987|kin@vidu|Ngõ kín|070201000099/)
    }
    expect(seen, 'the auditor does see the case').toBeGreaterThan(2)
    const asReception = await app.inject({ url: `/api/v1/petitions/${code}`, headers: { cookie: cookies.get('hoa')! } })
    expect(asReception.body, 'the same words would be found').toMatch(/Không Ai Được Biết.*0987/)
  })
})

describe('the officers’ lists', () => {
  const mayList: Record<(typeof signedIn)[number], boolean> = {
    hoa: true,
    nam: true,
    mai: true,
    dung: true,
    lam: true,
    phuc: true,
    tuyet: false,
    khanh: false,
    binh: false,
  }
  test.each(signedIn)('%s', async (username) => {
    const headers = { cookie: cookies.get(username)! }
    const list = await app.inject({ url: '/api/v1/office/petitions?view=all', headers })
    expect(list.statusCode).toBe(mayList[username] ? 200 : 403)
    const counter = await app.inject({ method: 'POST', url: '/api/v1/office/petitions', headers, payload: filing() })
    expect(counter.statusCode).toBe(username === 'hoa' ? 201 : 403)
  })
  test('a visitor must sign in', async () => {
    expect((await app.inject({ url: '/api/v1/office/petitions' })).statusCode).toBe(401)
    expect((await app.inject({ method: 'POST', url: '/api/v1/office/petitions', payload: filing() })).statusCode).toBe(401)
  })
  test('a unit’s officer lists the own unit alone, whatever is asked for', async () => {
    await made(lawfulStates['assigned']!)
    const unit = (await app.inject({ url: '/api/v1/me', headers: { cookie: cookies.get('mai')! } })).json().unit.id
    for (const query of ['view=all', 'view=all&limit=100', `view=all&unit=${cases.unitId}`]) {
      const { items } = (await app.inject({ url: `/api/v1/office/petitions?${query}`, headers: { cookie: cookies.get('mai')! } })).json()
      expect(items.every((item: { unitId: string }) => item.unitId === unit)).toBe(true)
    }
    const mine = (await app.inject({ url: '/api/v1/office/petitions?view=all', headers: { cookie: cookies.get('nam')! } })).json()
    expect(mine.items.length).toBeGreaterThan(0)
  })
})
