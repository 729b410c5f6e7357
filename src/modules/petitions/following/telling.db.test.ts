import { describe, expect, test } from 'vitest'
import { address, DAY_MS, followingTown, stopLinkOf } from '../../../../tests/support/following-town.ts'
import { mailWorker, PUBLIC_URL } from '../../../../tests/support/mail-worker.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { testBrowser } from '../citizen/test-browser.ts'
import { compareFollowers } from './erase-followers.ts'
import { text } from './text.ts'

const scope = { authorityId: 1 }
const SECRET_WORDS = 'nhà bà Sáu số 14'
const { it, app, db, cases, out, publicCase, act, post, remove, countOf, followers, oneClick, mailsTo, followed, later, accountOf } =
  await followingTown()

describe('each public step', () => {
  test('is told once with two workers, in public words alone', async () => {
    const petition = await publicCase('assigned', { subject: `Đèn tắt trước ${SECRET_WORDS}`, body: `Trước ${SECRET_WORDS} tối om.` })
    await cases.act('hoa', petition, 'redact', { subject: 'Đèn tắt trước […]', body: 'Trước […] tối om.', reason: 'Lược bỏ địa chỉ.' })
    const people = [await followed(petition), await followed(petition), await followed(petition)]
    const before = out.smtp.received.length
    await act('nam', petition, 'recordVerification', { words: `Gặp ${SECRET_WORDS}.`, public: false })
    await act('nam', petition, 'draftAnswer', { text: `Trả lời ${SECRET_WORDS}.`, outcome: 'promised', promisedOn: futureDay(20) })
    await act('dung', petition, 'extend', { dueOn: futureDay(18), reason: `Chờ ${SECRET_WORDS}.` })
    await act('lam', petition, 'issueAnswer')
    const other = await mailWorker(it, out.smtp.url)
    await Promise.all([out.worker.work(), other.work(), out.worker.run('tellFollowers'), other.run('tellFollowers')])
    await Promise.all([out.worker.work(), other.work()])
    const told = out.smtp.received.slice(before)
    expect(told).toHaveLength(people.length * 2)
    for (const { email } of people) {
      const bodies = mailsTo(email)
        .slice(1)
        .map(({ body }) => body)
      expect(bodies.filter((body) => body.includes('Gia hạn'))).toHaveLength(1)
      expect(bodies.filter((body) => body.includes('Trả lời: '))).toHaveLength(1)
    }
    for (const mail of out.smtp.received) {
      expect(mail.raw + mail.body).not.toContain('Sáu')
      expect(mail.body).not.toContain('Trương Thị Bình')
      expect(mail.headers.find((line) => line.startsWith('List-Unsubscribe-Post:'))).toBeDefined()
    }
    expect(told[0]!.body).toContain(`${PUBLIC_URL}/don/${petition.code}`)
  })

  test('before the following are not told; a promise that is late is told once', async () => {
    const petition = await publicCase('promised')
    const { email } = await followed(petition)
    await out.worker.run('tellFollowers')
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    const late = await later(25)
    for (let morning = 0; morning < 2; morning++) await late.run('tellLatePromises')
    await out.worker.work()
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
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    const tomorrow = await later(1)
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
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(2)
    expect((await oneClick(stop)).statusCode).toBe(200)
    expect(await compareFollowers(db, scope)).toEqual([])
  })

  test('a step that waits is not sent to who stopped meanwhile', async () => {
    const petition = await publicCase()
    const { email, stop } = await followed(petition)
    await act('nam', petition, 'recordVerification', { words: 'Đã xem.', public: true })
    await out.worker.run('tellFollowers')
    expect((await db.selectFrom('outbox').select('id').where('state', '=', 'queued').execute()).length).toBeGreaterThan(0)
    await oneClick(stop)
    await out.worker.work()
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
    await out.worker.work()
    await act('filer', petition, 'withdrawConsent')
    await Promise.all([out.worker.work(), (await mailWorker(it, out.smtp.url)).work()])
    await out.worker.run('tellFollowers')
    await out.worker.work()
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
    await (await later(31)).run('eraseFollowers')
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
    await out.worker.work()
    // Two steps, told at once: which mail comes in first is left to the lines.
    expect(mailsTo(email).filter(({ body }) => body.includes('Kết thúc hồ sơ'))).toHaveLength(1)
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
