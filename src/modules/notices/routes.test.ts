import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Connection } from '../../platform/database.ts'
import { createServer } from '../../platform/http/index.ts'
import { newId } from '../../shared/ids.ts'
import { sendPage } from '../../ui/page.tsx'
import {
  accountRoutes,
  accountsApiRoutes,
  accountsPlugin,
  accountsText,
  createAuth,
  createPerson,
  quickHashing,
  type Role,
  signInRoutes,
} from '../accounts/index.ts'
import { Browser, PASSWORD } from '../accounts/test-app.ts'
import { noticeRoutes, noticesText, queueNotice } from './index.ts'
import { type NoticeState, noticeStates } from './notice.ts'

const OUTBOX = '/lam-viec/quan-tri/hop-thu'
const scope = { authorityId: 1 }
const petitionId = newId()
let connection: Connection
let app: FastifyInstance
/** The same without SMTP_URL. */
let quiet: FastifyInstance
let khanh: Browser

beforeAll(async () => {
  connection = await testDatabase()
  const { db } = connection
  await db
    .insertInto('authorities')
    .values({
      id: 1,
      slug: 'phuoc-long',
      name: 'UBND thị xã Phước Long',
      short_name: 'Phước Long',
      code_prefix: 'PL',
      tier: 'town',
      valid_from: '2009-08-11',
    })
    .execute()
  const auth = await createAuth({ db, secret: 'a key for tests, of more than thirty-two letters', publicUrl: null, hashing: quickHashing })
  const people: [string, Role][] = [
    ['khanh', 'administrator'],
    ['hoa', 'receptionOfficer'],
    ['phuc', 'auditor'],
    ['binh', 'resident'],
  ]
  for (const [username, role] of people)
    await db
      .transaction()
      .execute((trx) =>
        createPerson(trx, scope, auth, { username, name: username, password: PASSWORD, roles: [role], validFrom: '2017-01-01' }),
      )
  const serverOf = async (configured: boolean) => {
    const server = await createServer({
      appKey: Buffer.alloc(32, 1),
      publicUrl: null,
      trustedProxies: [],
      logger: false,
      errorText: {
        vi: { ...accountsText.vi.errors, ...noticesText.vi.errors },
        en: { ...accountsText.en.errors, ...noticesText.en.errors },
      },
      errorPage: async (request, reply, problem) =>
        sendPage(request, reply, { title: problem.title, status: problem.status }, problem.detail),
    })
    await server.register(accountsPlugin, { db, auth })
    server.decorateRequest('chrome')
    server.addHook('onRequest', async (request) => {
      const site = { authorityName: request.site.name, shortName: request.site.shortName, demo: false }
      const assets = { css: '/a.css', scripts: {}, fonts: [] }
      request.chrome = () => ({ lang: request.lang, path: request.pagePath, site, nav: [], assets })
    })
    for (const plugin of [signInRoutes, accountRoutes, accountsApiRoutes]) await server.register(plugin, { db, auth })
    const source = {
      kinds: { vi: { 'petition.received': 'Đã tiếp nhận' }, en: { 'petition.received': 'Received' } },
      matters: async () => new Map([[petitionId, { text: 'PL-2026-00128', href: '/lam-viec/don/PL-2026-00128' }]]),
    }
    await server.register(noticeRoutes, { db, configured, sources: { petition: source } })
    await server.ready()
    return server
  }
  app = await serverOf(true)
  quiet = await serverOf(false)
  khanh = await signedIn('khanh')
})
afterAll(() => Promise.all([app.close(), quiet.close()]))

async function signedIn(username: string, at = app): Promise<Browser> {
  const browser = new Browser(at)
  await browser.signIn(username)
  return browser
}

async function put(state: NoticeState): Promise<string> {
  const { db } = connection
  const id = await db.transaction().execute((trx) =>
    queueNotice(trx, scope, {
      matter: { type: 'petition', id: petitionId },
      kind: 'petition.received',
      key: newId(),
      lang: 'vi',
      to: 'binh.nguyen@vidu.vn',
      subject: 'Đã tiếp nhận đơn PL-2026-00128',
      body: 'Lời trong thư',
    }),
  )
  const set = {
    state,
    sent_at: state === 'sent' ? new Date() : null,
    last_error_code: state === 'failed' ? ('refused' as const) : null,
    digest_id: state === 'digested' ? id : null,
  }
  await db.updateTable('outbox').set(set).where('id', '=', id!).execute()
  return id!
}
const clear = () => connection.db.deleteFrom('outbox').execute()
const audits = () => connection.db.selectFrom('audit_entries').select(['action', 'facts', 'matter_id']).orderBy('id', 'desc').execute()

test.each(['hoa', 'phuc', 'binh'])('%s, who is no administrator, is refused the outbox and its button', async (username) => {
  const browser = await signedIn(username)
  expect((await browser.get(OUTBOX)).statusCode).toBe(403)
  const id = await put('failed')
  expect((await browser.fill('/tai-khoan/mat-khau', `${OUTBOX}/${id}/gui-lai`, {})).statusCode).toBe(403)
})

test('somebody who is not signed in is asked to', async () => {
  const response = await new Browser(app).get(OUTBOX)
  expect([response.statusCode, response.headers.location]).toEqual([303, `/dang-nhap?tiep=${encodeURIComponent(OUTBOX)}`])
})

describe('the page', () => {
  test('says so in both languages when there is no mail', async () => {
    await clear()
    expect((await khanh.get(OUTBOX)).body).toContain('Chưa có thư nào.')
    expect((await khanh.get(`/en${OUTBOX}`)).body).toContain('No mail yet.')
    expect((await khanh.get(`${OUTBOX}?state=failed`)).body).toContain('Không có thư nào ở trạng thái này.')
  })

  test('shows kind, masked address, case and state, never the words or the address, and writes down who looked', async () => {
    await clear()
    for (const state of noticeStates) await put(state)
    const { body } = await khanh.get(OUTBOX)
    for (const seen of ['Đã tiếp nhận', 'b***@vidu.vn', 'Không gửi được', 'Nơi nhận từ chối thư này', 'href="/lam-viec/don/PL-2026-00128"'])
      expect(body).toContain(seen)
    expect(body).not.toContain('binh.nguyen')
    expect(body).not.toContain('Lời trong thư')
    expect(body.match(/gui-lai/g)).toHaveLength(2)
    expect((await audits())[0]).toMatchObject({ action: 'notice.listed', facts: { state: null, rows: noticeStates.length } })
  })

  test('keeps the state in the address, and a wrong one shows all', async () => {
    await clear()
    await put('sent')
    expect((await khanh.get(`${OUTBOX}?state=sent`)).body).toContain('b***@vidu.vn')
    expect((await khanh.get(`${OUTBOX}?state=kept`)).body).not.toContain('b***@vidu.vn')
    expect((await khanh.get(`${OUTBOX}?state=x&after=&state=y`)).statusCode).toBeLessThan(500)
    expect((await khanh.get(`${OUTBOX}?after=khong-phai`)).statusCode).toBe(422)
  })

  test('goes on by key after fifty mails, in the same state', async () => {
    await clear()
    for (let n = 0; n < 51; n++) await put('kept')
    const { body } = await khanh.get(`${OUTBOX}?state=kept`)
    const next = /rel="next" href="([^"]+)"/.exec(body)![1]!.replaceAll('&amp;', '&')
    expect(next).toContain('state=kept')
    const second = await khanh.get(next)
    expect(second.body.match(/b\*\*\*@vidu\.vn/g)).toHaveLength(1)
    expect(second.body).not.toContain('rel="next"')
  })
})

describe('the button', () => {
  test('queues the mail again and says so; the audit names who asked', async () => {
    await clear()
    const id = await put('failed')
    const response = await khanh.fill('/tai-khoan/mat-khau', `${OUTBOX}/${id}/gui-lai`, {})
    expect([response.statusCode, response.headers.location]).toEqual([303, `${OUTBOX}?xong=1`])
    expect((await audits())[0]).toEqual({ action: 'notice.resent', matter_id: petitionId, facts: { noticeId: id, stateBefore: 'failed' } })
    expect((await khanh.get(`${OUTBOX}?xong=1`)).body).toContain('xếp hàng để gửi lại')
    expect((await khanh.fill('/tai-khoan/mat-khau', `${OUTBOX}/${id}/gui-lai`, {})).statusCode).toBe(409)
  })

  test('needs the token of the form, and a mail that exists', async () => {
    const id = await put('failed')
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await khanh.send('POST', `${OUTBOX}/${id}/gui-lai`, { payload: '', headers: form })).statusCode).toBe(403)
    expect((await khanh.fill('/tai-khoan/mat-khau', `${OUTBOX}/${newId()}/gui-lai`, {})).statusCode).toBe(404)
    expect((await khanh.fill('/tai-khoan/mat-khau', `${OUTBOX}/x/gui-lai`, {})).statusCode).toBe(404)
  })

  test('is not there without a mail server, and asking all the same is refused with what to set', async () => {
    await clear()
    const id = await put('kept')
    const browser = await signedIn('khanh', quiet)
    const { body } = await browser.get(OUTBOX)
    expect(body).toContain('Chưa có máy chủ thư')
    expect(body).not.toContain('gui-lai')
    const refused = await browser.fill('/tai-khoan/mat-khau', `${OUTBOX}/${id}/gui-lai`, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('SMTP_URL')
  })
})
