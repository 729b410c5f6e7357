import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { everythingStored } from '../../../tests/support/rows.ts'
import { compareModerationCounts } from '../moderation/index.ts'
import { writeSubject } from './comment.ts'
import { compareCommentCounts } from './index.ts'
import { commentTown, OPEN } from './test-app.ts'

const town = await commentTown()
const { app, db, sent, shown, decide } = town

const mailsOf = (id: string) =>
  db.selectFrom('outbox').select(['kind', 'to_address as to', 'subject', 'body']).where('matter_id', '=', id).orderBy('id').execute()

describe('mail to a writer who left an address', () => {
  test('shown, removed with its reason, answered; never the words of a comment', async () => {
    const comment = await sent({ email: 'lan@vidu.vn', body: 'Chữ không vào thư' })
    expect(await mailsOf(comment.id)).toEqual([])
    await decide('tuyet', comment.id, 'approve')
    const answer = await shown({ parent: comment.id, body: 'Trả lời không vào thư' })
    await decide('tuyet', comment.id, 'remove', { reason: 'insult', words: 'Lời nhắn riêng' })
    await decide('tuyet', answer.id, 'remove', { reason: 'insult' })
    const mails = await mailsOf(comment.id)
    expect(mails.map(({ kind }) => kind)).toEqual(['comment.shown', 'comment.replied', 'comment.removed'])
    expect(mails.every(({ to }) => to === 'lan@vidu.vn')).toBe(true)
    expect(mails[2]!.body).toContain('xúc phạm, lăng mạ người khác')
    expect(JSON.stringify(mails)).not.toMatch(/không vào thư|Lời nhắn riêng/)
  })

  test('refused, in the language of the writer; without an address nothing', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/en/api/v1/comments',
      payload: { subject: writeSubject(OPEN), name: 'Ann', email: 'ann@vidu.vn', body: 'Hello there', clientToken: randomUUID() },
    })
    const { id } = response.json()
    await decide('lam', id, 'remove', { reason: 'offTopic' })
    const [mail] = await mailsOf(id)
    expect(mail).toMatchObject({ kind: 'comment.refused', subject: expect.stringContaining('About comment PL-YK-') })
    expect(mail!.body).toContain('not about the matter at hand')
    const silent = await shown()
    expect(await mailsOf(silent.id)).toEqual([])
  })

  test('the administrator’s outbox names the comment by its code', async () => {
    const page = await app.inject({ url: '/lam-viec/quan-tri/hop-thu', headers: { cookie: await town.signIn('khanh') } })
    const outbox = page.statusCode === 200 ? page.body : ''
    expect([page.statusCode, outbox.includes('ý kiến được đăng')]).toEqual([200, true])
  })
})

describe('what is held about a writer', () => {
  async function ask(comment: { code: string; secret: string }, kind: string, more: object = {}) {
    const asked = await app.inject({
      method: 'POST',
      url: '/api/v1/data-requests',
      payload: { kind, subjectCode: comment.code, subjectSecret: comment.secret, clientToken: randomUUID(), ...more },
    })
    expect(asked.statusCode, asked.body).toBe(201)
    const { code } = asked.json()
    const cookie = await town.signIn('hoa')
    const act = (name: string, payload: object) =>
      app.inject({ method: 'POST', url: `/api/v1/data-requests/${code}/acts/${name}`, headers: { cookie }, payload })
    expect((await act('acknowledge', {})).statusCode).toBe(200)
    const done = await act('fulfil', kind === 'erase' ? { subjectCode: comment.code, sure: 'true' } : {})
    expect(done.statusCode, done.body).toBe(200)
  }

  test('is erased with everything that was written, and the page shows nothing of it', async () => {
    const comment = await shown({ name: 'Người xin xóa', email: 'xoa@vidu.vn', body: 'Câu xin xóa' })
    await decide('tuyet', comment.id, 'remove', { reason: 'other', words: 'Lời nhắn xin xóa' })
    await decide('tuyet', comment.id, 'restore')
    expect((await app.inject({ url: `/y-kien?ve=${writeSubject(OPEN)}` })).body).toContain('Câu xin xóa')
    await ask(comment, 'erase', { understood: 'true' })
    const page = (await app.inject({ url: `/y-kien?ve=${writeSubject(OPEN)}` })).body
    expect(page).not.toMatch(/Câu xin xóa|Người xin xóa/)
    expect(page).toContain('Người viết đã rút ý kiến này.')
    const tables = ['comment_words', 'comments', 'moderation_items', 'moderation_texts', 'history_words', 'history_entries']
    expect(await everythingStored(db, tables)).not.toMatch(/xin xóa|xoa@vidu/)
    // The answer to the request itself still goes where the person asked for it.
    expect((await mailsOf(comment.id)).every(({ to, body }) => to === null && body === null)).toBe(true)
  })

  test('is corrected', async () => {
    const comment = await shown({ name: 'Tên sai' })
    await ask(comment, 'correct', { name: 'Tên đúng' })
    expect((await app.inject({ url: `/api/v1/comments/${comment.id}` })).json().name).toBe('Tên đúng')
  })

  test('is restricted: it leaves the public, the words stay with the office', async () => {
    const comment = await shown({ body: 'Câu xin hạn chế' })
    await ask(comment, 'restrict')
    expect((await app.inject({ url: `/api/v1/comments/${comment.id}` })).json()).toMatchObject({ status: 'withdrawn', body: null })
    expect(await everythingStored(db, ['moderation_texts'])).toContain('Câu xin hạn chế')
  })

  test('the consents that were shown are written down', async () => {
    const browser = await town.browser()
    const answer = await browser.fill(`/y-kien/gui?ve=${writeSubject(OPEN)}`, { name: 'Lan', email: 'l@vidu.vn', body: 'Đồng ý đăng' })
    const code = /PL-YK-2026-\d{5}/.exec(String(answer.headers.location))![0]
    const rows = await db
      .selectFrom('consent_entries')
      .innerJoin('comments', 'comments.id', 'consent_entries.matter_id')
      .select(['purpose', 'text_version'])
      .where('code', '=', code)
      .orderBy('purpose')
      .execute()
    expect(rows).toEqual([
      { purpose: 'notifications', text_version: 'notifications-comment-1' },
      { purpose: 'publication', text_version: 'publication-comment-1' },
    ])
  })
})

test('kept counts equal the rows', async () => {
  expect(await compareModerationCounts(db, { authorityId: 1 })).toEqual([])
  expect(await compareCommentCounts(db, { authorityId: 1 })).toEqual([])
})
