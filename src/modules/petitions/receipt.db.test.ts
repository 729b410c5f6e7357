import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { officeCases } from '../../../tests/support/office-cases.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { checkReceipt } from '../../shared/tlog/check-receipt.ts'
import type { Receipt } from '../../shared/tlog/receipt.ts'
import { findLogKey, integrateAll, rotateKey, setUpLog } from '../log/index.ts'
import { petitionForms } from './public-forms.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const town = await testApp({ now })
const { app, db, signIn } = town
const { aCase, act } = await officeCases(town, now)
const scope = { authorityId: 1 }
const folder = mkdtempSync(join(tmpdir(), 'congdan-receipt-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const options = { db, folder, forms: petitionForms }
const integrate = () => integrateAll(options, scope)

beforeAll(async () => {
  await setUpLog(db, scope, { folder, origin: 'vidu.vn/log' })
})

const get = (code: string, headers: Record<string, string>, query = '') =>
  app.inject({ url: `/api/v1/petitions/${code}/receipt${query}`, headers })
const check = async (body: string) => checkReceipt(Buffer.from(body), { keys: [(await findLogKey(db, scope))!.vkey], witnesses: [] })

describe('the receipt of a case', () => {
  test('is on its way until the step stands in the log, then says what was filed and opens the filer’s words', async () => {
    const petition = await aCase('new')
    const secret = { 'x-petition-secret': petition.secret }
    const early = await get(petition.code, secret)
    expect([early.statusCode, early.headers['retry-after'], early.json()]).toEqual([202, '1', { status: 'integrating' }])
    await integrate()
    const answer = await get(petition.code, secret)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${petition.code}-1.phieu.json"`)
    const receipt = answer.json<Receipt>()
    expect(receipt.leaf).toMatchObject({ type: 'petition.received', facts: { code: petition.code, kind: 'complaint' } })
    expect(receipt.opened).toMatchObject([{ field: 'content', words: canonicalJson({ subject: petition.subject, body: petition.body }) }])
    expect(await check(answer.body)).toMatchObject({ ok: true })
    expect((await get(petition.code, secret)).body).toBe(answer.body)
    expect(await check(answer.body.replace('complaint', 'feedback'))).toMatchObject({ ok: false, part: 'leaf' })
  })

  test('of a later step tells that step, with the words that the filer may read', async () => {
    const petition = await aCase('answered')
    await integrate()
    const { seq } = await db
      .selectFrom('history_entries')
      .select('seq')
      .where('matter_id', '=', petition.id)
      .where('type', '=', 'petition.answered')
      .executeTakeFirstOrThrow()
    const answer = await get(petition.code, { 'x-petition-secret': petition.secret }, `?seq=${seq}`)
    expect(answer.json<Receipt>()).toMatchObject({
      leaf: { type: 'petition.answered', facts: { outcome: 'solved' } },
      opened: [{ field: 'text', words: 'Đã nạo vét xong cống.' }],
    })
    expect(await check(answer.body)).toMatchObject({ ok: true })
  })

  test('of a step that is none, or not for the public, is not found', async () => {
    const petition = await aCase('drafted')
    await integrate()
    const { seq } = await db
      .selectFrom('history_entries')
      .select('seq')
      .where('matter_id', '=', petition.id)
      .where('audience', '=', 'internal')
      .executeTakeFirstOrThrow()
    const secret = { 'x-petition-secret': petition.secret }
    expect((await get(petition.code, secret, `?seq=${seq}`)).statusCode).toBe(404)
    expect((await get(petition.code, secret, '?seq=99')).statusCode).toBe(404)
    expect((await get(petition.code, secret, '?seq=0')).statusCode).toBe(422)
    expect((await get(petition.code, secret, '?seq=1&x=1')).statusCode).toBe(422)
  })

  test('opens nothing that was erased or put right since', async () => {
    const petition = await aCase('new')
    await integrate()
    await db
      .updateTable('petitions')
      .set({ body: '', salt: Buffer.alloc(0) })
      .where('id', '=', petition.id)
      .execute()
    const answer = await get(petition.code, { 'x-petition-secret': petition.secret })
    expect(answer.json<Receipt>().opened).toEqual([])
    expect(await check(answer.body)).toMatchObject({ ok: true })
  })

  test('holds when the log’s key was changed since', async () => {
    const petition = await aCase('new')
    await integrate()
    const old = (await findLogKey(db, scope))!.vkey
    await rotateKey(options, scope)
    const answer = await get(petition.code, { 'x-petition-secret': petition.secret })
    expect(answer.json<Receipt>().key).toBe(old)
    expect(checkReceipt(Buffer.from(answer.body), { keys: [old], witnesses: [] })).toMatchObject({ ok: true })
  })
})

describe('who is given it', async () => {
  const hidden = await aCase('assigned')
  const shown = await aCase('assigned')
  await act('hoa', shown, 'clearForPublication', {})
  /** hidden case, public case; officers' copies open no words. */
  const table: [who: string, hidden: number, shown: number][] = [
    ['filer', 200, 200],
    ['wrongSecret', 404, 404],
    ['anonymous', 401, 401],
    ['hoa', 200, 200],
    ['nam', 200, 200],
    ['dung', 200, 200],
    ['mai', 404, 403],
    ['lam', 200, 200],
    ['phuc', 200, 200],
    ['tuyet', 404, 403],
    ['khanh', 404, 403],
    ['binh', 404, 403],
  ]
  beforeAll(() => integrate().then(() => undefined))

  test.each(table)('%s: %i of a hidden case, %i of a public one', async (who, ofHidden, ofShown) => {
    const before = await rowCounts(db)
    for (const [petition, expected] of [
      [hidden, ofHidden],
      [shown, ofShown],
    ] as const) {
      const headers: Record<string, string> =
        who === 'filer'
          ? { 'x-petition-secret': petition.secret }
          : who === 'wrongSecret'
            ? { 'x-petition-secret': '0000-0000-0000-0000-0000' }
            : who === 'anonymous'
              ? {}
              : { cookie: await signIn(who) }
      const answer = await get(petition.code, headers)
      expect(answer.statusCode, petition.code).toBe(expected)
      if (answer.statusCode === 200) expect(answer.json<Receipt>().opened).toHaveLength(who === 'filer' ? 1 : 0)
      else if (expected === 404) expect(answer.body).toBe((await get('PL-2026-99999', headers)).body)
    }
    const after = await rowCounts(db)
    expect(after['history_entries']).toBe(before['history_entries'])
  })
})
