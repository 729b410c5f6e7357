import { beforeEach, describe, expect, test } from 'vitest'
import { choiceToken } from '../../src/modules/notices/choice.ts'
import { testBrowser } from '../../src/modules/petitions/citizen/test-browser.ts'
import { notifyFiler } from '../../src/modules/petitions/index.ts'
import { findByCode } from '../../src/modules/petitions/petition-repository.ts'
import { newId } from '../../src/shared/ids.ts'
import { testApp } from '../support/app.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { mailWorker, PUBLIC_URL } from '../support/mail-worker.ts'
import { type Received, startSmtp } from '../support/smtp.ts'

const scope = { authorityId: 1 }
const it = await testApp()
const hoa = await it.signIn('hoa')
const origin = { host: 'localhost:80', origin: 'http://localhost:80' }

beforeEach(async () => {
  await it.db.deleteFrom('outbox').execute()
})

async function file(email: string | null = 'binh@vidu.vn') {
  const payload = filing({ filer: { name: 'Trương Thị Bình', ...(email ? { email } : {}) } })
  const filed = await it.app.inject({ method: 'POST', url: '/api/v1/petitions', payload, remoteAddress: anyAddress() })
  await it.app.flushFilings()
  return filed.json<{ code: string; secret: string }>()
}
const doAct = async (code: string, act: string, input: object) => {
  const url = `/api/v1/petitions/${code}/acts/${act}`
  const done = await it.app.inject({ method: 'POST', url, payload: input, headers: { cookie: hoa, ...origin } })
  expect(done.statusCode, done.body).toBe(200)
}
const ask = (code: string) => doAct(code, 'askToComplete', { words: 'Xin gửi thêm ảnh chỗ hỏng.' })
const idOf = async (code: string) =>
  (await it.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
const tokenOf = async (code: string) => choiceToken(it.appKey, scope, { type: 'petition', id: await idOf(code) })
const states = async () =>
  (await it.db.selectFrom('outbox').select(['kind', 'state']).orderBy('id').execute()).map((row) => [row.kind, row.state])
const linkIn = (mail: Received) => /https:\/\/congdan\.example\.vn(\/(?:en\/)?thu\/[\w-]+)/.exec(mail.body.replaceAll('=\r\n', ''))![1]!
const oneClick = (url: string) =>
  it.app.inject({
    method: 'POST',
    url,
    payload: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('each mail', () => {
  test('carries the link in its words and in its headers, the same in every mail, naming nobody', async () => {
    const server = await startSmtp()
    const worker = await mailWorker(it, server.url)
    const { code } = await file()
    await ask(code)
    await worker.work()
    expect(server.received).toHaveLength(2)
    const [first, second] = server.received
    expect(linkIn(first!)).toBe(linkIn(second!))
    expect(first!.headers).toContain(`List-Unsubscribe: <${PUBLIC_URL}${linkIn(first!)}>`)
    expect(first!.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(linkIn(first!)).not.toContain(code)
  })
})

describe('the page behind the link', () => {
  test('changes nothing when it is looked at, however often', async () => {
    const { code } = await file()
    const url = `/thu/${await tokenOf(code)}`
    for (const method of ['GET', 'HEAD', 'GET'] as const) expect((await it.app.inject({ method, url })).statusCode).toBe(200)
    const { body, headers } = await it.app.inject({ url })
    expect(body).toContain(`hồ sơ ${code}`)
    expect(body.match(/<button[^>]*>\s*Ngừng nhận thư/g)).toHaveLength(1)
    expect(body).toContain('noindex')
    expect(headers['cache-control']).toContain('no-store')
    expect(await it.db.selectFrom('notice_choices').selectAll().execute()).toEqual([])
  })

  test('stops the mail with one press, without cookie or token, and has it again from the same page', async () => {
    const { code } = await file()
    const url = `/thu/${await tokenOf(code)}`
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...origin }
    const stopped = await it.app.inject({ method: 'POST', url, payload: 'choice=none', headers: form })
    expect([stopped.statusCode, stopped.headers.location]).toEqual([303, `${url}?xong=1`])
    const page = await it.app.inject({ url: `${url}?xong=1` })
    expect(page.body).toContain('Đã ngừng gửi thư')
    expect(page.body.match(/<button[^>]*>\s*Nhận thư trở lại/g)).toHaveLength(1)
    await it.app.inject({ method: 'POST', url, payload: 'choice=each', headers: form })
    expect((await it.app.inject({ url })).body).toContain('mỗi khi có việc mới, chúng tôi gửi một thư')
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'parts',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('takes what a mail program sends as %s, and answers without leading elsewhere', async (_as, type, payload) => {
    const { code } = await file()
    const url = `/thu/${await tokenOf(code)}`
    const answer = await it.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Đã ngừng gửi thư')
  })

  test('is unknown for every token that is not ours', async () => {
    const { code } = await file()
    const token = await tokenOf(code)
    const id = await idOf(code)
    const flipped = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`
    const wrong = [
      flipped,
      'x',
      token.slice(1),
      `${token}A`,
      'A'.repeat(48),
      choiceToken(Buffer.alloc(32, 8), scope, { type: 'petition', id }),
      choiceToken(it.appKey, { authorityId: 2 }, { type: 'petition', id }),
      choiceToken(it.appKey, scope, { type: 'person', id }),
      choiceToken(it.appKey, scope, { type: 'petition', id: newId() }).slice(0, 22) + token.slice(22),
    ]
    for (const one of wrong) {
      expect((await it.app.inject({ url: `/thu/${one}` })).statusCode, one).toBe(404)
      expect((await oneClick(`/thu/${one}`)).statusCode, one).toBe(404)
    }
    expect((await it.db.selectFrom('notice_choices').select('matter_id').where('matter_id', '=', id).execute()).length).toBe(0)
  })
})

describe('who stopped the mail', () => {
  test('gets none that was queued before, and its words and address are gone; decisions and safety are told all the same', async () => {
    const { code } = await file()
    await oneClick(`/thu/${await tokenOf(code)}`)
    await ask(code)
    await doAct(code, 'decline', { ground: 'inCourt', reason: 'Tòa án đang xét.' })
    const server = await startSmtp()
    await (await mailWorker(it, server.url)).work()
    expect(server.received).toHaveLength(1)
    expect(await states()).toEqual([
      ['petition.received', 'silenced'],
      ['petition.askedToComplete', 'silenced'],
      ['petition.declined', 'sent'],
    ])
    const silenced = await it.db.selectFrom('outbox').select(['body', 'to_address']).where('state', '=', 'silenced').execute()
    expect(silenced).toEqual(Array(2).fill({ body: null, to_address: null }))
  })

  test.each(['issueAnswer', 'inviteToDialogue', 'decline'] as const)('is told of %s all the same', async (act) => {
    const { code } = await file()
    await it.db.deleteFrom('outbox').execute()
    const petition = await findByCode(it.db, scope, code)
    await it.db.transaction().execute((trx) => notifyFiler(null)(trx, scope, petition!, act, new Date()))
    expect(await it.db.selectFrom('outbox').select('manner').execute()).toEqual([{ manner: 'always' }])
  })
})

describe('the choice on the own case', () => {
  const opened = async (email: string | null = 'binh@vidu.vn') => {
    const { code, secret } = await file(email)
    const browser = testBrowser(it.app)
    await browser.post('/tra-cuu', { code, secret })
    return { code, browser, url: `/tra-cuu/${code}` }
  }
  const checked = (html: string) => /value="(\w+)" checked/.exec(html.slice(html.indexOf('id="thu-bao"')))?.[1]

  test('stands as it was chosen, from either side, and says what is always told', async () => {
    const { code, browser, url } = await opened()
    const before = (await browser.get(url)).html
    expect(checked(before)).toBe('each')
    expect(before).toContain('mời đối thoại, không thụ lý, đã có trả lời, và mã bí mật vừa được cấp lại')
    const saved = await browser.post(`${url}/thu-bao`, { choice: 'daily' })
    expect([saved.status, saved.location]).toEqual([303, `${url}?xong=mailChosen`])
    const after = (await browser.get(saved.location!)).html
    expect(after).toContain('Đã lưu cách nhận thư báo.')
    expect(checked(after)).toBe('daily')
    await oneClick(`/thu/${await tokenOf(code)}`)
    expect(checked((await browser.get(url)).html)).toBe('none')
  })

  test.each([{}, { choice: 'weekly' }, { choice: 'none', extra: 'x' }])('refuses %j at its field', async (fields) => {
    const { browser, url } = await opened()
    const refused = await browser.post(`${url}/thu-bao`, fields)
    expect(refused.status).toBe(422)
    if (!('extra' in fields)) expect(refused.html).toMatch(/href="#mail-choice">[^<]*Cách nhận thư/)
    expect(checked(refused.html)).toBe('each')
  })

  test('is not there for who left no address, and closed to strangers', async () => {
    const { browser, url, code } = await opened(null)
    expect((await browser.get(url)).html).not.toContain('id="thu-bao"')
    const stranger = await testBrowser(it.app).post(`${url}/thu-bao`, { choice: 'none' })
    expect([stranger.status, stranger.location]).toEqual([303, `/tra-cuu?ma=${code}`])
    expect(
      await it.db
        .selectFrom('notice_choices')
        .select('choice')
        .where('matter_id', '=', await idOf(code))
        .execute(),
    ).toEqual([])
  })
})
