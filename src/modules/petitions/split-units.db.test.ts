import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { isOnDesk, lawfulStates } from '../../../tests/support/lawful-acts.ts'
import { type FormBrowser, formBrowser } from '../../../tests/support/office-browser.ts'
import { officeCases } from '../../../tests/support/office-cases.ts'
import { addDays, civilDateOf } from '../../shared/civil-date.ts'
import { createHamlet, createUnit, listHamlets, listStaff, listUnits } from '../accounts/index.ts'
import { listHistory } from '../history/index.ts'
import { carryOverEndedUnits } from './carry-over.ts'
import { comparePetitionCounts } from './compare-counts.ts'
import { listRegister } from './list-petitions.ts'
import { matterOf, type Petition } from './petition.ts'
import { checkFigures } from './statistics/figure-checks.ts'

/** The real day: whose work covers today is asked of the real clock. */
const today = civilDateOf(new Date())
const yesterday = addDays(today, -1)
const site = await testApp()
const { app, db } = site
const scope = { authorityId: 1 }
const cases = await officeCases(site)
const oldUnit = cases.unitId
const options = { db, now: () => new Date(), dropPages: () => undefined }
const browsers = new Map<string, FormBrowser>()
/** By state, each once in the hamlet that goes elsewhere, once in none; the officer is nam. */
const made: { state: string; inNorth: boolean; petition: Petition & { secret: string } }[] = []
let north: string
let south: string
let northHamlet: string
let southHamlet: string

const khanh = () => browsers.get('khanh')!
const page = `/lam-viec/quan-tri/don-vi/${oldUnit}`
const rowOf = (id: string) =>
  db.selectFrom('petitions').select(['code', 'status', 'step', 'unit_id', 'officer_id']).where('id', '=', id).executeTakeFirstOrThrow()
const end = async (validTo: string) => {
  const unit = (await listUnits(db, scope)).find(({ id }) => id === oldUnit)!
  const typed = { name: unit.name, shortName: unit.shortName, validTo, successorId: south, endingDecision: '31/QĐ-UBND' }
  return khanh().post(page, typed)
}
const divide = (typed: Record<string, string>) => khanh().post(`${page}/chia-tach`, typed)
const openStatuses = ['received', 'accepted', 'suspended']
const isInHand = ({ status, outcome, unitId }: Petition) => unitId === oldUnit && (openStatuses.includes(status) || outcome === 'promised')
const theCase = (state: string, inNorth: boolean) => made.find((one) => one.state === state && one.inNorth === inNorth)!.petition
const personOf = (username: string) => cases.people.get(username)!.personId
const actsOf = async (who: string, code: string) => {
  const response = await browsers.get(who)!.get(`/api/v1/petitions/${code}/acts`)
  return response.statusCode === 200 ? response.json().items.map(({ act }: { act: string }) => act) : response.statusCode
}
const clockRows = () => db.selectFrom('clocks').selectAll().orderBy('id').execute()

beforeAll(async () => {
  for (const name of ['khanh', 'hoa', 'nam', 'dung', 'mai', 'lam']) browsers.set(name, await formBrowser(site, name))
  await db.transaction().execute(async (trx) => {
    north = await createUnit(trx, scope, { name: 'Đội Quản lý phía Bắc', shortName: 'Đội Bắc', kind: 'agency', validFrom: today })
    south = await createUnit(trx, scope, { name: 'Đội Quản lý phía Nam', shortName: 'Đội Nam', kind: 'agency', validFrom: today })
    northHamlet = await createHamlet(trx, scope, { unitId: oldUnit, name: 'Khu phố Bắc' })
    southHamlet = await createHamlet(trx, scope, { unitId: oldUnit, name: 'Khu phố Nam' })
  })
  const states = [...Object.entries(lawfulStates), ['feedback, answered', { step: 'answered', kind: 'feedback' }] as const] as const
  for (const [state, { step, kind }] of states)
    for (const inNorth of [true, false]) {
      const petition = await cases.aCase(step, { kind })
      if (inNorth)
        await db.updateTable('petitions').set({ hamlet_id: northHamlet, hamlet_text: null }).where('id', '=', petition.id).execute()
      made.push({ state, inNorth, petition: { ...petition, hamletId: inNorth ? northHamlet : null } })
    }
})

describe('a division is refused', () => {
  test('while the unit has no last day and general successor', async () => {
    expect((await khanh().get(`${page}/chia-tach`)).body).toContain('Hãy ghi trước ngày cuối cùng')
    const refused = await divide({ [`hamlet.${northHamlet}`]: north })
    expect(refused.statusCode).toBe(409)
    expect(await db.selectFrom('unit_splits').selectAll().execute()).toEqual([])
  })

  test.each([
    [
      'a hamlet of another unit',
      async () => ({ [`hamlet.${(await listHamlets(db, scope)).find(({ unitId }) => unitId !== oldUnit)!.id}`]: north }),
    ],
    ['a person of another unit', async () => ({ [`person.${personOf('mai')}`]: north })],
    ['a unit that is not there', async () => ({ [`hamlet.${northHamlet}`]: '00000000-0000-7000-8000-000000000000' })],
    ['a word for a unit', async () => ({ [`hamlet.${northHamlet}`]: 'x' })],
    ['the unit itself', async () => ({ [`hamlet.${northHamlet}`]: oldUnit })],
  ])('with %s', async (_what, typed) => {
    expect((await end(addDays(today, 5))).statusCode).toBe(303)
    const refused = await divide(await typed())
    expect(refused.statusCode).toBe(422)
    expect(await db.selectFrom('unit_splits').selectAll().execute()).toEqual([])
  })

  test.each(['hoa', 'nam', 'dung', 'lam', 'mai'])('to %s', async (username) => {
    expect((await browsers.get(username)!.get(`${page}/chia-tach`)).statusCode).toBe(403)
  })
})

describe('a unit that is divided', () => {
  test('shows beforehand what each will receive; a plan may be changed and taken back until the day', async () => {
    const nothing = { [`hamlet.${northHamlet}`]: '', [`person.${personOf('nam')}`]: '' }
    expect((await divide({ ...nothing, [`hamlet.${southHamlet}`]: north })).statusCode).toBe(303)
    expect((await divide(nothing)).statusCode).toBe(303)
    expect(await db.selectFrom('unit_splits').selectAll().execute()).toEqual([])
    expect((await divide({ ...nothing, [`hamlet.${northHamlet}`]: north, [`person.${personOf('dung')}`]: north })).statusCode).toBe(303)
    const inHand = made.filter(({ petition }) => isInHand(petition))
    const northern = inHand.filter(({ inNorth }) => inNorth).length
    const { body } = await khanh().get(`${page}/chia-tach`)
    const preview = /<table[\s\S]*?<\/table>/
      .exec(body)![0]
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(preview).toContain(`Đội Quản lý phía Bắc ${northern} 1 1`)
    expect(await carryOverEndedUnits(options, scope)).toBe(0)
  })

  test('at every status: a case goes with its hamlet, else with its officer; what is done stays; codes, secrets and clocks are as they were', async () => {
    const clocks = await clockRows()
    expect((await end(yesterday)).statusCode).toBe(303)
    const inHand = made.filter(({ petition }) => isInHand(petition))
    expect(new Set(inHand.map(({ state }) => state)).size).toBeGreaterThanOrEqual(7)
    expect(await carryOverEndedUnits(options, scope)).toBe(inHand.length)
    for (const { state, inNorth, petition } of made) {
      const row = await rowOf(petition.id)
      const unit = isInHand(petition) ? (inNorth ? north : south) : petition.unitId
      // nam went to the south: a case of the northern hamlet has no officer until its new head names one.
      const officer = isInHand(petition) && inNorth ? null : petition.officerId
      expect({ state, ...row }).toEqual({
        state,
        code: petition.code,
        status: petition.status,
        step: petition.step,
        unit_id: unit,
        officer_id: officer,
      })
      const own = await app.inject({ url: `/api/v1/petitions/${petition.code}`, headers: { 'x-petition-secret': petition.secret } })
      expect(own.json()).toMatchObject({ code: petition.code, body: petition.body })
    }
    expect(await clockRows()).toEqual(clocks)
    expect((await listHamlets(db, scope, north)).map(({ name }) => name)).toEqual(['Khu phố Bắc'])
    expect((await listHamlets(db, scope, south)).map(({ name }) => name)).toEqual(['Khu phố Nam'])
    expect((await listStaff(db, scope, { unitId: north })).map(({ username }) => username)).toEqual(['dung'])
    expect((await listStaff(db, scope, { unitId: south })).map(({ username }) => username)).toContain('nam')
  })

  test('kept counts equal the rows and the history; a second run does nothing', async () => {
    expect(await carryOverEndedUnits(options, scope)).toBe(0)
    expect(await comparePetitionCounts(db, scope)).toEqual([])
    expect((await checkFigures(db, scope, new Date())).differences).toBe(0)
  })

  test('each side works on its own cases and not on the other’s; both still see what is done', async () => {
    for (const { inNorth, petition, state } of made) {
      const lawful = lawfulStates[state]
      if (!isInHand(petition) || !lawful || !isOnDesk(lawful)) continue
      const [mine, theirs] = inNorth ? ['dung', 'nam'] : ['nam', 'dung']
      expect(Array.isArray(await actsOf(mine!, petition.code)), `${mine} ${state}`).toBe(true)
      expect([403, 404, '']).toContain(await actsOf(theirs!, petition.code).then((acts) => (Array.isArray(acts) ? acts.join() : acts)))
    }
    const done = theCase('feedback, answered', true)
    for (const who of ['nam', 'dung']) {
      const inbox = await browsers.get(who)!.get('/api/v1/office/petitions?view=all&limit=100')
      expect(inbox.json().items.map(({ code }: { code: string }) => code)).toContain(done.code)
    }
  })

  test('the new head names an officer, and the case goes on', async () => {
    const given = await cases.act('lam', theCase('assigned', true), 'assign', { unit: north, officer: 'dung' })
    expect(given).toMatchObject({ unitId: north, officerId: personOf('dung') })
  })

  test('the history says where each went, by which decision, and whose hands it left', async () => {
    const northern = theCase('being verified', true)
    const southern = theCase('being verified', false)
    const lastOf = async (petition: Petition) => (await listHistory(db, scope, matterOf(petition), ['public'])).at(-1)
    expect(await lastOf(northern)).toMatchObject({
      type: 'petition.carriedOver',
      facts: { unitId: north, previousUnitId: oldUnit, decision: '31/QĐ-UBND', officerReleased: true },
    })
    expect((await lastOf(southern))!.facts).not.toHaveProperty('officerReleased')
  })

  test('a list asked for by the old unit finds both halves', async () => {
    const pair = [theCase('feedback, assigned', true), theCase('feedback, assigned', false)]
    for (const petition of pair) await cases.act('hoa', petition, 'clearForPublication', {})
    const found = (await listRegister(db, scope, { unit: oldUnit }, null, 100)).items.map(({ id, unitId }) => ({ id, unitId }))
    expect(found).toEqual(expect.arrayContaining(pair.map(({ id }, place) => ({ id, unitId: place === 0 ? north : south }))))
  })

  test('an answered case of the northern hamlet is reopened for the north', async () => {
    const petition = theCase('feedback, answered', true)
    expect((await rowOf(petition.id)).unit_id).toBe(oldUnit)
    expect(await cases.act('lam', petition, 'reopen', { reason: 'Nước vẫn đọng.' })).toMatchObject({ unitId: north })
    expect(await cases.act('lam', theCase('feedback, answered', false), 'reopen', { reason: 'Chưa sửa.' })).toMatchObject({ unitId: south })
  })

  test('a half that goes over to another takes its cases along; the plan of what moved is not changed', async () => {
    expect((await divide({ [`hamlet.${southHamlet}`]: north })).statusCode).toBe(409)
    const heir = cases.people.get('mai')!.unitId!
    await db
      .updateTable('units')
      .set({ valid_from: addDays(today, -9), valid_to: yesterday, successor_id: heir, ending_decision: '40/QĐ-UBND' })
      .where('id', '=', north)
      .execute()
    expect(await carryOverEndedUnits(options, scope)).toBeGreaterThan(0)
    for (const { inNorth, petition } of made)
      if (isInHand(petition)) expect((await rowOf(petition.id)).unit_id).toBe(inNorth ? heir : south)
    expect(await comparePetitionCounts(db, scope)).toEqual([])
    expect((await checkFigures(db, scope, new Date())).differences).toBe(0)
  })
})
