import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { caseSteps, officeCases } from '../../../../tests/support/office-cases.ts'
import { photoWithPlace } from '../../../../tests/support/sample-files.ts'
import { comparePetitionCounts } from '../compare-counts.ts'
import type { Petition } from '../petition.ts'
import type { PetitionOptions } from '../service.ts'
import { BULK } from './bulk-act.ts'
import { addBulk, findBulk, listBulkCases } from './bulk-repository.ts'
import { runBulk } from './run-bulk.ts'

const site = await testApp()
const { db } = site
const cases = await officeCases(site)
const scope = { authorityId: 1 }
const everybody = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const browsers = new Map<string, FormBrowser>()
const as = (name: string) => browsers.get(name)!
const person = (name: string) => cases.people.get(name)!

beforeAll(async () => {
  for (const name of everybody) browsers.set(name, await formBrowser(site, name))
})

const preview = (who: string, act: string, chosen: readonly { code: string }[]) =>
  as(who).get(`${BULK}?${new URLSearchParams([['viec', act], ...chosen.map(({ code }) => ['don', code])])}`)

/** The preview's form, pressed as a browser without scripts would. */
async function press(who: string, act: string, chosen: readonly Petition[], more: Record<string, string> = {}, id: string = randomUUID()) {
  const list = chosen.map(({ code, version }) => ['don', `${code}:${version}`])
  const token = /name="_csrf" value="([^"]+)"/.exec((await as(who).get('/tai-khoan')).body)![1]!
  const fields = new URLSearchParams([['_csrf', token], ['id', id], ['viec', act], ...list, ...Object.entries(more)])
  return as(who).postRaw(BULK, fields.toString())
}

const resultsOf = async (location: string | undefined) =>
  (await listBulkCases(db, scope, location!.split('/').at(-1)!)).map(({ code, result }) => [code, result])
const rowOf = ({ id }: Petition) => db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const kept = async () => ({ ...(await rowsWritten(db)), bulk: (await db.selectFrom('bulk_acts').select('id').execute()).length })

describe('the list', () => {
  test('has a box for each case and the acts of the role, and no script is needed', async () => {
    const petition = await cases.aCase('assigned')
    const offered = async (who: string) =>
      [...(await as(who).get('/lam-viec?view=all')).body.matchAll(/name="viec" value="(\w+)"/g)].map(([, act]) => act)
    expect((await as('hoa').get('/lam-viec?view=all')).body).toContain(`name="don" value="${petition.code}"`)
    expect(await offered('hoa')).toEqual(['assign', 'clear', 'remind', 'export'])
    expect(await offered('dung')).toEqual(['assign', 'remind', 'export'])
    expect(await offered('phuc')).toEqual(['export'])
  })

  const may: Record<string, readonly string[]> = {
    hoa: ['assign', 'clear', 'remind', 'export'],
    nam: ['export'],
    mai: ['export'],
    dung: ['assign', 'remind', 'export'],
    lam: ['assign', 'remind', 'export'],
    phuc: ['export'],
  }
  test.each(everybody)('%s opens and presses what the role may, and nothing is written else', async (who) => {
    const petition = await cases.aCase('unassigned')
    for (const act of ['assign', 'clear', 'remind', 'export']) {
      const allowed = (may[who] ?? []).includes(act)
      expect([act, (await preview(who, act, [petition])).statusCode]).toEqual([act, allowed ? 200 : 403])
      if (allowed) continue
      const before = await kept()
      expect([act, (await press(who, act, [petition], { unit: cases.unitId })).statusCode]).toEqual([act, 403])
      expect(await kept()).toEqual(before)
    }
  })

  test('a visitor is asked to sign in', async () => {
    expect((await site.app.inject({ url: `${BULK}?viec=export&don=PL-2026-00001` })).statusCode).toBe(303)
  })
})

describe('many cases are assigned', () => {
  test('each by itself; what is at another step, not theirs or changed since is refused and stays as it was', async () => {
    const free = await cases.aCase('unassigned')
    const other = await cases.aCase('unassigned')
    const fresh = await cases.aCase('new')
    const seen = await cases.aCase('unassigned')
    const moved = await cases.act('hoa', seen, 'assign', { unit: cases.unitId })
    const shown = await preview('hoa', 'assign', [free, other, fresh, { code: 'PL-2026-99999' }])
    expect(shown.body).toContain('Sẽ làm: 2 hồ sơ')
    expect(shown.body).toContain('Không làm được: 2 hồ sơ')
    expect(shown.body).toContain('Hồ sơ không ở bước làm được việc này')
    // What cannot be done goes along, so that the report names it.
    expect(shown.body).toContain(`value="${fresh.code}:${fresh.version}"`)
    expect(shown.body).toContain('value="PL-2026-99999:0"')
    const untouched = [await rowOf(fresh), await rowOf(moved)]

    const response = await press('hoa', 'assign', [free, fresh, other, seen], { unit: cases.unitId, officer: person('nam').personId })
    expect(response.statusCode).toBe(303)
    expect(await resultsOf(response.headers.location)).toEqual([
      [free.code, 'done'],
      [fresh.code, 'wrong_status'],
      [other.code, 'done'],
      [seen.code, 'matter_changed'],
    ])
    for (const petition of [free, other])
      expect(await rowOf(petition)).toMatchObject({
        unit_id: cases.unitId,
        officer_id: person('nam').personId,
        version: petition.version + 1,
      })
    expect([await rowOf(fresh), await rowOf(moved)]).toEqual(untouched)
    const report = await as('hoa').get(response.headers.location!)
    expect(report.body).toContain('Đã làm: 2 hồ sơ')
    expect(report.body).toContain('Bị từ chối: 2 hồ sơ')
    expect(report.body).toContain('Có người vừa cập nhật hồ sơ này.')
    expect(await comparePetitionCounts(db, scope)).toEqual([])
  })

  test('the same press sent twice is one, and only who pressed reads its report', async () => {
    const petition = await cases.aCase('unassigned')
    const id = randomUUID()
    const first = await press('hoa', 'assign', [petition], { unit: cases.unitId }, id)
    const after = await kept()
    const second = await press('hoa', 'assign', [petition], { unit: cases.unitId }, id)
    expect(second.headers.location).toBe(first.headers.location)
    expect(await kept()).toEqual(after)
    expect((await as('lam').get(first.headers.location!)).statusCode).toBe(404)
    expect((await press('lam', 'assign', [petition], { unit: cases.unitId }, id)).statusCode).toBe(404)
  })

  test.each([
    ['no unit', { unit: '' }, 'Đơn vị'],
    ['an unknown unit', { unit: randomUUID() }, 'Đơn vị'],
    ['an officer of another unit', { unit: () => cases.unitId, officer: () => person('mai').personId }, 'Cán bộ phụ trách'],
  ])('%s is refused before the first case', async (_name, fields, label) => {
    const petition = await cases.aCase('unassigned')
    const before = await kept()
    const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'function' ? value() : value]))
    const response = await press('hoa', 'assign', [petition], filled)
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(`${label}`)
    expect(response.body).toContain(`value="${petition.code}:${petition.version}"`)
    expect(await kept()).toEqual(before)
  })

  test('a head assigns the cases of the own unit, within it', async () => {
    const own = await cases.aCase('assigned')
    const free = await cases.aCase('unassigned')
    const response = await press('dung', 'assign', [own, free], { unit: cases.unitId, officer: person('nam').personId })
    expect(await resultsOf(response.headers.location)).toEqual([
      [own.code, 'done'],
      [free.code, 'not_found'],
    ])
    expect((await press('dung', 'assign', [own], { unit: person('mai').unitId! })).statusCode).toBe(422)
  })

  test('one that was broken off is taken up, and no case is done twice', async () => {
    const petitions = [await cases.aCase('unassigned'), await cases.aCase('unassigned'), await cases.aCase('unassigned')]
    const actor = person('hoa')
    const bulk = {
      id: randomUUID(),
      act: 'assign' as const,
      unit: cases.unitId,
      officer: null,
      startedBy: actor.personId,
      startedAt: new Date(),
    }
    await db.transaction().execute((trx) => addBulk(trx, scope, bulk, petitions))
    const authority = { id: 1, slug: '', name: '', shortName: '', codePrefix: 'PL', tier: '', remote: false, demo: true }
    const options: PetitionOptions = {
      db,
      appKey: site.appKey,
      now: () => new Date(),
      dropPages: () => undefined,
      hamletExists: async () => false,
    }
    let notices = 0
    const failing: PetitionOptions = {
      ...options,
      afterAct: async () => {
        notices += 1
        if (notices === 2) throw new Error('the line is cut')
      },
    }
    await expect(runBulk(failing, { scope, site: authority, actor }, bulk)).rejects.toThrow('the line is cut')
    const results = async () => (await listBulkCases(db, scope, bulk.id)).map(({ result }) => result)
    expect(await results()).toEqual(['done', null, null])
    expect((await rowOf(petitions[1]!)).version).toBe(petitions[1]!.version)
    expect((await as('hoa').get(`${BULK}/${bulk.id}`)).body).toContain('Làm tiếp phần còn lại')
    expect((await as('hoa').post(`${BULK}/${bulk.id}`, {})).statusCode).toBe(303)
    expect(await results()).toEqual(['done', 'done', 'done'])
    for (const petition of petitions) expect((await rowOf(petition)).version).toBe(petition.version + 1)
    expect(await findBulk(db, { authorityId: 2 }, bulk.id, actor.personId)).toBeUndefined()
  })
})

describe('many cases are published', () => {
  test('but none with personal data, none against the filer, and none that is public already', async () => {
    const clean = await cases.aCase('new', { filer: { name: 'Đỗ Văn Kha', phone: null, email: null, address: null, identityNumber: null } })
    const phone = await cases.aCase('new', { body: 'Gọi tôi số 0912 345 678 khi đến.' })
    const named = await cases.aCase('new', { body: 'Nhà bà Trương Thị Bình bị ngập.' })
    const closed = await cases.aCase('new', { publish: false })
    const open = await cases.act('hoa', await cases.aCase('new'), 'clearForPublication', {})
    const response = await press('hoa', 'clear', [clean, phone, named, closed, open])
    expect(await resultsOf(response.headers.location)).toEqual([
      [clean.code, 'done'],
      [phone.code, 'read_singly'],
      [named.code, 'read_singly'],
      [closed.code, 'filer_did_not_agree'],
      [open.code, 'already_public'],
    ])
    const cleared = async (petition: Petition) => (await rowOf(petition)).cleared_at !== null
    expect([await cleared(clean), await cleared(phone), await cleared(named), await cleared(closed)]).toEqual([true, false, false, false])
    expect((await as('hoa').get(response.headers.location!)).body).toContain('giống dữ liệu cá nhân')
  })
})

test('a photo that would be public keeps its case for the single reading', async () => {
  const petition = await cases.aCase('assigned')
  const fields = { words: 'Đã đến xem cống.', public: 'true', version: String(petition.version) }
  const sent = await as('nam').postFiles(`/lam-viec/don/${petition.code}/recordVerification`, fields, [
    { name: 'cong.jpg', content: await photoWithPlace() },
  ])
  expect(sent.statusCode).toBe(303)
  expect((await preview('hoa', 'clear', [petition])).body).toContain('Có ảnh hoặc tệp sẽ được công khai')
})

describe('many cases are exported', () => {
  test.each(caseSteps)('%s: as the list shows it, without the filer, audited', async (step) => {
    const petition = await cases.aCase(step, { subject: '=HYPERLINK("x")' })
    const response = await press('phuc', 'export', [petition])
    const csv = await as('phuc').get(`${response.headers.location}/csv`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain(petition.code)
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv.body).not.toContain('Trương Thị Bình')
    expect(csv.body).not.toContain('0900 000 001')
    const audited = await db
      .selectFrom('audit_entries')
      .select(['action', 'actor_id', 'facts'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(audited).toMatchObject({ action: 'cases.exported', actor_id: person('phuc').personId, facts: { cases: 1 } })
  })

  test('an officer gets the cases of the own unit only, and nobody another person’s file', async () => {
    const petition = await cases.aCase('assigned')
    const response = await press('mai', 'export', [petition])
    expect(await resultsOf(response.headers.location)).toEqual([[petition.code, 'not_found']])
    expect((await as('mai').get(`${response.headers.location}/csv`)).body).not.toContain(petition.code)
    expect((await as('nam').get(`${response.headers.location}/csv`)).statusCode).toBe(404)
  })
})

describe('a choice that cannot be', () => {
  const many = Array.from({ length: 201 }, (_, i) => ({ code: `PL-2026-${10_000 + i}` }))
  test.each<[string, readonly { code: string }[], string]>([
    ['nothing', [], 'Hồ sơ'],
    ['too many', many, 'nhiều nhất 200'],
    ['no code', [{ code: '<script>' }], 'Hồ sơ'],
  ])('%s is answered with the field', async (_name, chosen, words) => {
    const response = await preview('hoa', 'export', chosen)
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(words)
  })

  test('two hundred at once are taken', async () => {
    expect((await preview('hoa', 'export', many.slice(0, 200))).statusCode).toBe(200)
  })
})
