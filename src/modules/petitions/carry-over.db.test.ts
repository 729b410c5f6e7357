import { sql } from 'kysely'
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
import { listInbox } from './list-inbox.ts'
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
const options = { db, now: () => new Date(), dropPages: () => undefined }
const browsers = new Map<string, FormBrowser>()
const made = new Map<string, Petition & { secret: string }>()
const unitsByName = async () => new Map((await listUnits(db, scope)).map((unit) => [unit.name, unit]))
const oldUnit = cases.unitId
const otherUnit = cases.people.get('mai')!.unitId!
let heir: string
let heirOfHeir: string

const unitOf = async (id: string) =>
  (await db.selectFrom('petitions').select('unit_id').where('id', '=', id).executeTakeFirstOrThrow()).unit_id
const clockRows = () => db.selectFrom('clocks').selectAll().orderBy('id').execute()
const end = async (unitId: string, successorId: string, change: Record<string, string> = {}) => {
  const unit = (await listUnits(db, scope)).find(({ id }) => id === unitId)!
  const typed = { name: unit.name, shortName: unit.shortName, validTo: yesterday, successorId, endingDecision: '12/QĐ-UBND', ...change }
  return browsers.get('khanh')!.post(`/lam-viec/quan-tri/don-vi/${unitId}`, typed)
}
const actsOf = async (who: string, code: string) => {
  const response = await browsers.get(who)!.get(`/api/v1/petitions/${code}/acts`)
  return response.statusCode === 200 ? response.json().items.map(({ act }: { act: string }) => act) : response.statusCode
}
const allActs = async (who: string) =>
  Object.fromEntries(await Promise.all([...made].map(async ([state, { code }]) => [state, await actsOf(who, code)] as const)))
const openStatuses = ['received', 'accepted', 'suspended']
const isInHand = ({ status, outcome, unitId }: Petition) => unitId === oldUnit && (openStatuses.includes(status) || outcome === 'promised')

beforeAll(async () => {
  for (const name of ['khanh', 'hoa', 'nam', 'dung', 'mai', 'lam']) browsers.set(name, await formBrowser(site, name))
  for (const [name, { step, kind }] of Object.entries(lawfulStates)) made.set(name, await cases.aCase(step, { kind }))
  made.set('feedback, answered', await cases.aCase('answered', { kind: 'feedback' }))
  await db.transaction().execute(async (trx) => {
    heir = await createUnit(trx, scope, { name: 'Phòng Hạ tầng và Đô thị', shortName: 'P. Hạ tầng', kind: 'agency', validFrom: today })
    heirOfHeir = await createUnit(trx, scope, { name: 'Phòng Tổng hợp', shortName: 'P. Tổng hợp', kind: 'agency', validFrom: today })
    await createHamlet(trx, scope, { unitId: oldUnit, name: 'Khu phố 1' })
    await createHamlet(trx, scope, { unitId: heir, name: 'Khu phố 1' })
  })
})

describe('a merger is refused', () => {
  test.each([
    ['without the decision', { endingDecision: ' ' }, 'Hãy ghi số, ký hiệu quyết định'],
    ['into itself', { successorId: oldUnit }, 'không thể kế thừa chính mình'],
    ['with a decision that is too long', { endingDecision: 'x'.repeat(101) }, 'Số, ký hiệu quyết định: dài quá 100 ký tự.'],
  ])('%s', async (_why, change, sentence) => {
    const refused = await end(oldUnit, heir, change)
    expect(refused.statusCode).toBeGreaterThanOrEqual(409)
    expect(refused.body).toContain(sentence)
    expect((await unitsByName()).get('Đội Quản lý đô thị')).toMatchObject({ validTo: null, successorId: null })
  })

  test('in a ring', async () => {
    expect((await end(heirOfHeir, heir, { validTo: addDays(today, 30) })).statusCode).toBe(303)
    const ring = await end(heir, heirOfHeir, { validTo: addDays(today, 60) })
    expect(ring.statusCode).toBe(409)
    expect(ring.body).toContain('do chính đơn vị này kế thừa')
    expect((await end(heirOfHeir, '', { validTo: '', endingDecision: '' })).statusCode).toBe(303)
  })
})

describe('when a unit has gone over to another', () => {
  let before: { nam: object; dung: object; lam: object; mai: object; clocks: unknown[] }

  test('a merger that lies ahead moves nothing', async () => {
    expect((await end(oldUnit, heir, { validTo: addDays(today, 5) })).statusCode).toBe(303)
    expect(await carryOverEndedUnits(options, scope)).toBe(0)
    expect((await listStaff(db, scope, { unitId: oldUnit })).length).toBeGreaterThan(0)
  })

  test('open work, its people and hamlets are there; codes, secrets and clocks are as they were', async () => {
    const [nam, dung, lam, mai] = await Promise.all(['nam', 'dung', 'lam', 'mai'].map(allActs))
    before = { nam: nam!, dung: dung!, lam: lam!, mai: mai!, clocks: await clockRows() }
    expect((await end(oldUnit, heir)).statusCode).toBe(303)
    const jobs = await sql<{
      n: number
    }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'carryOverUnits'`.execute(db)
    expect(jobs.rows[0]!.n).toBeGreaterThan(0)

    const inHand = [...made.values()].filter(isInHand)
    expect(inHand.length).toBeGreaterThanOrEqual(7)
    expect(await carryOverEndedUnits(options, scope)).toBe(inHand.length)
    for (const petition of made.values()) {
      expect(await unitOf(petition.id)).toBe(isInHand(petition) ? heir : petition.unitId)
      const row = await db
        .selectFrom('petitions')
        .select(['code', 'status', 'step', 'officer_id as officerId'])
        .where('id', '=', petition.id)
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject({ code: petition.code, status: petition.status, step: petition.step, officerId: petition.officerId })
      const own = await app.inject({ url: `/api/v1/petitions/${petition.code}`, headers: { 'x-petition-secret': petition.secret } })
      expect(own.json()).toMatchObject({ code: petition.code, body: petition.body })
    }
    expect(await clockRows()).toEqual(before.clocks)
    expect(await listStaff(db, scope, { unitId: oldUnit })).toEqual([])
    const names = (await listHamlets(db, scope, heir)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Khu phố 1', expect.stringMatching(/^Khu phố 1 \(.+\)$/)]))
    expect(await listHamlets(db, scope, oldUnit)).toEqual([])
  })

  test('kept counts equal the rows and the history; a second run does nothing', async () => {
    const written = await db
      .selectFrom('history_entries')
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst()
    expect(await carryOverEndedUnits(options, scope)).toBe(0)
    expect(
      await db
        .selectFrom('history_entries')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst(),
    ).toEqual(written)
    expect(await comparePetitionCounts(db, scope)).toEqual([])
    expect((await checkFigures(db, scope, new Date())).differences).toBe(0)
  })

  test('its officers may do at every status what they might before; a colleague of another unit may not', async () => {
    expect(await allActs('nam')).toEqual(before.nam)
    expect(await allActs('dung')).toEqual(before.dung)
    expect(await allActs('lam')).toEqual(before.lam)
    expect(await allActs('mai')).toEqual(before.mai)
    for (const [state, lawful] of Object.entries(lawfulStates))
      if (isOnDesk(lawful)) expect([403, 404]).toContain((before.mai as Record<string, unknown>)[state])
  })

  test('the history and both sides say where it went and by which decision', async () => {
    const petition = made.get('assigned')!
    const last = (await listHistory(db, scope, matterOf(petition), ['public'])).at(-1)
    expect(last).toMatchObject({ type: 'petition.carriedOver', facts: { unitId: heir, previousUnitId: oldUnit, decision: '12/QĐ-UBND' } })
    const page = await browsers.get('nam')!.get(`/lam-viec/don/${petition.code}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('12/QĐ-UBND')
    expect(page.body).toContain('Phòng Hạ tầng và Đô thị')
  })

  test('a list asked for by the old unit still finds its cases, now under the successor', async () => {
    const published = await cases.act('hoa', made.get('assigned')!, 'clearForPublication', {})
    const answered = made.get('answered')!
    const found = (await listRegister(db, scope, { unit: oldUnit }, null, 100)).items
    expect(found.find(({ id }) => id === published.id)).toMatchObject({ unitId: heir })
    const page = await app.inject({ url: `/don?unit=${oldUnit}` })
    expect(page.body).toContain(published.code)
    expect(page.body).toMatch(/<option[^>]*selected[^>]*>[^<]+ \(nay là P\. Hạ tầng\)/)
    const desk = { unitId: null, officerId: cases.people.get('lam')!.personId, mine: 'sign' } as const
    const days = { today, soon: today }
    const inbox = (await listInbox(db, scope, desk, { view: 'all', unit: oldUnit }, days, null, 100)).items.map(({ id }) => id)
    expect(inbox).toEqual(expect.arrayContaining([published.id, answered.id]))
    expect(inbox).not.toContain(made.get('just received')!.id)
    // A number of the statistics leads to what that unit counts, no more.
    const counted = (await listInbox(db, scope, desk, { view: 'all', unit: oldUnit, open: 'yes' }, days, null, 100)).items
    expect(counted).toEqual([])
  })

  test('an answered case stays with the old unit and in its figures, and is on the list of the heir; reopened, it is work of the heir', async () => {
    const petition = made.get('feedback, answered')!
    expect(await unitOf(petition.id)).toBe(oldUnit)
    const inbox = await browsers.get('nam')!.get('/api/v1/office/petitions?view=all&limit=100')
    expect(inbox.json().items.map(({ code }: { code: string }) => code)).toContain(petition.code)
    const reopened = await cases.act('lam', petition, 'reopen', { reason: 'Nước vẫn đọng.' })
    expect(reopened).toMatchObject({ status: 'accepted', step: 'assigned', unitId: heir })
    const last = (await listHistory(db, scope, matterOf(petition), ['public'])).at(-1)
    expect(last).toMatchObject({ type: 'petition.reopened', facts: { unitId: heir, previousUnitId: oldUnit } })
    expect(await comparePetitionCounts(db, scope)).toEqual([])
    expect((await checkFigures(db, scope, new Date())).differences).toBe(0)
  })

  test('no case is given to a unit that has ended, and its end is not taken back', async () => {
    const fresh = await cases.aCase('new')
    await expect(cases.act('hoa', fresh, 'accept', { unit: oldUnit })).rejects.toMatchObject({
      problems: [{ field: 'unit', code: 'unknown_reference' }],
    })
    const back = await end(oldUnit, '', { validTo: '', endingDecision: '' })
    expect(back.statusCode).toBe(409)
    expect(back.body).toContain('đã chuyển sang đơn vị kế thừa')
  })

  test('a second unit joins, the heir itself goes over: everything is found at the last one, more than a batch at once', async () => {
    await db.transaction().execute((trx) =>
      trx
        .updateTable('units')
        .set({ valid_from: addDays(today, -9) })
        .where('id', '=', heir)
        .execute(),
    )
    const many = await Promise.all(Array.from({ length: 260 }, () => cases.aCase('new')))
    for (const petition of many) await cases.act('hoa', petition, 'accept', { unit: otherUnit, officer: 'mai' })
    expect((await end(otherUnit, heir)).statusCode).toBe(303)
    expect((await end(heir, heirOfHeir, { endingDecision: '20/QĐ-UBND' })).statusCode).toBe(303)
    expect(await carryOverEndedUnits(options, scope)).toBeGreaterThan(260)
    for (const petition of [...made.values()].filter(isInHand)) expect(await unitOf(petition.id)).toBe(heirOfHeir)
    for (const petition of many.slice(-3)) expect(await unitOf(petition.id)).toBe(heirOfHeir)
    expect(await actsOf('mai', made.get('assigned')!.code)).toEqual(await actsOf('nam', made.get('assigned')!.code))
    const found = (await listRegister(db, scope, { unit: oldUnit }, null, 100)).items.map(({ id }) => id)
    expect(found).toContain(made.get('assigned')!.id)
    expect(await comparePetitionCounts(db, scope)).toEqual([])
    expect((await checkFigures(db, scope, new Date())).differences).toBe(0)
  })
})
