import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { actInputs } from '../../../../tests/support/lawful-acts.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { setSuperior } from '../../accounts/index.ts'
import { seedCalendar } from '../../clocks/index.ts'
import { aForm, receiptIn, testBrowser } from '../citizen/test-browser.ts'
import { petitionPersonalData } from '../personal-data.ts'
import type { GroupInput, RepresentedInput } from './behalf-input.ts'

const now = () => new Date('2026-11-23T10:00:00+07:00')
const it = await testApp({ now })
const { app, db } = it
const cases = await officeCases(it, now)
const scope = { authorityId: 1 }

/** A province on the same system, above the town. */
const above = { authorityId: 2 }
const province = { id: 2, slug: 'tinh', name: 'Ủy ban nhân dân tỉnh', short_name: 'Tỉnh', code_prefix: 'TI', tier: 'province' } as const
await db
  .insertInto('authorities')
  .values({ ...province, valid_from: '2025-07-01', valid_to: null, host: 'tinh.vidu' })
  .execute()
await db.transaction().execute((trx) => seedCalendar(trx, above))
await db
  .transaction()
  .execute((trx) =>
    setSuperior(trx, scope, { validFrom: '2026-11-01', superiorId: 2, name: 'Tỉnh', address: '', documentNumber: '1/QĐ' }, null),
  )

const represented: RepresentedInput = { ground: 'relative', name: 'Điểu Thị Bảy', address: 'thôn 2', identityNumber: '285123456' }
const group = {
  people: 12,
  spokespeople: [{ name: 'Lâm Văn Mười Hai', address: 'khu phố 3', phone: '0900 000 007', identityNumber: '070099123456' }],
  signers: [
    { name: 'Hà Thị Mười Ba', address: 'khu phố 4', identityNumber: null },
    { name: 'Hà Văn Tý', address: null, identityNumber: '285999888' },
  ],
}
const onlyCounted: GroupInput = { people: 31, spokespeople: [], signers: [] }

/** What the filer is shown of those for whom the case is. */
async function seenBy(code: string, secret: string, host?: string) {
  const seen = await app.inject({
    url: `/api/v1/petitions/${code}`,
    headers: { 'x-petition-secret': secret, ...(host ? { host } : {}) },
  })
  expect(seen.statusCode, seen.body).toBe(200)
  const { behalf, parties, history } = seen.json()
  return { behalf, parties, history }
}

describe('a complaint made a second time', () => {
  test.each([
    { of: 'somebody represented', given: { represented } },
    { of: 'a group with names and numbers', given: { group } },
    { of: 'a group that is only counted', given: { group: onlyCounted } },
    { of: 'the filer alone', given: {} },
  ])('of $of goes to the authority above as it was filed', async ({ given }) => {
    const first = await cases.aCase('answered', given)
    await cases.act('filer', first, 'appeal', actInputs.appeal)
    const below = await seenBy(first.code, first.secret)
    const { code } = below.history.at(-1).facts
    const { behalf, parties } = await seenBy(code, first.secret, 'tinh.vidu')
    expect({ behalf, parties }).toEqual({ behalf: below.behalf, parties: below.parties })
    expect(behalf === undefined).toBe(Object.keys(given).length === 0)
  })

  test('whom it is of having been erased, it is not filed for nobody', async () => {
    const first = await cases.aCase('answered', { represented })
    await db.deleteFrom('petition_parties').where('petition_id', '=', first.id).execute()
    await expect(cases.act('filer', first, 'appeal', actInputs.appeal)).rejects.toMatchObject({ code: 'filer_erased', status: 409 })
  })

  test('the copy of one’s data from the second case has the same people', async () => {
    const first = await cases.aCase('answered', { group })
    await cases.act('filer', first, 'appeal', actInputs.appeal)
    const { id } = await db
      .selectFrom('petitions')
      .select('id')
      .where('authority_id', '=', 2)
      .where('appeal_of', '=', first.id)
      .executeTakeFirstOrThrow()
    const { parties } = await petitionPersonalData.collect(db, above, id)
    expect(parties.map(({ name }) => name)).toEqual(['Lâm Văn Mười Hai', 'Hà Thị Mười Ba', 'Hà Văn Tý'])
  })
})

const filing = {
  kind: 'complaint',
  subject: 'Thu hồi đất',
  body: 'Quyết định không đúng.',
  filer: { name: 'Trương Thị Bình' },
  publish: false,
}
const parties = [
  ...group.spokespeople.map((person) => ({ role: 'spokesperson', ...person })),
  ...group.signers.map((person) => ({ role: 'signer', phone: null, ...person })),
]
const whole = [
  { of: 'a number only', given: { group: { people: 31 } }, behalf: { behalf: 'group', ground: null, people: 31 }, parties: [] },
  { of: 'names', given: { group }, behalf: { behalf: 'group', ground: null, people: 12 }, parties },
  {
    of: 'one who is represented',
    given: { represented },
    behalf: { behalf: 'representative', ground: 'relative', people: 1 },
    parties: [{ role: 'represented', name: 'Điểu Thị Bảy', address: 'thôn 2', phone: null, identityNumber: '285123456' }],
  },
]

describe.each(whole)('filed with $of, nothing is lost', ({ given, behalf, parties }) => {
  const waiting = async () => (await db.selectFrom('filings').select('code').where('document', 'is not', null).execute()).length
  const post = (url: string, cookie = '') =>
    app.inject({ method: 'POST', url, headers: { cookie }, payload: { ...filing, ...given, clientToken: randomUUID() } })
  beforeEach(() => app.flushFilings())

  test('through the API, alone', async () => {
    const response = await post('/api/v1/petitions')
    expect(response.statusCode, response.body).toBe(201)
    const { code, secret } = response.json()
    expect(await seenBy(code, secret)).toMatchObject({ behalf, parties })
  })

  test('through the journal, twenty spread together with plain ones', async () => {
    const plain = () => app.inject({ method: 'POST', url: '/api/v1/petitions', payload: { ...filing, clientToken: randomUUID() } })
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => post('/api/v1/petitions'))),
      Promise.all(Array.from({ length: 5 }, plain)),
    ])
    await app.flushFilings()
    expect(await waiting()).toBe(0)
    for (const answer of answers) {
      const { code, secret } = answer.json()
      expect(await seenBy(code, secret)).toMatchObject({ behalf, parties })
    }
    expect(JSON.stringify(await db.selectFrom('filings').selectAll().execute())).not.toContain('Mười')
  })

  test('at the counter, through the API', async () => {
    const response = await post('/api/v1/office/petitions', await it.signIn('hoa'))
    expect(response.statusCode, response.body).toBe(201)
    const { code, secret } = response.json()
    expect(await seenBy(code, secret)).toMatchObject({ behalf, parties })
  })
})

/** What the boxes of a form hold; numbers of those who speak and sign are the API's. */
const typed = [
  { of: 'a number only', form: { behalf: 'group', people: '31' }, behalf: { behalf: 'group', people: 31 }, names: [] },
  {
    of: 'names',
    form: { behalf: 'group', people: '12', spokespeople: 'Lâm Văn Mười Hai, khu phố 3', signers: 'Hà Thị Mười Ba\nHà Văn Tý, thôn 1' },
    behalf: { behalf: 'group', people: 12 },
    names: ['Lâm Văn Mười Hai', 'Hà Thị Mười Ba', 'Hà Văn Tý'],
  },
  {
    of: 'one who is represented',
    form: { behalf: 'representative', ground: 'relative', representedName: 'Điểu Thị Bảy', representedIdentity: '285 123 456' },
    behalf: { behalf: 'representative', ground: 'relative', people: 1 },
    names: ['Điểu Thị Bảy'],
  },
]

const boxes = { kind: 'complaint', body: 'Quyết định không đúng.', name: 'Trương Thị Bình', publish: 'no' }

describe.each(typed)('typed with $of, nothing is lost', ({ form, behalf, names }) => {
  const namesIn = (seen: { parties: { name: string }[] }) => seen.parties.map(({ name }) => name)

  test('in the form of the site', async () => {
    const browser = testBrowser(app)
    expect((await browser.postFiles('/gui-don', { ...aForm, ...form })).location).toBe('/gui-don/kiem-tra')
    await browser.post('/gui-don/gui')
    const { code, secret } = receiptIn((await browser.get('/gui-don/xong')).html)
    const seen = await seenBy(code!, secret!)
    expect(seen).toMatchObject({ behalf })
    expect(namesIn(seen)).toEqual(names)
  })

  test('in the form of the counter', async () => {
    const browser = testBrowser(app, await it.signIn('hoa'))
    const subject = `Cấp giấy chứng nhận ${randomUUID()}`
    const sent = await browser.post('/lam-viec/don-moi', { ...boxes, subject, clientToken: randomUUID(), ...form })
    expect(sent.status, sent.html).toBe(201)
    const { id } = await db.selectFrom('petitions').select('id').where('subject', '=', subject).executeTakeFirstOrThrow()
    expect(namesIn(await petitionPersonalData.collect(db, scope, id))).toEqual(names)
    const { people } = await db.selectFrom('petition_behalves').select('people').where('petition_id', '=', id).executeTakeFirstOrThrow()
    expect(people).toBe(behalf.people)
  })
})
