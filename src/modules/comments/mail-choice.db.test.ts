import { describe, expect, test } from 'vitest'
import { mailWorker, PUBLIC_URL } from '../../../tests/support/mail-worker.ts'
import { startSmtp } from '../../../tests/support/smtp.ts'
import { choiceToken } from '../notices/choice.ts'
import { writeSubject } from './comment.ts'
import { type CommentBrowser, commentTown, OPEN } from './test-app.ts'

const town = await commentTown()
const { app, db, shown, decide } = town
const scope = { authorityId: 1 }
const form = `/y-kien/gui?ve=${writeSubject(OPEN)}`

/** A comment sent from a browser, which keeps its secret. */
async function written(fields: Record<string, string>) {
  const browser = await town.browser()
  const answer = await browser.fill(form, { name: 'Lan', body: 'Chữ không vào thư', ...fields })
  const code = /PL-YK-2026-\d{5}/.exec(String(answer.headers.location))![0]
  const { id } = await db.selectFrom('comments').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  return { id, code, browser, page: `/y-kien/${code}` }
}
async function choose(browser: CommentBrowser, page: string, choice: string) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get(page)).body)![1]!
  return browser.post(`${page}/thu-bao`, { _csrf: token, choice })
}
const chosen = (body: string) => /name="choice"[^>]*value="(\w+)"[^>]*checked/.exec(body)?.[1]
const mailsOf = (id: string) =>
  db.selectFrom('outbox').select(['kind', 'state', 'body']).where('matter_id', '=', id).orderBy('id').execute()
const choices = () => db.selectFrom('notice_choices').selectAll().execute()

describe('on the writer’s own page', () => {
  test('who left an address chooses how much mail comes; who left none, or took the comment back, is asked nothing', async () => {
    const { browser, page } = await written({ email: 'lan@vidu.vn' })
    const first = (await browser.get(page)).body
    expect(first).toContain('Thư báo về ý kiến này')
    expect(first).not.toContain('bốn thư sau')
    expect(chosen(first)).toBe('each')
    const answer = await choose(browser, page, 'daily')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}?xong=1`])
    expect(chosen((await browser.get(page)).body)).toBe('daily')
    const without = await written({})
    expect((await without.browser.get(without.page)).body).not.toContain('Thư báo về ý kiến này')
    const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get(page)).body)![1]!
    await browser.post(`${page}/rut`, { _csrf: token })
    expect((await browser.get(page)).body).not.toContain('Thư báo về ý kiến này')
  })

  test.each(['', 'weekly', '__proto__'])('a choice that is none (%j) is refused, names the field and changes nothing', async (choice) => {
    const { browser, page } = await written({ email: 'lan@vidu.vn' })
    const before = await choices()
    const answer = await choose(browser, page, choice)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Cách nhận thư')
    expect(answer.body).toContain('href="#choice"')
    expect(answer.body).toContain('id="choice"')
    expect(await choices()).toEqual(before)
  })

  test('nobody else chooses for the writer', async () => {
    const { page } = await written({ email: 'lan@vidu.vn' })
    const before = await choices()
    const stranger = await town.browser('binh')
    const token = /name="_csrf" value="([^"]+)"/.exec((await stranger.get(form)).body)![1]!
    const answer = await stranger.post(`${page}/thu-bao`, { _csrf: token, choice: 'none' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, page])
    expect(await choices()).toEqual(before)
  })
})

describe('what comes of it', () => {
  test('no mail: what waits is silenced, without address and words', async () => {
    const { id, browser, page } = await written({ email: 'lan@vidu.vn' })
    await choose(browser, page, 'none')
    await decide('tuyet', id, 'approve')
    const server = await startSmtp()
    await (await mailWorker(town, server.url)).work()
    expect(server.received).toEqual([])
    expect(await mailsOf(id)).toEqual([{ kind: 'comment.shown', state: 'silenced', body: null }])
  })

  test('one mail a day: the events in order, the reason, no word of anybody, with the link of its own page', async () => {
    const { id, code, browser, page } = await written({ email: 'lan@vidu.vn' })
    await choose(browser, page, 'daily')
    await decide('tuyet', id, 'approve')
    await shown({ parent: id, body: 'Trả lời không vào thư' })
    await decide('tuyet', id, 'remove', { reason: 'insult', words: 'Lời nhắn riêng' })
    const server = await startSmtp()
    const worker = await mailWorker(town, server.url)
    await worker.work()
    expect(server.received).toEqual([])
    await (await mailWorker(town, server.url, () => new Date(Date.now() + 48 * 3_600_000))).run('gatherDigests')
    const digest = (await mailsOf(id)).find(({ kind }) => kind === 'comment.digest')!
    const order = ['đã được đăng', 'Có người trả lời', 'đã bị gỡ', 'Lý do: xúc phạm', `${PUBLIC_URL}${page}`]
    expect(order.map((part) => digest.body!.indexOf(part)).every((place, i, all) => place > (all[i - 1] ?? 0))).toBe(true)
    expect(digest.body).toContain(`Những việc mới về ý kiến ${code}:`)
    expect(digest.body).not.toMatch(/không vào thư|Lời nhắn riêng/)
    expect((await mailsOf(id)).map(({ state }) => state)).toEqual(['digested', 'digested', 'digested', 'queued'])
    await worker.work()
    expect(server.received).toHaveLength(1)
  })

  test('the page behind the link of a mail speaks of a comment, and tells where one mail a day is chosen', async () => {
    const { id, code } = await written({ email: 'lan@vidu.vn' })
    const { body } = await app.inject({ url: `/thu/${choiceToken(town.appKey, scope, { type: 'comment', id })}` })
    expect(body).toContain(`Thư báo tự động về ý kiến ${code}.`)
    expect(body).toContain('mở trang của ý kiến')
    expect(body).not.toMatch(/hồ sơ|Tra cứu rồi|bốn thư/)
  })
})
