import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { formBrowser } from '../../../../tests/support/office-browser.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { findSimilar } from './find-similar.ts'

const testing = await testApp()
const { app, db } = testing
const cases = await officeCases(testing)
const scope = { authorityId: 1 }
const named = (subject: string, step: 'new' | 'answered' = 'new', change = {}) =>
  cases.aCase(step, { kind: 'feedback', subject, ...change })
const ask = async (q: string) => (await app.inject({ url: `/api/v1/petitions/similar?q=${encodeURIComponent(q)}` })).json()

let street: Awaited<ReturnType<typeof named>>
let hidden: Awaited<ReturnType<typeof named>>

beforeAll(async () => {
  street = await named('Đường Lý Thái Tổ ngập sau mỗi trận mưa')
  hidden = await named('Đường Lý Thái Tổ ngập tới nhà ông Tám')
  await cases.act('hoa', street, 'clearForPublication', {})
  for (const subject of ['Chó thả rông trước nhà trẻ', 'Rác ùn ứ sau chợ', 'Đèn hẻm 15 tắt nửa tháng'])
    await cases.act('hoa', await named(subject), 'clearForPublication', {})
})

describe('beside the form', () => {
  test('public cases that sound like it are shown, without tones too; what is not public never', async () => {
    for (const q of ['Đường Lý Thái Tổ bị ngập nước', 'duong ly thai to ngap']) {
      const { items } = await ask(q)
      expect(items.map(({ code }: { code: string }) => code)).toEqual([street.code])
      expect(items[0]).toMatchObject({ href: `/don/${street.code}`, statusText: 'Đã tiếp nhận' })
    }
    expect(JSON.stringify(await ask(hidden.subject))).not.toContain('Tám')
  })

  test('nothing sounds like nothing, and a stranger like nobody', async () => {
    for (const q of ['', 'ơi', 'xin cho tôi', 'Cầu treo hỏng lan can']) expect((await ask(q)).items).toEqual([])
  })

  test.each([
    ['x'.repeat(201), 'too_long'],
    ['a\u0000b', 'unstorable'],
  ])('%j is refused with %s', async (q, code) => {
    const answer = await app.inject({ url: '/api/v1/petitions/similar', query: { q } })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0]).toMatchObject({ field: 'q', code })
  })

  test('a word of the query language is a word', async () => {
    for (const q of ["đường & | ! ( ) : * ' lý thái tổ ngập", 'a:*|b<->c ngập đường'])
      expect(Array.isArray((await ask(q)).items)).toBe(true)
  })

  test('an older case is found by a rare word, behind a thousand newer ones', async () => {
    const old = await named('Tượng đài tiểu đoàn nứt chân')
    await cases.act('hoa', old, 'clearForPublication', {})
    await db
      .updateTable('petitions')
      .set({ received_at: new Date('2020-01-01T00:00:00Z') })
      .where('id', '=', old.id)
      .execute()
    const many = Array.from({ length: 850 }, (_, n) => n)
    await Promise.all(many.map((n) => named(`Loa kéo quá khuya ở khu phố ${n}`)))
    await db.updateTable('petitions').set({ cleared_at: new Date() }).where('subject', 'like', 'Loa kéo%').execute()
    const found = await findSimilar(db, scope, { subject: 'chân tượng đài tiểu đoàn bị nứt', among: 'public', most: 5 })
    expect(found.map(({ code }) => code)).toEqual([old.code])
  })
})

describe('beside the answer box', () => {
  test('earlier answers to cases like it stand there, and a contradiction is named', async () => {
    const done = await named('Nắp cống vỡ đường Trần Phú', 'answered')
    const other = await named('Nắp cống bị vỡ trên đường Trần Phú', 'answered')
    await db.updateTable('petitions').set({ outcome: 'cannot' }).where('id', '=', other.id).execute()
    const open = await cases.aCase('verifying', { kind: 'feedback', subject: 'Vỡ nắp cống đường Trần Phú' })
    const page = (await (await formBrowser(testing, 'nam')).get(`/lam-viec/don/${open.code}`)).body
    for (const said of [done.code, other.code, 'Đã nạo vét xong cống.', 'Đã giải quyết xong / Chưa thể giải quyết'])
      expect(page).toContain(said)
    const elsewhere = await cases.aCase('answered', { kind: 'feedback', subject: 'Nắp cống vỡ trên đường Trần Phú, cạnh nhà ông Sáu' })
    await db
      .updateTable('petitions')
      .set({ unit_id: cases.people.get('mai')!.unitId })
      .where('id', '=', elsewhere.id)
      .execute()
    const seen = async () => (await (await formBrowser(testing, 'nam')).get(`/lam-viec/don/${open.code}`)).body
    expect(await seen(), 'of another unit and not public').not.toContain(elsewhere.code)
    await db
      .updateTable('petitions')
      .set({ cleared_at: new Date(), public_subject: 'Nắp cống vỡ trên đường Trần Phú, cạnh nhà […]' })
      .where('id', '=', elsewhere.id)
      .execute()
    expect(await seen()).toContain(elsewhere.code)
    expect(await seen()).not.toContain('ông Sáu')
    const reception = (await (await formBrowser(testing, 'hoa')).get(`/lam-viec/don/${open.code}`)).body
    expect(reception).not.toContain('Trả lời trước đây')
  })
})
