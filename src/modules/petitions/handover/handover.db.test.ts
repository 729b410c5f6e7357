import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { type CaseStep, officeCases } from '../../../../tests/support/office-cases.ts'
import { listHistory } from '../../history/index.ts'
import { comparePetitionCounts } from '../compare-counts.ts'
import { matterOf } from '../petition.ts'
import { handOver, heldBy } from './hand-over.ts'
import { HANDOVER } from './paths.ts'

const site = await testApp()
const { db } = site
const cases = await officeCases(site)
const scope = { authorityId: 1 }
const person = (name: string) => cases.people.get(name)!
const browsers = new Map<string, FormBrowser>()
const everybody = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const options = { db, now: () => new Date(), dropPages: () => undefined }
const officerOf = async (id: string) =>
  (await db.selectFrom('petitions').select('officer_id').where('id', '=', id).executeTakeFirstOrThrow()).officer_id

beforeAll(async () => {
  for (const name of everybody) browsers.set(name, await formBrowser(site, name))
})

const inHand: CaseStep[] = ['assigned', 'verifying', 'drafted', 'suspended', 'invited', 'promised']
const ended: CaseStep[] = ['answered', 'declined', 'transferred']

describe('handing over', () => {
  test('moves what is in hand at every step, leaves what has ended, and keeps clocks, history and counts right', async () => {
    const open = await Promise.all(inHand.map((step) => cases.aCase(step, { kind: step === 'promised' ? 'feedback' : 'complaint' })))
    const over = await Promise.all(ended.map((step) => cases.aCase(step)))
    const clocksBefore = await db.selectFrom('clocks').select(['id', 'due_on', 'state']).orderBy('id').execute()
    const held = await heldBy(db, scope, person('nam').personId, null)
    const moved = await handOver(options, scope, { from: 'nam', to: 'dung', actor: person('khanh'), unitId: null, role: 'administrator' })
    expect(moved).toBe(held.total)
    for (const { id } of open) expect(await officerOf(id)).toBe(person('dung').personId)
    for (const petition of over) expect(await officerOf(petition.id)).not.toBe(person('dung').personId)
    expect(await db.selectFrom('clocks').select(['id', 'due_on', 'state']).orderBy('id').execute()).toEqual(clocksBefore)
    const last = (await listHistory(db, scope, matterOf(open[0]!), ['internal'])).at(-1)
    expect(last).toMatchObject({
      type: 'petition.handedOver',
      facts: { fromOfficerId: person('nam').personId, toOfficerId: person('dung').personId },
    })
    expect((await heldBy(db, scope, person('nam').personId, null)).total).toBe(0)
    expect(await comparePetitionCounts(db, scope)).toEqual([])
    expect(await handOver(options, scope, { from: 'nam', to: 'dung', actor: person('khanh'), unitId: null, role: 'administrator' })).toBe(0)
  })

  test('more than a batch goes in one act; back to the desk, nobody has them', async () => {
    const one = await cases.aCase('assigned')
    await db
      .updateTable('petitions')
      .set({ officer_id: person('nam').personId, unit_id: cases.unitId, status: 'accepted', step: 'assigned' })
      .where('id', '=', one.id)
      .execute()
    const many = await Promise.all(Array.from({ length: 260 }, () => cases.aCase('assigned')))
    const browser = browsers.get('dung')!
    const done = await browser.post(HANDOVER, { from: person('nam').personId, to: '' })
    expect(done.headers.location).toBe(`${HANDOVER}?xong=261`)
    for (const { id } of [one, ...many.slice(-3)]) expect(await officerOf(id)).toBeNull()
    expect(await comparePetitionCounts(db, scope)).toEqual([])
  })
})

describe('who may', () => {
  test.each(everybody)('%s', async (name) => {
    const may = ['khanh', 'lam', 'dung'].includes(name)
    const browser = browsers.get(name)!
    expect((await browser.get(HANDOVER)).statusCode).toBe(may ? 200 : 403)
    const before = await rowsWritten(db)
    expect((await browser.post(HANDOVER, { from: person('nam').personId, to: '' })).statusCode).toBe(may ? 303 : 403)
    if (!may) expect(await rowsWritten(db)).toEqual(before)
  })

  test('a head of unit reaches the own unit alone', async () => {
    await cases.aCase('assigned')
    const browser = browsers.get('dung')!
    expect((await browser.get(HANDOVER)).body).not.toContain(person('mai').name)
    const refused = await browser.post(HANDOVER, { from: person('mai').personId, to: '' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Người bàn giao: không tìm thấy mục đã chọn.')
  })

  test('the administrator sees numbers and no case', async () => {
    const petition = await cases.aCase('verifying')
    const { body } = await browsers.get('khanh')!.get(`${HANDOVER}?from=${person('nam').personId}`)
    expect(body).toMatch(/đang giữ \d+ hồ sơ/)
    expect(body).not.toContain(petition.code)
  })
})

describe('whoever still has cases in hand', () => {
  const page = () => `/lam-viec/quan-tri/nguoi-dung/${person('nam').personId}`

  test('is not closed before they are handed over', async () => {
    await cases.aCase('assigned')
    const admin = browsers.get('khanh')!
    expect((await admin.get(page())).body).toContain(`href="${HANDOVER}?from=${person('nam').personId}"`)
    const refused = await admin.post(`${page()}/ngung`, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Hãy bàn giao trước')
    await admin.post(HANDOVER, { from: 'nam', to: '' })
    expect((await admin.post(`${page()}/ngung`, {})).statusCode).toBe(303)
    expect((await admin.post(`${page()}/mo-lai`, {})).statusCode).toBe(303)
  })
})

describe('what is wrong is named, and nothing is written', () => {
  test.each([
    [{ from: '', to: '' }, 'Người bàn giao: chưa có nội dung.'],
    [{ from: 'khong-co', to: '' }, 'Người bàn giao: không tìm thấy'],
    [{ from: 'nam', to: 'mai' }, 'Người nhận: không tìm thấy'],
    [{ from: 'nam', to: 'hoa' }, 'Người nhận: không tìm thấy'],
    [{ from: 'nam', to: 'nam' }, 'Người nhận: vẫn như cũ.'],
    [{ from: 'nam', to: 'x'.repeat(201) }, 'Người nhận: dài quá 200 ký tự.'],
  ])('%j', async (typed, sentence) => {
    const before = await rowsWritten(db)
    const refused = await browsers.get('lam')!.post(HANDOVER, typed)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(sentence)
    expect(await rowsWritten(db)).toEqual(before)
  })
})
