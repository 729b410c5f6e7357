import { beforeEach, expect, test } from 'vitest'
import { type NoticeChoice, setChoice } from '../../src/modules/notices/index.ts'
import { testApp } from '../support/app.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { mailWorker } from '../support/mail-worker.ts'
import { startSmtp } from '../support/smtp.ts'

const scope = { authorityId: 1 }
const it = await testApp()
const hoa = await it.signIn('hoa')

beforeEach(async () => {
  await it.db.deleteFrom('outbox').execute()
})

async function dailyCase() {
  const payload = filing({ filer: { name: 'Trương Thị Bình', email: 'binh@vidu.vn' } })
  const filed = await it.app.inject({ method: 'POST', url: '/api/v1/petitions', payload, remoteAddress: anyAddress() })
  await it.app.flushFilings()
  const { code } = filed.json<{ code: string }>()
  const { id } = await it.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  await choose(id, 'daily')
  return { code, id }
}
const choose = (id: string, choice: NoticeChoice) =>
  it.db.transaction().execute((trx) => setChoice(trx, scope, { type: 'petition', id }, choice, new Date()))
const ask = (code: string) =>
  it.app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${code}/acts/askToComplete`,
    payload: { words: 'Xin gửi thêm ảnh chỗ hỏng.' },
    headers: { cookie: hoa },
  })
/** All that waits was queued at this time of Monday 23 November. */
const queuedAt = (time: string) =>
  it.db
    .updateTable('outbox')
    .set({ queued_at: new Date(`2026-11-23T${time}:00+07:00`) })
    .where('state', '=', 'gathered')
    .execute()
const tuesdayAt = (time: string) => () => new Date(`2026-11-24T${time}:00+07:00`)
const states = async () => (await it.db.selectFrom('outbox').select('state').orderBy('id').execute()).map(({ state }) => state)

test('three events of a day come in one mail, told in order, once, with two workers', async () => {
  const server = await startSmtp()
  const { code } = await dailyCase()
  await ask(code)
  await ask(code)
  const one = await mailWorker(it, server.url, tuesdayAt('07:00'))
  const other = await mailWorker(it, server.url, tuesdayAt('07:00'))
  await one.work()
  expect(await states()).toEqual(['gathered', 'gathered', 'gathered'])
  await queuedAt('15:00')
  await Promise.all([one.run('gatherDigests'), other.run('gatherDigests')])
  await Promise.all([one.work(), other.work()])
  await one.run('gatherDigests')
  await one.work()
  expect(server.received).toHaveLength(1)
  const [mail] = server.received
  expect(mail!.body.match(/15:00/g)).toHaveLength(3)
  expect(mail!.body.indexOf('đã tiếp nhận đơn')).toBeLessThan(mail!.body.indexOf('đề nghị ông, bà bổ sung'))
  expect(mail!.body).toContain('Báo kết quả xử lý ban đầu')
  expect(mail!.headers.some((line) => line.startsWith('List-Unsubscribe:'))).toBe(true)
  expect(await states()).toEqual(['digested', 'digested', 'digested', 'sent'])
  const told = await it.db.selectFrom('outbox').select(['body', 'to_address']).where('state', '=', 'digested').execute()
  expect(told).toEqual(Array(3).fill({ body: null, to_address: null }))
})

test('before seven nothing goes out, and what happens after seven waits for the next morning', async () => {
  const server = await startSmtp()
  await dailyCase()
  const early = await mailWorker(it, server.url, tuesdayAt('06:59'))
  await early.work()
  await queuedAt('08:00')
  await early.run('gatherDigests')
  expect(await states()).toEqual(['gathered'])
  await (await mailWorker(it, server.url, tuesdayAt('07:00'))).run('gatherDigests')
  expect(await states()).toEqual(['digested', 'queued'])
})

test('what was gathered late for a day that had its mail is not lost: it comes the next day', async () => {
  const server = await startSmtp()
  const { code } = await dailyCase()
  const worker = await mailWorker(it, server.url, tuesdayAt('09:00'))
  await worker.work()
  await queuedAt('15:00')
  await worker.run('gatherDigests')
  await ask(code)
  await worker.work()
  await queuedAt('16:00')
  await worker.run('gatherDigests')
  await worker.work()
  expect(server.received).toHaveLength(1)
  expect(await states()).toEqual(['digested', 'sent', 'gathered'])
  const next = await mailWorker(it, server.url, () => new Date('2026-11-25T07:00:00+07:00'))
  await next.run('gatherDigests')
  await next.work()
  expect(server.received).toHaveLength(2)
})

test.each([
  ['none', 'a gathered mail', 0, ['silenced']],
  ['each', 'a gathered mail', 1, ['sent']],
  ['none', 'a digest in the queue', 0, ['digested', 'silenced']],
  ['each', 'a digest in the queue', 1, ['digested', 'sent']],
] as const)('choosing %s reaches %s', async (choice, what, mails, states_) => {
  const server = await startSmtp()
  const { id } = await dailyCase()
  const worker = await mailWorker(it, server.url, tuesdayAt('07:00'))
  await worker.work()
  await queuedAt('15:00')
  if (what === 'a digest in the queue') await worker.run('gatherDigests')
  await choose(id, choice)
  await worker.work()
  expect(server.received).toHaveLength(mails)
  expect(await states()).toEqual(states_)
})

test('a daily mail waits for a server that is down, and comes once', async () => {
  const down = await startSmtp()
  await down.close()
  await dailyCase()
  const worker = await mailWorker(it, down.url, tuesdayAt('07:00'))
  await worker.work()
  await queuedAt('15:00')
  await worker.run('gatherDigests')
  await worker.work()
  expect(await states()).toEqual(['digested', 'queued'])
  const up = await startSmtp({ port: down.port })
  await worker.afterThePause()
  await worker.work()
  await worker.work()
  expect(up.received).toHaveLength(1)
})
