import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { anyAddress } from '../../../../tests/support/filing.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { everythingStored } from '../../../../tests/support/rows.ts'
import { personalDataSources } from '../../../personal-data-sources.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const { app, db, appKey, signIn } = await testApp({ now })
const scope = { authorityId: 1 }
const plan = await aProgrammeRow(db)
const [task, other] = await taskRows(db, plan, [{ status: 'done', title: 'Trồng cây dọc đường làng' }, { status: 'done' }])

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers, remoteAddress: anyAddress() })
const say = (payload: object, headers = {}) => post(`/api/v1/tasks/${task!.code}/verdicts`, payload, headers)
const look = async () => (await app.inject({ url: `/api/v1/tasks/${task!.code}/verdicts` })).json()

describe('words that stand with a verdict', () => {
  test('are erased on request, with the code and the secret that their writer was given; the figure stays', async () => {
    const { code, secret } = (await say({ said: 'not', words: 'Câu xin xóa về hàng cây.', name: 'Người xin xóa' })).json().words
    const editor = { cookie: await signIn('tuyet') }
    const { id } = await db.selectFrom('moderation_items').select('id').where('subject_type', '=', 'verdict').executeTakeFirstOrThrow()
    expect((await post(`/api/v1/office/moderation/${id}/acts/approve`, {}, editor)).statusCode).toBe(200)
    expect((await look()).items).toHaveLength(1)

    const wrong = {
      kind: 'erase',
      subjectCode: code,
      subjectSecret: 'AAAA-AAAA-AAAA-AAAA-AAAA',
      understood: 'true',
      clientToken: randomUUID(),
    }
    expect((await post('/api/v1/data-requests', wrong)).statusCode).toBeGreaterThanOrEqual(400)
    const asked = await post('/api/v1/data-requests', { ...wrong, subjectSecret: secret, clientToken: randomUUID() })
    expect(asked.statusCode, asked.body).toBe(201)
    const headers = { cookie: await signIn('hoa') }
    const act = (name: string, payload: object) => post(`/api/v1/data-requests/${asked.json().code}/acts/${name}`, payload, headers)
    expect((await act('acknowledge', {})).statusCode).toBe(200)
    const done = await act('fulfil', { subjectCode: code, sure: 'true' })
    expect(done.statusCode, done.body).toBe(200)

    expect(await look()).toMatchObject({ residents: { not: 1 }, items: [] })
    const tables = ['verdict_words', 'moderation_items', 'moderation_texts', 'history_words', 'history_entries']
    expect(await everythingStored(db, tables)).not.toMatch(/xin xóa/)
  })
})

describe('what is held about an account', () => {
  test('is on what it gave its verdict, never which; erased, nobody can tell any more, and the sum stays', async () => {
    const cookie = await signIn('binh')
    const { id } = await db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
    expect((await say({ said: 'partly' }, { cookie })).statusCode).toBe(201)
    const part = personalDataSources(appKey).dataRequestSources.ofAccount[1]!
    expect(await part.collect(db, scope, id)).toEqual({ verdicts: [{ about: 'Trồng cây dọc đường làng', round: 1 }] })
    expect(await part.collect(db, scope, other!.id)).toEqual({ verdicts: [] })
    await db.transaction().execute((trx) => part.erase(trx, scope, id, now()))
    expect(await part.collect(db, scope, id)).toEqual({ verdicts: [] })
    expect((await look()).residents).toEqual({ done: 0, partly: 1, not: 1 })
  })
})
