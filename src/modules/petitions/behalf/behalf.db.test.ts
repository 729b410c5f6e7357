import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { aForm, receiptIn, testBrowser } from '../citizen/test-browser.ts'

const NOW = new Date('2026-11-23T09:00:00+07:00')
const scope = { authorityId: 1 }
let it: TestApp
/** Names that nobody else in these tests has. */
const names = { represented: 'Điểu Thị Bảy', spokesperson: 'Lâm Văn Mười Hai', signer: 'Hà Thị Mười Ba' }

beforeAll(async () => {
  it = await testApp({ now: () => NOW })
})

const file = async (more: object, who = '') =>
  it.app.inject({
    method: 'POST',
    url: '/api/v1/petitions',
    headers: { cookie: who },
    payload: {
      kind: 'complaint',
      subject: 'Thu hồi đất',
      body: `Đất của bà ${names.represented} bị thu hồi sai.`,
      filer: { name: 'Trương Thị Bình' },
      publish: true,
      clientToken: randomUUID(),
      ...more,
    },
  })
const represented = { name: names.represented, ground: 'relative', address: 'thôn 2', identityNumber: '070099123456' }
const group = {
  people: 12,
  spokespeople: [{ name: names.spokesperson, address: 'khu phố 3', phone: '0900 000 007' }],
  signers: [{ name: names.signer, address: 'khu phố 4' }],
}

async function filed(more: object) {
  const response = await file(more)
  expect(response.statusCode, response.body).toBe(201)
  return response.json() as { code: string; secret: string }
}
const caseFor = async (code: string, who: { as?: string; secret?: string }) => {
  const headers = { ...(who.as ? { cookie: await it.signIn(who.as) } : {}), ...(who.secret ? { 'x-petition-secret': who.secret } : {}) }
  const response = await it.app.inject({ url: `/api/v1/petitions/${code}`, headers })
  return { status: response.statusCode, body: response.body, json: response.statusCode === 200 ? response.json() : null }
}
const pageFor = async (path: string, as: string) => (await it.app.inject({ url: path, headers: { cookie: await it.signIn(as) } })).body

describe('a petition for others', () => {
  test('is written whole or not at all', async () => {
    const before = await it.db.selectFrom('petitions').select('id').execute()
    const refused = await file({ group: { ...group, people: 3 } })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors).toMatchObject([{ field: 'group.people', code: 'too_small' }])
    expect(refused.json().errors[0].detail).toContain('Số người cùng đơn')
    expect(await it.db.selectFrom('petitions').select('id').execute()).toEqual(before)
    expect(await it.db.selectFrom('petition_parties').selectAll().execute()).toEqual([])
  })

  test('the same token again gives the same code, and nobody twice', async () => {
    const clientToken = randomUUID()
    const answers = await Promise.all(Array.from({ length: 8 }, () => file({ group, clientToken })))
    expect(new Set(answers.map((answer) => answer.json().code)).size).toBe(1)
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    await it.app.flushFilings()
    expect(await it.db.selectFrom('petition_behalves').selectAll().execute()).toHaveLength(1)
    expect(await it.db.selectFrom('petition_parties').selectAll().execute()).toHaveLength(2)
  })
})

describe('who reads the names', () => {
  test.each([
    { who: 'the filer', read: (code: string, secret: string) => caseFor(code, { secret }), names: true, facts: true },
    { who: 'hoa', read: (code: string) => caseFor(code, { as: 'hoa' }), names: true, facts: true },
    { who: 'lam', read: (code: string) => caseFor(code, { as: 'lam' }), names: true, facts: true },
    { who: 'phuc', read: (code: string) => caseFor(code, { as: 'phuc' }), names: false, facts: true },
  ])('$who: names $names', async ({ read, names: mayRead, facts }) => {
    const { code, secret } = await filed({ group, body: 'Cả xóm bị ngập.' })
    const { status, body, json } = await read(code, secret)
    expect(status).toBe(200)
    expect([body.includes(names.spokesperson), body.includes(names.signer)]).toEqual([mayRead, mayRead])
    expect(json.behalf).toEqual(facts ? { behalf: 'group', ground: null, people: 12 } : undefined)
  })

  test('the public sees neither names nor that it is of many', async () => {
    const { code } = await filed({ represented })
    const hoa = await it.signIn('hoa')
    const cleared = await it.app.inject({
      method: 'POST',
      url: `/api/v1/petitions/${code}/acts/clearForPublication`,
      headers: { cookie: hoa },
      payload: {},
    })
    expect(cleared.statusCode, cleared.body).toBe(200)
    const { json } = await caseFor(code, {})
    expect(json).not.toHaveProperty('behalf')
    expect(json).not.toHaveProperty('parties')
    for (const url of [`/don/${code}`, '/don.atom', '/api/v1/petitions', '/api/v1/open-data/register'])
      expect((await it.app.inject(url)).body).not.toContain(represented.identityNumber)
  })

  test('the history holds no name and no number', async () => {
    await filed({ represented })
    await it.app.flushFilings()
    const entries = JSON.stringify(await it.db.selectFrom('history_entries').selectAll().execute())
    for (const word of [names.represented, represented.identityNumber, names.signer]) expect(entries).not.toContain(word)
  })
})

describe('the officer', () => {
  test('sees on the case for whom it is, why, and that a paper must be seen; the guard points at the name', async () => {
    const { code } = await filed({ represented })
    const page = await pageFor(`/lam-viec/don/${code}`, 'hoa')
    for (const words of [names.represented, 'Được người thân ủy quyền', 'giấy ủy quyền']) expect(page).toContain(words)
    const marked = [...page.matchAll(/<mark[^>]*>([\s\S]*?)<\/mark>/g)].map(([, words]) => words!.replace(/<[^>]+>/g, ''))
    expect(marked.join()).toContain(names.represented)
  })

  test('sees in the inbox which cases are of many', async () => {
    await filed({ group })
    await it.app.flushFilings()
    expect(await pageFor('/lam-viec?view=all', 'hoa')).toContain('Đơn nhiều người (12)')
  })

  test('takes one down at the counter: the reception book counts the people and names who speaks', async () => {
    const browser = testBrowser(it.app, await it.signIn('hoa'))
    const sent = await browser.post('/lam-viec/don-moi', {
      clientToken: randomUUID(),
      name: 'Trương Thị Bình',
      kind: 'recommendation',
      subject: 'Đường ngập',
      body: 'Cả xóm bị ngập.',
      publish: 'no',
      behalf: 'group',
      people: '15',
      spokespeople: `${names.spokesperson}, khu phố 3`,
      signers: '',
    })
    expect(sent.status, sent.html).toBe(201)
    const entry = await it.db.selectFrom('reception_entries').select(['id', 'people']).orderBy('number', 'desc').executeTakeFirstOrThrow()
    expect(entry.people).toBe(15)
    const person = await it.db
      .selectFrom('reception_people')
      .select('representatives')
      .where('entry_id', '=', entry.id)
      .executeTakeFirstOrThrow()
    expect(person.representatives).toBe(`Trương Thị Bình; ${names.spokesperson}`)
  })

  test('at the counter a wrong number is named at its box, and nothing typed is lost', async () => {
    const browser = testBrowser(it.app, await it.signIn('hoa'))
    const typed = {
      name: 'A',
      kind: 'feedback',
      subject: 'B',
      body: 'C',
      publish: 'no',
      behalf: 'group',
      people: '2',
      signers: names.signer,
    }
    const sent = await browser.post('/lam-viec/don-moi', { clientToken: randomUUID(), ...typed })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('href="#people"')
    expect(sent.html).toContain(names.signer)
  })
})

describe('the form without scripts', () => {
  test('keeps whom it is for over its pages, shows it before sending, and files it', async () => {
    const browser = testBrowser(it.app)
    const form = {
      ...aForm,
      behalf: 'representative',
      ground: 'guardian',
      representedName: names.represented,
      identityNumber: '070 099 123 456',
    }
    const saved = await browser.postFiles('/gui-don', form)
    expect([saved.status, saved.location]).toEqual([303, '/gui-don/kiem-tra'])
    const check = await browser.get('/gui-don/kiem-tra')
    expect(check.html).toContain(names.represented)
    expect(check.html).toContain('Là cha mẹ, người giám hộ')
    expect((await browser.get('/gui-don')).html).toContain(`value="${names.represented}"`)
    await browser.post('/gui-don/gui')
    const { code, secret } = receiptIn((await browser.get('/gui-don/xong')).html)
    const { json } = await caseFor(code!, { secret: secret! })
    expect(json).toMatchObject({
      behalf: { behalf: 'representative', ground: 'guardian', people: 1 },
      filer: { identityNumber: '070099123456' },
    })
  })

  test.each([
    { wrong: { behalf: 'representative', representedName: 'X' }, field: 'ground' },
    { wrong: { behalf: 'representative', ground: 'lawyer', representedName: '' }, field: 'representedName' },
    {
      wrong: { behalf: 'representative', ground: 'lawyer', representedName: 'X', representedIdentity: '12' },
      field: 'representedIdentity',
    },
    { wrong: { behalf: 'group', people: '' }, field: 'people' },
    { wrong: { behalf: 'group', people: '4' }, field: 'people' },
    { wrong: { behalf: 'group', people: '9', spokespeople: 'A\nB\nC\nD\nE' }, field: 'spokespeople' },
    { wrong: { behalf: 'group', people: '9', signers: 'x'.repeat(101) }, field: 'signers' },
    { wrong: { identityNumber: '12' }, field: 'identityNumber' },
  ])('$wrong: the sentence stands at $field, the words stay', async ({ wrong, field }) => {
    const refused = await testBrowser(it.app).postFiles('/gui-don', { ...aForm, ...wrong })
    expect(refused.status).toBe(422)
    expect([...refused.html.matchAll(/<a href="#([\w.]+)"/g)].map(([, id]) => id)).toContain(field)
    expect(refused.html).toContain(aForm.subject)
  })
})

test('on request the names are in the copy, and gone after erasure; that it was of many stays', async () => {
  const { petitionPersonalData } = await import('../personal-data.ts')
  const { code } = await filed({ group })
  await it.app.flushFilings()
  const { id } = await it.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  expect((await petitionPersonalData.collect(it.db, scope, id)).parties.map(({ name }) => name)).toEqual([names.spokesperson, names.signer])
  await it.db.transaction().execute((trx) => petitionPersonalData.erase(trx, scope, id, NOW))
  expect(await it.db.selectFrom('petition_parties').selectAll().where('petition_id', '=', id).execute()).toEqual([])
  expect(await it.db.selectFrom('petition_behalves').select('people').where('petition_id', '=', id).executeTakeFirst()).toEqual({
    people: 12,
  })
})
