import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { type Act, actInputs, actNames, isOnDesk, lawfulAnswer, lawfulStates } from '../../../../tests/support/lawful-acts.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { type OfficeCases, officeCases } from '../../../../tests/support/office-cases.ts'
import { addDays, civilDateOf } from '../../../shared/civil-date.ts'
import { isOfficeAct } from './case-desk.ts'

const everybody = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
type Person = (typeof everybody)[number] | 'visitor'

let site: TestApp
let cases: OfficeCases
const browsers = new Map<Person, FormBrowser>()

beforeAll(async () => {
  site = await testApp()
  cases = await officeCases(site)
  browsers.set('visitor', await formBrowser(site))
  for (const person of everybody) browsers.set(person, await formBrowser(site, person))
})

const as = (person: Person) => browsers.get(person)!

describe('who opens which page', () => {
  const readers: Person[] = ['hoa', 'nam', 'mai', 'dung', 'lam', 'phuc']
  const pages: [string, (code: string) => string, Person[]][] = [
    ['the inbox', () => '/lam-viec', readers],
    ['the inbox in English', () => '/en/lam-viec?view=all', readers],
    ['a case of the unit of Nam and Dũng', (code) => `/lam-viec/don/${code}`, ['hoa', 'nam', 'dung', 'lam', 'phuc']],
    ['the counter', () => '/lam-viec/don-moi', ['hoa']],
    ['the figures', () => '/lam-viec/so-lieu', readers],
  ]
  for (const [name, address, allowed] of pages) {
    test.each([...everybody])(`${name}, for %s`, async (person) => {
      const { code } = await cases.aCase('assigned')
      expect((await as(person).get(address(code))).statusCode).toBe(allowed.includes(person) ? 200 : 403)
    })
    test(`${name} sends a visitor to the sign-in form`, async () => {
      const { code } = await cases.aCase('assigned')
      const response = await as('visitor').get(address(code))
      expect(response.statusCode).toBe(303)
      expect(response.headers.location).toContain('/dang-nhap?tiep=')
    })
  }

  test('a case that nobody has yet is read by those who see the whole town alone', async () => {
    const { code } = await cases.aCase('new')
    for (const person of everybody) {
      const allowed = ['hoa', 'lam', 'phuc'].includes(person)
      expect((await as(person).get(`/lam-viec/don/${code}`)).statusCode, person).toBe(allowed ? 200 : 403)
    }
  })

  test('an unknown code is not found', async () => {
    expect((await as('hoa').get('/lam-viec/don/PL-2026-99999')).statusCode).toBe(404)
  })

  test('the administrator is shown the way to the own pages', async () => {
    expect((await as('khanh').get('/lam-viec')).body).toContain('href="/lam-viec/quan-tri"')
  })
})

const inputsToday = (): Record<Act, Record<string, string>> => ({
  ...actInputs,
  inviteToDialogue: { ...actInputs.inviteToDialogue, heldOn: addDays(civilDateOf(new Date()), 10) },
  extend: { ...actInputs.extend, dueOn: addDays(civilDateOf(new Date()), 200) },
})
const officeActs = actNames.filter(isOfficeAct)

describe.each(Object.entries(lawfulStates))('a case that is %s', (_name, state) => {
  const aCase = () => cases.aCase(state.step, { kind: state.kind })
  /** Officers whose role reaches this case at all. */
  const onCase = isOnDesk(state) ? ['hoa', 'nam', 'dung', 'lam'] : ['hoa', 'lam']

  test.each([...officeActs])('%s is done by those whom the table names, and refused to all others without a trace', async (act) => {
    const input = inputsToday()[act]
    const still = await aCase()
    const page = `/lam-viec/don/${still.code}/${act}`
    const api = `/api/v1/petitions/${still.code}/acts/${act}`
    const before = await rowsWritten(site.db)
    const allowed = everybody.filter((person) => lawfulAnswer(state, person, act) === 200)
    for (const person of everybody) {
      if (allowed.includes(person)) continue
      const answer = lawfulAnswer(state, person, act)
      const onPage = onCase.includes(person) ? answer : 403
      expect((await as(person).post(page, { ...input, version: String(still.version) })).statusCode, `${person} on the page`).toBe(onPage)
      // For a resident who did not file it, a case that is not public does not exist.
      expect((await as(person).api(api, input)).statusCode, `${person} in the API`).toBe(person === 'binh' ? 404 : answer)
    }
    expect((await as('visitor').post(page, input)).statusCode).toBe(303)
    expect((await as('visitor').api(api, input)).statusCode).toBe(401)
    expect(await rowsWritten(site.db)).toEqual(before)

    for (const person of allowed) {
      const one = await aCase()
      const done = await as(person).post(`/lam-viec/don/${one.code}/${act}`, { ...input, version: String(one.version) })
      expect(done.headers.location, `${person} on the page`).toBe(`/lam-viec/don/${one.code}?da=${act}`)
      const other = await aCase()
      expect((await as(person).api(`/api/v1/petitions/${other.code}/acts/${act}`, input)).statusCode, `${person} in the API`).toBe(200)
    }
  })
})

describe('a message', () => {
  test.each(['tin', 'ghi-chu'])('%s is written by those who work on the case, and by nobody else', async (kind) => {
    const { code } = await cases.aCase('assigned')
    for (const person of everybody) {
      const before = await rowsWritten(site.db)
      const response = await as(person).post(`/lam-viec/don/${code}/${kind}`, { words: `Lời của ${person}` })
      const allowed = ['hoa', 'nam', 'dung', 'lam'].includes(person)
      expect(response.statusCode, person).toBe(allowed ? 303 : 403)
      if (!allowed) expect(await rowsWritten(site.db), person).toEqual(before)
    }
    const page = (await as('nam').get(`/lam-viec/don/${code}`)).body
    for (const person of ['hoa', 'nam', 'dung', 'lam']) expect(page).toContain(`Lời của ${person}`)
  })

  test('an internal note is never told to the filer, not even that there is one', async () => {
    const { code, secret } = await cases.aCase('assigned')
    await as('nam').post(`/lam-viec/don/${code}/ghi-chu`, { words: 'Nghi trùng với đơn khác' })
    await as('nam').post(`/lam-viec/don/${code}/tin`, { words: 'Chúng tôi hẹn sáng thứ ba' })
    const own = await site.app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret } })
    expect(own.statusCode).toBe(200)
    expect(own.body).not.toContain('Nghi trùng')
    const types = own.json().history.map((entry: { type: string }) => entry.type)
    expect(types).toContain('petition.messageSent')
    expect(types).not.toContain('petition.noteAdded')
  })

  test('a blank one is refused, and nothing is written', async () => {
    const { code } = await cases.aCase('assigned')
    const before = await rowsWritten(site.db)
    expect((await as('nam').post(`/lam-viec/don/${code}/tin`, { words: '  ' })).statusCode).toBe(422)
    expect(await rowsWritten(site.db)).toEqual(before)
  })
})
