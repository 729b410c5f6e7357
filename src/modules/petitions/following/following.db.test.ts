import { describe, expect, test } from 'vitest'
import { anyAddress } from '../../../../tests/support/filing.ts'
import { address, followingTown, linkIn } from '../../../../tests/support/following-town.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { testBrowser } from '../citizen/test-browser.ts'
import { compareFollowers } from './erase-followers.ts'
import { confirmationToken } from './follower.ts'
import { text } from './text.ts'

const scope = { authorityId: 1 }
const SECRET_WORDS = 'nhà bà Sáu số 14'
const { it, app, db, cases, out, publicCase, act, post, remove, page, countOf, followers, oneClick, mailsTo, followed, later, accountOf } =
  await followingTown()

describe('an address is asked first', () => {
  test('one mail with one link; looking at it changes nothing, the button follows, and is counted once', async () => {
    const petition = await publicCase()
    const email = address()
    const browser = testBrowser(app)
    const asked = await browser.post(`/don/${petition.code}/theo-doi`, { email })
    expect(asked).toMatchObject({ status: 303, location: `/don/${petition.code}/theo-doi?xong=hoi` })
    expect((await browser.get(asked.location!)).html).toContain(text.vi.page.asked)
    await out.worker.work()
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
    await out.worker.work()
    await act('nam', petition, 'recordVerification', { words: 'Đã đến xem.', public: true })
    await out.worker.work()
    await out.worker.run('tellFollowers')
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(1)
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
    await out.worker.work()
    expect(await followers(petition)).toHaveLength(1)
    expect(out.smtp.received).toHaveLength(1)
    const link = linkIn(out.smtp.received[0]!)
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
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(1)
  })

  test('one mailbox is asked five times a day at most, whichever the cases', async () => {
    const email = address()
    for (let n = 0; n < 7; n++) expect((await post((await publicCase()).code, { email })).statusCode).toBe(202)
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(5)
  })

  test('who lost the mail is asked again the next day, and not before', async () => {
    const petition = await publicCase()
    const email = address()
    await post(petition.code, { email })
    await out.worker.work()
    await db.deleteFrom('outbox').execute()
    await post(petition.code, { email })
    await out.worker.work()
    expect(mailsTo(email)).toHaveLength(1)
    await db
      .updateTable('petition_followers')
      .set({ asked_at: new Date(Date.now() - 25 * 3_600_000) })
      .where('email', '=', email)
      .execute()
    await post(petition.code, { email })
    await out.worker.work()
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
    await out.worker.work()
    const link = linkIn(out.smtp.received.find(({ body }) => body.includes('/theo-doi/'))!)
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
    await out.worker.work()
    await app.inject({ method: 'POST', url: linkIn(mailsTo(email).at(-1)!) })
    expect([(await followers(petition)).length, await countOf(petition.code)]).toEqual([1, 1])
    await act('nam', petition, 'recordVerification', { words: 'Đã xem.', public: true })
    await out.worker.work()
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
