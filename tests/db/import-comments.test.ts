import { expect, test } from 'vitest'
import { compareCommentCounts, loadSection } from '../../src/modules/comments/index.ts'
import { compareModerationCounts } from '../../src/modules/moderation/index.ts'
import { portalDump, portalTown, scope } from '../support/portal-town.ts'
import { everythingStored, rowCounts } from '../support/rows.ts'

const { bring, idOf, articleOf, db, get, app, signIn } = await portalTown()
const { report, said } = await bring(portalDump)

const sectionOf = async (sourceId: string) =>
  loadSection(db, scope, { type: 'article', id: await idOf('news_rows', sourceId) }, { open: true, sort: 'oldest' })
const standing = (sourceId: string) =>
  idOf('comment', sourceId).then((id) =>
    db
      .selectFrom('comments')
      .select(['status', 'reason', 'seen', 'parent_id as parentId', 'sent_at as sentAt', 'first_shown_at as firstShownAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )

test('what was shown is shown, with its time, on one level, as plain text', async () => {
  const { count, page } = await sectionOf('12')
  expect(page.items.map(({ name, body, answers }) => ({ name, body, answers: answers.map((one) => one.body) }))).toEqual([
    { name: "B'Lan", body: 'Rất hay & đúng lúc.\nCảm ơn xã!', answers: ['Tôi cũng thấy vậy.', 'Đồng ý với chị.'] },
    { name: 'Ba', body: 'Trả lời một ý kiến đã xóa.', answers: [] },
    { name: 'Tư', body: 'Chữ thật', answers: [] },
  ])
  expect(count).toBe(5)
  expect((await standing('1')).sentAt).toEqual(new Date(1_487_840_000_000))
  const { body } = await get(`/tin-tuc/${(await articleOf('12')).slug}`)
  expect(body).toContain('Rất hay &amp; đúng lúc.')
  expect(body).not.toMatch(/alert\(|Bao giờ làm đường tổ 5|Lời đã bị gỡ/)
})

test('what waited waits in the queue, what was taken away stays away, an answer to what nobody can read waits', async () => {
  expect(await standing('4')).toMatchObject({ status: 'waiting', seen: false, firstShownAt: null })
  expect(await standing('5')).toMatchObject({ status: 'waiting', parentId: await idOf('comment', '4') })
  expect(await standing('6')).toMatchObject({ status: 'removed', reason: 'other', firstShownAt: null })
  const queue = await app.inject({ url: '/api/v1/office/moderation?view=waiting', headers: { cookie: await signIn('tuyet') } })
  expect(queue.statusCode, queue.body).toBe(200)
  expect(queue.body).toContain('Bao giờ làm đường tổ 5?')
})

test('what looks like an advertisement stays shown, for it was; an officer is asked to read it', async () => {
  expect(await standing('13')).toMatchObject({ status: 'shown', seen: false })
})

test('each row that is not there is in the report, and why', () => {
  expect(report.tables.get('comment')).toEqual({ read: 15, brought: 13, already: 0, refused: 2 })
  expect(report.tables.get('comment (shops)')).toEqual({ read: 1, brought: 0, already: 0, refused: 0 })
  expect(said.filter((line) => line.includes(' comment ')).toSorted()).toEqual([
    'note comment 12 attachment_dropped',
    'note comment 12 name_missing',
    'note comment 12 time_unknown',
    'note comment 13 comment_suspect',
    'note comment 14 parent_missing',
    'note comment 16 parent_missing',
    'note comment 5 parent_hidden',
    'note comment 7 parent_missing',
    'refused comment 10 article_not_here',
    'refused comment 8 comment_empty',
  ])
})

test('no mail address and no network address of a writer is stored anywhere', async () => {
  const stored = await everythingStored(db)
  expect(stored).toContain('Rất hay & đúng lúc.')
  expect(stored).not.toMatch(/doc\.example|203\.0\.113\.|2001:db8/)
})

test('a second run doubles nothing, and the kept counts are those of the rows', async () => {
  const before = await rowCounts(db)
  const again = await bring(portalDump)
  expect(again.report.tables.get('comment')).toEqual({ read: 15, brought: 0, already: 13, refused: 2 })
  expect(await rowCounts(db)).toEqual(before)
  expect([await compareCommentCounts(db, scope), await compareModerationCounts(db, scope)]).toEqual([[], []])
})

test('a comment that came over is moderated like any other, and no mail goes out', async () => {
  const cookie = await signIn('tuyet')
  const item = await db
    .selectFrom('moderation_items')
    .select('id')
    .where('subject_id', '=', await idOf('comment', '4'))
    .executeTakeFirstOrThrow()
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/office/moderation/${item.id}/acts/approve`,
    headers: { cookie },
    payload: {},
  })
  expect(answer.statusCode, answer.body).toBe(200)
  expect((await sectionOf('12')).count).toBe(6)
  expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([])
  const page = await app.inject({ url: `/lam-viec/kiem-duyet/${item.id}`, headers: { cookie } })
  expect(page.body).toContain('Đưa sang từ cổng cũ')
})
