import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { photoWithPlace } from '../../../../tests/support/sample-files.ts'
import { addDays, civilDateOf } from '../../../shared/civil-date.ts'
import { createUnit } from '../../accounts/index.ts'
import { carryOverEndedUnits } from '../carry-over.ts'
import { testBrowser } from '../citizen/test-browser.ts'

const site = await testApp()
const { app, db } = site
const scope = { authorityId: 1 }
const cases = await officeCases(site)
const nam = cases.people.get('nam')!
const browsers = new Map<string, FormBrowser>()
const today = civilDateOf(new Date())

beforeAll(async () => {
  for (const name of ['nam', 'dung', 'khanh']) browsers.set(name, await formBrowser(site, name))
})

/** A case of which one officer wrote to the filer, noted something and added a photo. */
async function aCaseWithWords() {
  const petition = await cases.aCase('verifying')
  const browser = browsers.get('nam')!
  const page = `/lam-viec/don/${petition.code}`
  expect((await browser.post(`${page}/tin`, { words: 'Sáng mai chúng tôi đến.' })).statusCode).toBe(303)
  expect((await browser.post(`${page}/ghi-chu`, { words: 'Hỏi đội thoát nước.' })).statusCode).toBe(303)
  const sent = await browser.postFiles(`${page}/recordVerification`, { words: 'Đã đến xem lần nữa.', version: String(petition.version) }, [
    { name: 'hien-truong.jpg', content: await photoWithPlace() },
  ])
  expect(sent.statusCode).toBe(303)
  return petition
}

/** The filer's own page, opened with code and secret. */
async function seenByFiler({ code, secret }: { code: string; secret: string }): Promise<string> {
  const browser = testBrowser(app)
  expect((await browser.post('/tra-cuu', { code, secret })).status).toBe(303)
  return (await browser.get(`/tra-cuu/${code}`)).html
}

test('words and files stay with the case when the account is closed and the unit has gone over', async () => {
  const petition = await aCaseWithWords()
  const before = await browsers.get('dung')!.get(`/lam-viec/don/${petition.code}`)
  const names = [`${nam.name} (Cán bộ giải quyết) nhắn người gửi`, `${nam.name} (Cán bộ giải quyết)`]
  for (const name of names) expect(before.body).toContain(name)
  const files = await db.selectFrom('files').select(['id', 'visibility', 'matter_id']).where('matter_id', '=', petition.id).execute()
  expect(files).toHaveLength(1)

  const heir = await db.transaction().execute(async (trx) => {
    const id = await createUnit(trx, scope, { name: 'Phòng Hạ tầng', shortName: 'P. Hạ tầng', kind: 'agency', validFrom: today })
    await trx.updateTable('staff').set({ deactivated_at: new Date() }).where('person_id', '=', nam.personId).execute()
    await trx
      .updateTable('units')
      .set({ valid_to: addDays(today, -1), successor_id: id, ending_decision: '12/QĐ-UBND' })
      .where('id', '=', cases.unitId)
      .execute()
    return id
  })
  expect(await carryOverEndedUnits({ db, now: () => new Date(), dropPages: () => undefined }, scope)).toBeGreaterThan(0)
  expect((await db.selectFrom('petitions').select('unit_id').where('id', '=', petition.id).executeTakeFirstOrThrow()).unit_id).toBe(heir)

  const after = await browsers.get('dung')!.get(`/lam-viec/don/${petition.code}`)
  for (const words of [...names, 'Sáng mai chúng tôi đến.', 'Hỏi đội thoát nước.', 'hien-truong.jpg']) expect(after.body).toContain(words)
  expect((await browsers.get('dung')!.get(`/tep/${files[0]!.id}`)).statusCode).toBe(200)
  expect((await browsers.get('nam')!.get(`/lam-viec/don/${petition.code}`)).statusCode).not.toBe(200)
  const own = await seenByFiler(petition)
  expect(own).toContain('Sáng mai chúng tôi đến.')
  expect(own).not.toContain(nam.name)
  expect(own).not.toContain('Hỏi đội thoát nước.')
})

test('without the account at all the role still stands beside the words', async () => {
  const petition = await db.selectFrom('petitions').select('code').orderBy('received_at', 'desc').executeTakeFirstOrThrow()
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('auth_sessions').where('user_id', '=', nam.personId).execute()
    await trx.deleteFrom('auth_accounts').where('user_id', '=', nam.personId).execute()
    await trx.deleteFrom('staff').where('person_id', '=', nam.personId).execute()
    await trx.deleteFrom('sign_ins').where('person_id', '=', nam.personId).execute()
    await trx.deleteFrom('auth_users').where('id', '=', nam.personId).execute()
  })
  const { body, statusCode } = await browsers.get('dung')!.get(`/lam-viec/don/${petition.code}`)
  expect(statusCode).toBe(200)
  expect(body).not.toContain(nam.name)
  for (const words of ['Cán bộ giải quyết nhắn người gửi', 'Sáng mai chúng tôi đến.', 'hien-truong.jpg']) expect(body).toContain(words)
})
