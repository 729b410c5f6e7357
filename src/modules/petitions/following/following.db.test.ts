import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { anyAddress } from '../../../../tests/support/filing.ts'
import { type MailWorker, mailWorker, PUBLIC_URL } from '../../../../tests/support/mail-worker.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { type Received, startSmtp, type TestSmtp } from '../../../../tests/support/smtp.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { testBrowser } from '../citizen/test-browser.ts'
import type { Petition } from '../petition.ts'
import { compareFollowers } from './erase-followers.ts'
import { confirmationToken } from './follower.ts'
import { text } from './text.ts'

const it = await testApp()
const { app, db } = it
const cases = await officeCases(it)
const scope = { authorityId: 1 }
const DAY_MS = 86_400_000
const SECRET_WORDS = 'nhà bà Sáu số 14'

let smtp: TestSmtp
let worker: MailWorker

beforeEach(async () => {
  await db.deleteFrom('outbox').execute()
  smtp = await startSmtp()
  worker = await mailWorker(it, smtp.url)
})

type Step = Parameters<typeof cases.aCase>[0]
async function publicCase(step: Step = 'assigned', change: Parameters<typeof cases.aCase>[1] = {}) {
  const petition = await cases.aCase(step, { kind: 'feedback', subject: 'Đèn hẻm 15 tắt', ...change })
  await cases.act('hoa', petition, 'clearForPublication', {})
  return petition
}

/** An act through the whole server, so that all who must hear of it do. */
async function act(who: string, { code, secret }: Petition & { secret: string }, name: string, payload: object = {}) {
  const headers: Record<string, string> = who === 'filer' ? { 'x-petition-secret': secret } : { cookie: await it.signIn(who) }
  const answer = await app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/acts/${name}`, payload, headers })
  expect(answer.statusCode, answer.body).toBe(200)
}

let mailboxes = 0
const address = () => `lan${++mailboxes}@vidu.vn`
const post = (code: string, payload: object = {}, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/followers`, payload, headers, remoteAddress: anyAddress() })
const remove = (code: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'DELETE', url: `/api/v1/petitions/${code}/followers`, payload: {}, headers, remoteAddress: anyAddress() })
const page = (code: string) => app.inject({ url: `/don/${code}` })
const countOf = async (code: string) => (await app.inject({ url: `/api/v1/petitions/${code}` })).json().followers
const followers = (petition: Petition) => db.selectFrom('petition_followers').selectAll().where('petition_id', '=', petition.id).execute()
const linkIn = (mail: Received) => new RegExp(`${PUBLIC_URL}(/\\S*theo-doi/\\S+)`).exec(mail.body)![1]!
const stopLinkOf = (mail: Received) =>
  /<https:\/\/[^/]+([^>]+)>/.exec(mail.headers.find((line) => line.startsWith('List-Unsubscribe:'))!)![1]!
/** The mail program's own button (RFC 8058). */
const oneClick = (url: string) =>
  app.inject({
    method: 'POST',
    url,
    payload: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const mailsTo = (email: string) => smtp.received.filter(({ to }) => to.includes(email))

/** Asked, answered, counted. */
async function followed(petition: Petition, email = address()) {
  expect((await post(petition.code, { email })).statusCode).toBe(202)
  await worker.work()
  const link = linkIn(mailsTo(email).at(-1)!)
  expect((await app.inject({ method: 'POST', url: link })).statusCode).toBe(303)
  return { email, link, stop: stopLinkOf(mailsTo(email).at(-1)!) }
}

describe('an address is asked first', () => {
  test('one mail with one link; looking at it changes nothing, the button follows, and is counted once', async () => {
    const petition = await publicCase()
    const email = address()
    const browser = testBrowser(app)
    const asked = await browser.post(`/don/${petition.code}/theo-doi`, { email })
    expect(asked).toMatchObject({ status: 303, location: `/don/${petition.code}/theo-doi?xong=hoi` })
    expect((await browser.get(asked.location!)).html).toContain(text.vi.page.asked)
    await worker.work()
    const [mail, ...more] = mailsTo(email)
    expect(more).toEqual([])
    expect(mail!.body).toContain('Đèn hẻm 15 tắt')
    const shown = await browser.get(linkIn(mail!))
    expect(shown.status).toBe(200)
    expect(shown.html).toContain('60 ngày sau khi việc kết thúc')
    expect(await countOf(petition.code)).toBe(0)
    for (let press = 0; press < 3; press++) expect((await app.inject({ method: 'POST', url: linkIn(mail!) })).statusCode).toBe(303)
    expect(await countOf(petition.code)).toBe(1)
    expect((await page(petition.code)).body).toContain('1 người cũng gặp việc này')
    expect((await app.inject({ url: '/api/v1/petitions' })).json().items).toContainEqual(
      expect.objectContaining({ code: petition.code, followers: 1 }),
    )
    const consents = await db.selectFrom('consent_entries').selectAll().where('matter_type', '=', 'follower').execute()
    expect(consents.at(-1)).toMatchObject({
      purpose: 'notifications',
      given: true,
      by_role: 'follower',
      text_version: 'notifications-follow-1',
    })
    expect(await compareFollowers(db, scope)).toEqual([])
  })

  test('until then nothing else is sent, and after seven days the address is gone', async () => {
    const petition = await publicCase()
    const email = address()
    await post(petition.code, { email })
    await worker.work()
    await act('nam', petition, 'recordVerification', { words: 'Đã đến xem.', public: true })
    await worker.work()
    await worker.run('tellFollowers')
    await worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    const later = (days: number) => mailWorker(it, smtp.url, () => new Date(Date.now() + days * DAY_MS))
    await (await later(6)).run('eraseFollowers')
    expect(await followers(petition)).toHaveLength(1)
    const link = linkIn(mailsTo(email)[0]!)
    await (await later(8)).run('eraseFollowers')
    expect(await followers(petition)).toEqual([])
    expect(JSON.stringify(await db.selectFrom('outbox').selectAll().execute())).not.toContain(email)
    expect((await app.inject({ url: link })).statusCode).toBe(404)
    expect((await app.inject({ method: 'POST', url: link })).statusCode).toBe(404)
  })

  test('the same address twenty times at once is one follower and one mail', async () => {
    const petition = await publicCase()
    const email = address()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => post(petition.code, { email: n % 2 ? email : email.toUpperCase() })),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(202))
    await worker.work()
    expect(await followers(petition)).toHaveLength(1)
    expect(smtp.received).toHaveLength(1)
    const link = linkIn(smtp.received[0]!)
    await Promise.all(Array.from({ length: 10 }, () => app.inject({ method: 'POST', url: link })))
    expect(await countOf(petition.code)).toBe(1)
    expect(await compareFollowers(db, scope)).toEqual([])
  })

  test('who follows already is told the same, and gets no mail', async () => {
    const petition = await publicCase()
    const { email } = await followed(petition)
    const known = await post(petition.code, { email })
    const unknown = await post(petition.code, { email: address() })
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
    await worker.work()
    expect(mailsTo(email)).toHaveLength(1)
  })

  test('one mailbox is asked five times a day at most, whichever the cases', async () => {
    const email = address()
    for (let n = 0; n < 7; n++) expect((await post((await publicCase()).code, { email })).statusCode).toBe(202)
    await worker.work()
    expect(mailsTo(email)).toHaveLength(5)
  })

  test('who lost the mail is asked again the next day, and not before', async () => {
    const petition = await publicCase()
    const email = address()
    await post(petition.code, { email })
    await worker.work()
    await db.deleteFrom('outbox').execute()
    await post(petition.code, { email })
    await worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    await db
      .updateTable('petition_followers')
      .set({ asked_at: new Date(Date.now() - 25 * 3_600_000) })
      .where('email', '=', email)
      .execute()
    await post(petition.code, { email })
    await worker.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect(await followers(petition)).toHaveLength(1)
  })

  test('fifty people behind one address are let through, a flood is not', async () => {
    const { code } = await publicCase()
    const from = anyAddress()
    const ask = () =>
      app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/followers`, payload: { email: 'x' }, remoteAddress: from })
    const answers: number[] = []
    for (let n = 0; n < 100; n++) answers.push((await ask()).statusCode)
    expect(new Set(answers.slice(0, 50))).toEqual(new Set([422]))
    expect(answers).toContain(429)
  })

  test('the filer’s own mailbox does not follow, and is told so where only its reader sees it', async () => {
    const email = address()
    const petition = await publicCase('assigned', {
      filer: { name: 'Trương Thị Bình', phone: null, email, address: null, identityNumber: null },
    })
    expect((await post(petition.code, { email: email.toUpperCase() })).statusCode).toBe(202)
    await worker.work()
    const link = linkIn(smtp.received.find(({ body }) => body.includes('/theo-doi/'))!)
    const answer = await app.inject({ method: 'POST', url: link })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain(text.vi.confirm.ownCase)
    expect([await followers(petition), await countOf(petition.code)]).toEqual([[], 0])
  })
})

describe('forged, hidden, ended', () => {
  test('a link of another key, another use or another person opens nothing', async () => {
    const petition = await publicCase()
    const { link, stop } = await followed(petition)
    const id = (await followers(petition))[0]!.id
    const token = link.split('/').at(-1)!
    const other = confirmationToken(Buffer.alloc(32, 9), scope, id)
    const flipped = `${token.slice(0, -2)}${token.endsWith('A') ? 'B' : 'A'}A`
    for (const one of [other, flipped, stop.split('/').at(-1)!, 'x', 'a'.repeat(48)])
      for (const method of ['GET', 'POST'] as const)
        expect([one, (await app.inject({ method, url: `/theo-doi/${one}` })).statusCode]).toEqual([one, 404])
    for (const one of [token, other]) expect((await oneClick(`/thu/${one}`)).statusCode).toBe(404)
    expect(await countOf(petition.code)).toBe(1)
  })

  test('a hidden case gives the same bytes as an unknown one, on pages and to programs', async () => {
    const hidden = await cases.aCase('assigned', { subject: SECRET_WORDS })
    const binh = { cookie: await it.signIn('binh') }
    const before = await rowCounts(db)
    const blind = (body: string) => body.replaceAll(hidden.code, 'PL-2026-99999')
    const get = (code: string) => app.inject({ url: `/don/${code}/theo-doi` })
    expect([(await get(hidden.code)).statusCode, blind((await get(hidden.code)).body)]).toEqual([404, (await get('PL-2026-99999')).body])
    for (const email of [address(), 'x']) {
      const [one, other] = [await post(hidden.code, { email }), await post('PL-2026-99999', { email })]
      expect([one.statusCode, blind(one.body)]).toEqual([404, other.body])
    }
    const [one, other] = [await remove(hidden.code, binh), await remove('PL-2026-99999', binh)]
    expect([one.statusCode, blind(one.body)]).toEqual([404, other.body])
    const browser = testBrowser(app)
    expect((await browser.post(`/don/${hidden.code}/theo-doi`, { email: address() })).status).toBe(404)
    expect(await rowCounts(db)).toEqual(before)
  })

  test('programs are refused in the contract’s order', async () => {
    const closed = await publicCase('answered')
    await act('filer', closed, 'rate', { solved: 'yes', satisfaction: 5 })
    await act('hoa', closed, 'close', { reason: 'Đã xong.' })
    const open = await publicCase()
    const nam = { cookie: await it.signIn('nam') }
    const hidden = await cases.aCase('assigned')
    expect((await remove(open.code)).statusCode).toBe(401)
    const answers = [
      await post('PL-2026-99999', { email: 5 }),
      await post(closed.code, { email: 'x' }),
      await post(open.code, { email: 'x' }),
      await post(open.code, {}),
      await post(open.code, { mail: 'a@vidu.vn' }),
      await post(open.code, { email: address() }, { 'x-petition-secret': open.secret }),
      await post(hidden.code, {}, nam),
      await remove(open.code, nam),
    ]
    expect(answers.map((answer) => [answer.statusCode, answer.json().code, answer.json().errors?.[0]?.code])).toEqual([
      [404, 'not_found', undefined],
      [409, 'case_ended', undefined],
      [422, 'invalid_input', 'invalid_email'],
      [422, 'invalid_input', 'required'],
      [422, 'invalid_input', 'unknown_field'],
      [409, 'own_case', undefined],
      [409, 'not_public', undefined],
      [409, 'not_following', undefined],
    ])
    expect(await followers(open)).toEqual([])
  })
})

describe('with an account', () => {
  test('one press follows, once; it stands in the list, and one press stops it', async () => {
    const petition = await publicCase()
    const binh = testBrowser(app, await it.signIn('binh'))
    const path = `/don/${petition.code}/theo-doi`
    expect((await binh.get(path)).html).toContain(text.vi.page.press)
    for (let press = 0; press < 2; press++) await binh.post(path)
    expect(await countOf(petition.code)).toBe(1)
    expect((await binh.get('/tai-khoan/theo-doi')).html).toContain(petition.code)
    expect((await binh.get('/tai-khoan/don')).html).toContain('/tai-khoan/theo-doi')
    expect((await testBrowser(app, await it.signIn('nam')).get('/tai-khoan/theo-doi')).html).not.toContain(petition.code)
    expect((await testBrowser(app).get('/tai-khoan/theo-doi')).location).toContain('/dang-nhap')
    await binh.post(`${path}/ngung`)
    expect([await followers(petition), await countOf(petition.code)]).toEqual([[], 0])
    const cookie = await it.signIn('binh')
    expect((await post(petition.code, {}, { cookie })).json()).toEqual({ following: true, confirmation: false, followers: 1 })
    expect((await post(petition.code, {}, { cookie })).json()).toMatchObject({ followers: 1 })
    expect((await remove(petition.code, { cookie })).statusCode).toBe(204)
    expect((await page(petition.code)).body).toContain(text.vi.nobody)
    expect(await compareFollowers(db, scope)).toEqual([])
  })

  test('mail is had with an address that was asked as any other, and counted no second time', async () => {
    const petition = await publicCase()
    const binh = testBrowser(app, await it.signIn('binh'))
    const email = address()
    await post(petition.code, { email })
    await binh.post(`/don/${petition.code}/theo-doi`)
    expect(await binh.post(`/don/${petition.code}/theo-doi`, { email: 'x' })).toMatchObject({ status: 422 })
    await binh.post(`/don/${petition.code}/theo-doi`, { email })
    await worker.work()
    await app.inject({ method: 'POST', url: linkIn(mailsTo(email).at(-1)!) })
    expect([(await followers(petition)).length, await countOf(petition.code)]).toEqual([1, 1])
    await act('nam', petition, 'recordVerification', { words: 'Đã xem.', public: true })
    await worker.work()
    expect(mailsTo(email).at(-1)!.body).toContain('Xác minh')
  })

  test('the account that filed it is told so, and does not follow', async () => {
    const binh = testBrowser(app, await it.signIn('binh'))
    const petition = await publicCase()
    await db
      .updateTable('petition_filers')
      .set({ account_id: cases.people.get('binh')?.personId ?? (await accountOf('binh')) })
      .where('petition_id', '=', petition.id)
      .execute()
    expect((await binh.get(`/don/${petition.code}/theo-doi`)).html).toContain(text.vi.page.own)
    expect((await binh.post(`/don/${petition.code}/theo-doi`)).status).toBe(409)
    expect((await post(petition.code, {}, { cookie: await it.signIn('binh') })).statusCode).toBe(409)
    expect(await followers(petition)).toEqual([])
  })
})

const accountOf = async (username: string) =>
  (await db.selectFrom('auth_users').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id

describe('each public step', () => {
  test('is told once with two workers, in public words alone', async () => {
    const petition = await publicCase('assigned', { subject: `Đèn tắt trước ${SECRET_WORDS}`, body: `Trước ${SECRET_WORDS} tối om.` })
    await cases.act('hoa', petition, 'redact', { subject: 'Đèn tắt trước […]', body: 'Trước […] tối om.', reason: 'Lược bỏ địa chỉ.' })
    const people = [await followed(petition), await followed(petition), await followed(petition)]
    const before = smtp.received.length
    await act('nam', petition, 'recordVerification', { words: `Gặp ${SECRET_WORDS}.`, public: false })
    await act('nam', petition, 'draftAnswer', { text: `Trả lời ${SECRET_WORDS}.`, outcome: 'promised', promisedOn: futureDay(20) })
    await act('dung', petition, 'extend', { dueOn: futureDay(18), reason: `Chờ ${SECRET_WORDS}.` })
    await act('lam', petition, 'issueAnswer')
    const other = await mailWorker(it, smtp.url)
    await Promise.all([worker.work(), other.work(), worker.run('tellFollowers'), other.run('tellFollowers')])
    await Promise.all([worker.work(), other.work()])
    const told = smtp.received.slice(before)
    expect(told).toHaveLength(people.length * 2)
    for (const { email } of people) {
      const bodies = mailsTo(email)
        .slice(1)
        .map(({ body }) => body)
      expect(bodies.filter((body) => body.includes('Gia hạn'))).toHaveLength(1)
      expect(bodies.filter((body) => body.includes('Trả lời: '))).toHaveLength(1)
    }
    for (const mail of smtp.received) {
      expect(mail.raw + mail.body).not.toContain('Sáu')
      expect(mail.body).not.toContain('Trương Thị Bình')
      expect(mail.headers.find((line) => line.startsWith('List-Unsubscribe-Post:'))).toBeDefined()
    }
    expect(told[0]!.body).toContain(`${PUBLIC_URL}/don/${petition.code}`)
  })

  test('before the following are not told; a promise that is late is told once', async () => {
    const petition = await publicCase('promised')
    const { email } = await followed(petition)
    await worker.run('tellFollowers')
    await worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    const late = await mailWorker(it, smtp.url, () => new Date(Date.now() + 25 * DAY_MS))
    for (let morning = 0; morning < 2; morning++) await late.run('tellLatePromises')
    await worker.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect(mailsTo(email)[1]!.body).toContain('Ngày ấy đã qua')
  })

  test('comes once a day for who wants so, and the mail program’s button stops it and erases the address', async () => {
    const petition = await publicCase()
    const { email, stop } = await followed(petition)
    const browser = testBrowser(app)
    expect((await browser.get(stop)).html).toContain('Mỗi ngày một thư')
    expect((await browser.post(stop, { choice: 'daily' })).status).toBe(303)
    await act('nam', petition, 'recordVerification', { words: 'Đã xem.', public: true })
    await worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    const tomorrow = await mailWorker(it, smtp.url, () => new Date(Date.now() + DAY_MS))
    await tomorrow.run('gatherDigests')
    await tomorrow.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect(mailsTo(email)[1]!.body).toContain('Xác minh')
    const answer = await oneClick(stop)
    expect(answer.statusCode).toBe(200)
    expect(await countOf(petition.code)).toBe(0)
    expect(await followers(petition)).toEqual([])
    expect(JSON.stringify(await db.selectFrom('outbox').selectAll().execute())).not.toContain(email)
    await act('nam', petition, 'recordVerification', { words: 'Xem lại.', public: true })
    await worker.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect((await oneClick(stop)).statusCode).toBe(200)
    expect(await compareFollowers(db, scope)).toEqual([])
  })

  test('a step that waits is not sent to who stopped meanwhile', async () => {
    const petition = await publicCase()
    const { email, stop } = await followed(petition)
    await act('nam', petition, 'recordVerification', { words: 'Đã xem.', public: true })
    await worker.run('tellFollowers')
    expect((await db.selectFrom('outbox').select('id').where('state', '=', 'queued').execute()).length).toBeGreaterThan(0)
    await oneClick(stop)
    await worker.work()
    expect(mailsTo(email)).toHaveLength(1)
  })
})

describe('the end', () => {
  test('when the case leaves the register its followers are told so without its words, and nothing of them is kept', async () => {
    const petition = await publicCase('assigned', { subject: 'Rác đầy ngõ 7' })
    const { email } = await followed(petition)
    const binh = { cookie: await it.signIn('binh') }
    await post(petition.code, {}, binh)
    await post(petition.code, { email: address() })
    await worker.work()
    await act('filer', petition, 'withdrawConsent')
    await Promise.all([worker.work(), (await mailWorker(it, smtp.url)).work()])
    await worker.run('tellFollowers')
    await worker.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect(mailsTo(email)[1]!.body).toContain('không còn trong sổ công khai')
    expect(mailsTo(email)[1]!.body).not.toContain('Rác đầy')
    const [own, ...others] = await followers(petition)
    expect([own, others]).toMatchObject([{ email: null, confirmed_at: null, ended_at: expect.any(Date) }, []])
    const list = async () => (await testBrowser(app, binh.cookie).get('/tai-khoan/theo-doi')).html
    expect(await list()).toContain(text.vi.list.ended(petition.code))
    expect(await list()).not.toContain(petition.subject)
    expect((await remove(petition.code, binh)).statusCode).toBe(404)
    expect(await compareFollowers(db, scope)).toEqual([])
    const later = await mailWorker(it, smtp.url, () => new Date(Date.now() + 31 * DAY_MS))
    await later.run('eraseFollowers')
    expect(await followers(petition)).toEqual([])
    expect(await list()).not.toContain(petition.code)
    expect((await app.inject({ url: stopLinkOf(mailsTo(email)[1]!) })).statusCode).toBe(200)
  })

  test('sixty days after it, addresses and accounts go and the count stays', async () => {
    const petition = await publicCase('answered')
    const { email } = await followed(petition)
    await post(petition.code, {}, { cookie: await it.signIn('binh') })
    await act('filer', petition, 'rate', { solved: 'yes', satisfaction: 5 })
    await act('hoa', petition, 'close', { reason: 'Đã xong.' })
    await worker.work()
    expect(mailsTo(email).at(-1)!.body).toContain('Kết thúc hồ sơ')
    const later = (days: number) => mailWorker(it, smtp.url, () => new Date(Date.now() + days * DAY_MS))
    await (await later(59)).run('eraseFollowers')
    expect((await followers(petition)).filter((row) => row.email)).toHaveLength(1)
    await (await later(61)).run('eraseFollowers')
    for (const row of await followers(petition)) expect(row).toMatchObject({ email: null, account_id: null })
    expect(await countOf(petition.code)).toBe(2)
    expect(await compareFollowers(db, scope)).toEqual([])
    expect(JSON.stringify(await db.selectFrom('outbox').selectAll().execute())).not.toContain(email)
  })
})

test('the office sees a number, never who', async () => {
  const petition = await publicCase()
  const { email } = await followed(petition)
  await post(petition.code, {}, { cookie: await it.signIn('binh') })
  const id = await accountOf('binh')
  for (const who of ['hoa', 'nam', 'dung', 'lam', 'phuc', 'khanh']) {
    const browser = testBrowser(app, await it.signIn(who))
    for (const url of [
      `/lam-viec/don/${petition.code}`,
      '/lam-viec?view=all',
      `/api/v1/petitions/${petition.code}`,
      '/lam-viec/quan-tri/hop-thu',
    ]) {
      const { html } = await browser.get(url)
      expect([who, url, html.includes(email), html.includes(id)]).toEqual([who, url, false, false])
    }
  }
  const outbox = await testBrowser(app, await it.signIn('khanh')).get('/lam-viec/quan-tri/hop-thu')
  expect(outbox.html).toContain('***')
  for (const word of [petition.code, 'vidu.vn', `${email[0]}***`]) expect(outbox.html).not.toContain(word)
  const { html } = await testBrowser(app, await it.signIn('nam')).get(`/lam-viec/don/${petition.code}`)
  expect(html).toContain(text.vi.office.title)
  expect((await testBrowser(app, await it.signIn('hoa')).get('/lam-viec?view=all')).html).toContain(text.vi.office.mark('2'))
})

function futureDay(days: number) {
  return civilDateOf(new Date(Date.now() + days * DAY_MS))
}
