import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { caseSteps, officeCases } from '../../../../tests/support/office-cases.ts'
import { everythingStored, rowCounts } from '../../../../tests/support/rows.ts'
import { petitionPersonalData } from '../personal-data.ts'

const now = () => new Date('2026-11-23T10:00:00+07:00')
const it = await testApp({ now })
const { app, db } = it
const cases = await officeCases(it, now)
const scope = { authorityId: 1 }

const spokesperson = { name: 'Lâm Văn Mười Hai', address: 'hẻm 777', phone: '0900 000 007', identityNumber: '070099123456' }
const group = () => ({
  people: 12,
  spokespeople: [{ ...spokesperson }],
  signers: [
    { name: 'Hà Thị Mười Ba', address: 'hẻm 888', identityNumber: null },
    { name: 'Điểu Krá', address: null, identityNumber: null },
  ],
})
const ofGroup = (step: (typeof caseSteps)[number] = 'assigned') => cases.aCase(step, { group: group() })
const reason = 'Chị Điểu Bảy đem căn cước đến, chữ cũ viết sai.'

const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh', 'anonymous', 'filer', 'wrongSecret'] as const
type Who = (typeof people)[number]
const cookies = new Map<Who, string>()
let hoa: FormBrowser
beforeAll(async () => {
  for (const who of people.slice(0, 9)) cookies.set(who, await it.signIn(who))
  hoa = await formBrowser(it, 'hoa')
})
function headersOf(who: Who, secret: string): Record<string, string> {
  if (who === 'filer') return { 'x-petition-secret': secret }
  if (who === 'wrongSecret') return { 'x-petition-secret': '0000-0000-0000-0000-0000' }
  return { cookie: cookies.get(who) ?? '' }
}
const act = ({ code, secret }: { code: string; secret: string }, payload: object, who: Who = 'hoa') =>
  app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/acts/correctGroup`, headers: headersOf(who, secret), payload })
const seen = async ({ code, secret }: { code: string; secret: string }, who: Who = 'hoa') =>
  (await app.inject({ url: `/api/v1/petitions/${code}`, headers: headersOf(who, secret) })).json()
const pathOf = ({ code }: { code: string }) => `/lam-viec/don/${code}/nhom`
const lastOf = async ({ id }: { id: string }) =>
  db.selectFrom('history_entries').selectAll().where('matter_id', '=', id).orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()

const add = { change: 'add', role: 'signer', name: 'Điểu Thị Bảy', reason }

/** Who may, by what the case is: reception alone, while the case is anything to anybody. */
const refused: Record<Who, number> = {
  hoa: 200,
  nam: 403,
  mai: 403,
  dung: 403,
  lam: 403,
  tuyet: 403,
  phuc: 403,
  khanh: 403,
  binh: 404,
  anonymous: 401,
  filer: 403,
  wrongSecret: 404,
}

describe.each(caseSteps)('a petition of a group that is %s', (step) => {
  test.each(people)('%s', async (who) => {
    const petition = await ofGroup(step)
    const before = await rowCounts(db)
    const answer = await act(petition, add, who)
    const knows = !['anonymous', 'binh', 'wrongSecret'].includes(who)
    const wanted = step === 'withdrawn' && knows ? 409 : refused[who]
    expect(answer.statusCode, answer.body).toBe(wanted)
    if (wanted === 200) expect((await seen(petition)).parties).toHaveLength(4)
    else expect(await rowCounts(db)).toEqual(before)
    if (who !== 'hoa') return
    const offered = (await app.inject({ url: `/api/v1/petitions/${petition.code}/acts`, headers: headersOf('hoa', '') })).json().items
    expect(offered.some((one: { act: string }) => one.act === 'correctGroup')).toBe(step !== 'withdrawn')
  })
})

describe('what is put right', () => {
  test('a wrong name: the right one stands there, the wrong one is readable nowhere, and the history proves it', async () => {
    const petition = await ofGroup()
    const right = { name: 'Lâm Văn Mười Một', address: 'hẻm 777', phone: '0900 000 007', identityNumber: '070099123456' }
    expect((await act(petition, { change: 'correct', role: 'spokesperson', position: 1, ...right, reason })).statusCode).toBe(200)
    expect((await seen(petition)).parties[0]).toMatchObject({ ...right, role: 'spokesperson', position: 1, endedOn: null })
    const entry = await lastOf(petition)
    expect(entry).toMatchObject({ type: 'petition.groupCorrected', audience: 'filer', actor_role: 'receptionOfficer' })
    expect(entry.facts).toMatchObject({
      change: 'correct',
      role: 'spokesperson',
      position: 1,
      nameCommitment: expect.any(String),
      reasonCommitment: expect.any(String),
    })
    expect(Object.keys(entry.facts)).not.toContain('addressCommitment')
    expect(await everythingStored(db, ['history_entries'])).not.toMatch(/Lâm Văn|Điểu|căn cước/)
    const ofCase = db.selectFrom('petition_parties').select('name').where('petition_id', '=', petition.id)
    expect((await ofCase.execute()).map(({ name }) => name)).not.toContain('Lâm Văn Mười Hai')
  })

  test('another speaks instead: the old name stays with the day, the new one gets a number of its own', async () => {
    const petition = await ofGroup()
    const next = { name: 'Hoàng Thị Chín', phone: '0900 000 009' }
    expect((await act(petition, { change: 'replace', role: 'spokesperson', position: 1, ...next, reason })).statusCode).toBe(200)
    const { parties } = await seen(petition)
    expect(parties.slice(0, 2)).toMatchObject([
      { name: spokesperson.name, position: 1, endedOn: '2026-11-23' },
      { name: 'Hoàng Thị Chín', position: 2, endedOn: null },
    ])
    expect((await lastOf(petition)).facts).toMatchObject({ change: 'replace', position: 1, newPosition: 2 })
    const page = (await hoa.get(`/lam-viec/don/${petition.code}`)).body
    expect(page).toMatch(/Trước đây: 1[\s\S]*Lâm Văn Mười Hai[\s\S]*đến ngày 23\/11\/2026/)
    // Filed once more elsewhere, the former one is no spokesperson of it; the copy of the filer's data has both.
    const copy = await petitionPersonalData.collect(db, scope, petition.id)
    expect(copy.parties.map(({ name }) => name)).toContain(spokesperson.name)
  })

  test('a signature is taken back, and nobody stands at that place any more', async () => {
    const petition = await ofGroup()
    const taken = { change: 'remove', role: 'signer', position: 2, reason }
    expect((await act(petition, taken)).statusCode).toBe(200)
    const again = await act(petition, taken)
    expect([again.statusCode, again.json().errors[0]]).toMatchObject([422, { field: 'position', code: 'unknown_reference' }])
  })

  test('five may speak, the filer among them; the sixth is refused, and after one stopped there is room', async () => {
    const petition = await ofGroup()
    const speaks = (name: string) => act(petition, { change: 'add', role: 'spokesperson', name, reason })
    for (const name of ['Hai', 'Ba', 'Bốn']) expect((await speaks(name)).statusCode).toBe(200)
    const before = await rowCounts(db)
    expect((await speaks('Năm')).json()).toMatchObject({ status: 409, code: 'group_full' })
    expect(await rowCounts(db)).toEqual(before)
    await act(petition, { change: 'remove', role: 'spokesperson', position: 1, reason })
    expect((await speaks('Năm')).statusCode).toBe(200)
  })

  test('two officers at once: the second is told, and nothing is written twice', async () => {
    const petition = await ofGroup()
    const { version } = await seen(petition)
    const both = await Promise.all([1, 2].map((n) => act(petition, { ...add, name: `Người ${n}`, version })))
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    expect((await seen(petition)).parties).toHaveLength(4)
  })

  test('the auditor reads that it was done, neither a name nor why', async () => {
    const petition = await ofGroup()
    await act(petition, add)
    const read = await app.inject({ url: `/api/v1/petitions/${petition.code}`, headers: headersOf('phuc', '') })
    expect(read.body).toContain('petition.groupCorrected')
    expect(read.body).not.toMatch(/Điểu|căn cước|Lâm Văn/)
    for (const language of ['', '/en']) {
      const page = await app.inject({ url: `${language}/lam-viec/don/${petition.code}`, headers: headersOf('phuc', '') })
      expect(page.body).not.toMatch(/Điểu|căn cước|Lâm Văn|\/nhom"/)
    }
    expect((await app.inject({ url: `/lam-viec/don/${petition.code}`, headers: headersOf('nam', '') })).body).toContain('căn cước')
  })

  test('once everything was erased nobody is added, and the former names are gone too', async () => {
    const petition = await ofGroup('declined')
    await act(petition, { change: 'remove', role: 'signer', position: 1, reason })
    await db.transaction().execute((trx) => petitionPersonalData.erase(trx, scope, petition.id, now()))
    expect(await db.selectFrom('petition_parties').select('name').where('petition_id', '=', petition.id).execute()).toEqual([])
    expect((await act(petition, add)).json()).toMatchObject({ status: 409, code: 'filer_erased' })
  })
})

describe('what is refused, field by field', () => {
  const correct = { change: 'correct', role: 'spokesperson', position: 1, name: 'Ai', reason }
  test.each([
    ['change', { change: 'steal' }, 'invalid_choice'],
    ['change', { change: undefined }, 'invalid_choice'],
    ['role', { role: 'represented' }, 'invalid_choice'],
    ['role', { change: 'replace', role: 'signer' }, 'invalid_choice'],
    ['position', { position: 0 }, 'too_small'],
    ['position', { position: 'một' }, 'invalid_type'],
    ['position', { position: 9 }, 'unknown_reference'],
    ['name', { name: '  ' }, 'required'],
    ['name', { name: 'a'.repeat(101) }, 'too_long'],
    ['phone', { phone: '12' }, 'invalid_phone'],
    ['identityNumber', { identityNumber: '12' }, 'invalid_identity'],
    ['reason', { reason: '' }, 'required'],
    ['email', { email: 'x@vidu.vn' }, 'unknown_field'],
  ])('%s: %j', async (field, change, code) => {
    const petition = await ofGroup()
    const before = await rowCounts(db)
    const answer = await act(petition, { ...correct, ...change })
    expect([answer.statusCode, answer.json().errors], answer.body).toMatchObject([422, [{ field, code }]])
    expect(await rowCounts(db)).toEqual(before)
  })

  test('nothing that differs, and a petition that is of nobody else', async () => {
    const petition = await ofGroup()
    const same = await act(petition, { change: 'correct', role: 'spokesperson', position: 1, ...spokesperson, reason })
    expect(same.json()).toMatchObject({ status: 409, code: 'group_unchanged' })
    expect((await act(await cases.aCase('new'), add)).json()).toMatchObject({ status: 409, code: 'not_a_group' })
  })
})

describe('the page, without scripts', () => {
  test('leads from the case to the form that was chosen; a refusal keeps what was typed; done, it says so', async () => {
    const petition = await ofGroup()
    expect((await hoa.get(`/lam-viec/don/${petition.code}`)).body).toContain(`href="${pathOf(petition)}"`)
    const list = (await hoa.get(pathOf(petition))).body
    expect(list).toContain('viec=replace&amp;vai=spokesperson&amp;so=1#form')
    expect(list).not.toContain('name="reason"')
    const form = (await hoa.get(`${pathOf(petition)}?viec=correct&vai=signer&so=1`)).body
    expect(form).toMatch(/name="name"[^>]* value="Hà Thị Mười Ba"/)
    const { version } = await seen(petition)
    const fields = { version: String(version), change: 'correct', role: 'signer', position: '1', name: 'Hà Thị Mười Bốn', address: '' }
    const none = await hoa.post(pathOf(petition), { ...fields, phone: '', identityNumber: '', reason: '' })
    expect(none.statusCode).toBe(422)
    expect(none.body).toMatch(/name="name"[^>]* value="Hà Thị Mười Bốn"/)
    expect(none.body).toContain('href="#reason"')
    const done = await hoa.post(pathOf(petition), { ...fields, phone: '', identityNumber: '', reason })
    expect([done.statusCode, done.headers.location]).toEqual([303, `${pathOf(petition)}?xong=1`])
    expect((await hoa.get(`${pathOf(petition)}?xong=1`)).body).toContain('Hà Thị Mười Bốn')
    expect((await hoa.get(`/en${pathOf(petition)}?xong=1`)).body).toContain('written into the history of the case')
    const looks = await db.selectFrom('audit_entries').select('action').where('matter_id', '=', petition.id).execute()
    expect(looks.length).toBeGreaterThan(2)
  })

  test.each(['nam', 'dung', 'lam', 'phuc', 'khanh', 'tuyet', 'binh'])('%s is not let in', async (who) => {
    const petition = await ofGroup()
    const browser = await formBrowser(it, who)
    expect((await browser.get(pathOf(petition))).statusCode).toBe(403)
    expect((await browser.post(pathOf(petition), add)).statusCode).toBe(403)
  })

  test('a petition that is of nobody else has no such page, and an unknown one is not there', async () => {
    expect((await hoa.get(pathOf(await cases.aCase('new')))).statusCode).toBe(409)
    expect((await hoa.get(pathOf({ code: 'PL-2026-99999' }))).statusCode).toBe(404)
  })
})
