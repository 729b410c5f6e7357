import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { listHistory } from '../../history/index.ts'
import { matterOf } from '../petition.ts'

let today = '2026-11-23'
const now = () => new Date(`${today}T10:00:00+07:00`)
const site = await testApp({ now })
const { db } = site
const cases = await officeCases(site, now)
const scope = { authorityId: 1 }
const dungId = cases.people.get('dung')!.personId
const PAGE = '/lam-viec/uy-quyen'
const days = { toPerson: dungId, fromOn: '2026-11-24', toOn: '2026-11-26', documentNumber: '12/GUQ-UBND' }
const lam = await formBrowser(site, 'lam')
const onDay = (day: string) => {
  today = day
}
const sign = async (petition: { code: string }, name = 'dung') =>
  (await (await formBrowser(site, name)).api(`/api/v1/petitions/${petition.code}/acts/issueAnswer`, {})).statusCode
const drafted = (kind: 'feedback' | 'complaint' = 'feedback') => cases.aCase('drafted', { kind })

describe('signing for the chairman', () => {
  test('on the days of the delegation alone; the history says under which', async () => {
    const [before, within, last, after] = [await drafted(), await drafted(), await drafted(), await drafted()]
    expect((await lam.post(PAGE, days)).headers.location).toBe(`${PAGE}?xong=1`)
    expect(await sign(before)).toBe(403)
    onDay('2026-11-24')
    expect(await sign(within)).toBe(200)
    const entry = (await listHistory(db, scope, matterOf(within), ['public'])).find(({ type }) => type === 'petition.answered')
    expect(entry).toMatchObject({ actorRole: 'deputySigner', actorId: dungId, facts: { delegationId: expect.any(String) } })
    onDay('2026-11-26')
    expect(await sign(last)).toBe(200)
    onDay('2026-11-27')
    expect(await sign(after)).toBe(403)
    onDay('2026-11-24')
  })

  test('never a complaint, unless the delegation says so; never the own draft; nobody else', async () => {
    expect(await sign(await drafted('complaint'))).toBe(403)
    const own = await cases.aCase('verifying', { kind: 'feedback' })
    await cases.act('dung', own, 'draftAnswer', { text: 'Đã xong.', outcome: 'solved' })
    expect(await sign(own)).toBe(409)
    expect(await sign(await drafted(), 'nam')).toBe(403)
    expect((await lam.post(PAGE, { ...days, complaints: 'true' })).statusCode).toBe(303)
    expect(await sign(await drafted('complaint'))).toBe(200)
  })

  test('the list of what waits shows what may be signed, of every unit', async () => {
    const elsewhere = await cases.aCase('drafted', { kind: 'feedback' })
    await db
      .updateTable('petitions')
      .set({ unit_id: cases.people.get('mai')!.unitId })
      .where('id', '=', elsewhere.id)
      .execute()
    const dung = await formBrowser(site, 'dung')
    expect((await dung.get('/lam-viec')).body).toContain('Hôm nay bạn được ủy quyền ký thay Chủ tịch.')
    expect((await dung.get('/lam-viec/ky-thay')).body).toContain(elsewhere.code)
    expect((await dung.get(`/lam-viec/don/${elsewhere.code}`)).body).toContain('Ký và ban hành')
    expect((await (await formBrowser(site, 'nam')).get('/lam-viec/ky-thay')).statusCode).toBe(403)
  })

  test('ended before its time, it is over at once', async () => {
    const rows = await db.selectFrom('signing_delegations').select('id').where('ended_on', 'is', null).execute()
    for (const { id } of rows) expect((await lam.post(`${PAGE}/${id}/ket-thuc`, {})).statusCode).toBe(303)
    expect(await sign(await drafted())).toBe(403)
    expect((await lam.post(`${PAGE}/${rows[0]!.id}/ket-thuc`, {})).statusCode).toBe(404)
    expect((await lam.post(`${PAGE}/khong-phai-ma/ket-thuc`, {})).statusCode).toBe(404)
  })
})

describe('what is wrong is named, and nothing is written', () => {
  test.each([
    [{ toPerson: '' }, 'Người ký thay: chưa có nội dung.'],
    [{ toPerson: 'khong-co' }, 'Người ký thay: không tìm thấy'],
    [{ fromOn: '' }, 'Từ ngày: chưa có nội dung.'],
    [{ toOn: '2026-02-30' }, 'Đến hết ngày: ngày không đúng.'],
    [{ toOn: '2026-11-23', fromOn: '2026-11-25' }, 'Đến hết ngày: phải sau lúc bắt đầu.'],
    [{ fromOn: '2026-11-01', toOn: '2026-11-02' }, 'Đến hết ngày: phải là một ngày sau hôm nay.'],
    [{ documentNumber: ' ' }, 'Số, ký hiệu văn bản: chưa có nội dung.'],
  ])('%j', async (wrong, sentence) => {
    const before = await rowsWritten(db)
    const refused = await lam.post(PAGE, { ...days, ...wrong })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(sentence)
    expect(await rowsWritten(db)).toEqual(before)
  })
})
