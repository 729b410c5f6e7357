import { beforeEach, expect, test } from 'vitest'
import { testBrowser } from '../../src/modules/petitions/citizen/test-browser.ts'
import { testApp } from '../support/app.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { mailWorker } from '../support/mail-worker.ts'
import { formBrowser } from '../support/office-browser.ts'
import { startSmtp } from '../support/smtp.ts'

const it = await testApp()
const hoa = await formBrowser(it, 'hoa')
const phuc = await formBrowser(it, 'phuc')

beforeEach(async () => {
  await it.db.deleteFrom('outbox').execute()
})

async function file(email: string | null = 'binh.nguyen@vidu.vn') {
  const payload = filing({ filer: { name: 'Trương Thị Bình', ...(email ? { email } : {}) } })
  const filed = await it.app.inject({ method: 'POST', url: '/api/v1/petitions', payload, remoteAddress: anyAddress() })
  await it.app.flushFilings()
  expect(filed.statusCode).toBe(201)
  return filed.json<{ code: string; secret: string }>()
}
/** The part of the officers' page that shows the mails. */
const shown = async (browser: typeof hoa, code: string) => {
  const { body, statusCode } = await browser.get(`/lam-viec/don/${code}`)
  expect(statusCode).toBe(200)
  return body.slice(body.indexOf('id="thu-bao"'), body.indexOf('id="ghi-chu"'))
}

test('with the mail server down people file and track; the officer sees it waiting; back up, the mail arrives once', async () => {
  const down = await startSmtp()
  await down.close()
  const worker = await mailWorker(it, down.url)
  const { code, secret } = await file()
  expect(await shown(hoa, code)).toContain('Chờ gửi')

  await worker.work()
  const opened = await testBrowser(it.app).post('/tra-cuu', { code, secret })
  expect([opened.status, opened.location]).toEqual([303, `/tra-cuu/${code}`])
  const waiting = await shown(hoa, code)
  for (const words of ['Đã tiếp nhận', 'Chờ gửi', 'Không kết nối được với máy chủ thư', 'đã thử 1 lần', 'b***@vidu.vn'])
    expect(waiting).toContain(words)

  const up = await startSmtp({ port: down.port })
  await worker.afterThePause()
  await worker.work()
  await worker.work()
  expect(up.received).toHaveLength(1)
  const sent = await shown(hoa, code)
  expect(sent).toMatch(/Đã gửi.*gửi lúc .*\d\d:\d\d/s)
  expect(sent).not.toContain('Chờ gửi')
})

test('a mail that was given up says after how many tries, and why', async () => {
  const server = await startSmtp({ onRcptTo: (_to, _session, done) => done(Object.assign(new Error('no'), { responseCode: 550 })) })
  const { code } = await file()
  await (await mailWorker(it, server.url)).work()
  const failed = await shown(hoa, code)
  for (const words of ['Không gửi được', 'Nơi nhận từ chối thư này', 'Đã thử 1 lần']) expect(failed).toContain(words)
})

test('the auditor sees what went out and never where to', async () => {
  const { code } = await file()
  const seen = await shown(phuc, code)
  expect(seen).toContain('Chờ gửi')
  expect(seen).not.toMatch(/vidu|Gửi tới/)
  expect((await phuc.get(`/lam-viec/don/${code}`)).body).not.toContain('binh.nguyen')
})

test('no mail is said too, and the filer’s own page shows none of this', async () => {
  const { code, secret } = await file(null)
  expect(await shown(hoa, code)).toContain('Chưa có thư nào về hồ sơ này.')
  const browser = testBrowser(it.app)
  await browser.post('/tra-cuu', { code, secret })
  expect((await browser.get(`/tra-cuu/${code}`)).html).not.toContain('Thư báo tự động')
})
