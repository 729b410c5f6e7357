import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { demoVisits } from '../../db/demo/demo-data.ts'
import { loadComments } from '../../src/demo/load-comments.ts'
import { demoOpensWith } from '../../src/demo/load-demo.ts'
import { listStaff } from '../../src/modules/accounts/index.ts'
import { compareCommentCounts } from '../../src/modules/comments/index.ts'
import { compareModerationCounts } from '../../src/modules/moderation/index.ts'
import { comparePetitionCounts } from '../../src/modules/petitions/index.ts'
import { PASSWORD, testApp } from '../support/app.ts'
import { rowCounts } from '../support/rows.ts'

const { app, appKey, db } = await testApp({ petitions: true })

test('the forty petitions of the town stand in every state, by the acts that people use', async () => {
  const rows = await db
    .selectFrom('petitions')
    .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute()
  expect(rows.map((row) => row.status).toSorted()).toEqual([
    'accepted',
    'answered',
    'closed',
    'declined',
    'received',
    'suspended',
    'transferred',
    'withdrawn',
  ])
  expect(rows.reduce((sum, row) => sum + Number(row.n), 0)).toBe(40)
})

test('the counts kept by all these acts are those of the rows, and a wrong count is found', async () => {
  const scope = { authorityId: 1 }
  expect(await comparePetitionCounts(db, scope)).toEqual([])
  await db
    .updateTable('tallies')
    .set({ n: 1_000 })
    .where('name', '=', 'petition.status')
    .where('owner', '=', 'all')
    .where('bucket', '=', 'received')
    .execute()
  expect(await comparePetitionCounts(db, scope)).toMatchObject([{ count: { name: 'petition.status', bucket: 'received' } }])
})

test('a town whose people have the known password is told apart from one whose people have another', async () => {
  expect(await demoOpensWith(db, PASSWORD)).toBe(true)
  expect(await demoOpensWith(db, 'phuoc-long-2017')).toBe(false)
})

test('the reception book holds the visits and the petitions of the counter, numbered by day without a gap, and of denouncers nobody', async () => {
  const rows = await db.selectFrom('reception_entries').selectAll().orderBy('received_on').orderBy('number').execute()
  expect(rows.filter((row) => row.matter_type === null)).toHaveLength(demoVisits.length)
  const counter = await db.selectFrom('petitions').select('id').where('channel', '=', 'counter').execute()
  expect(rows.filter((row) => row.matter_type === 'petition').map((row) => row.matter_id)).toEqual(
    expect.arrayContaining(counter.map(({ id }) => id)),
  )
  for (const [, book] of Map.groupBy(rows, (row) => row.year))
    expect(book.map((row) => row.number).toSorted((a, b) => a - b)).toEqual(book.map((_, i) => i + 1))
  const secret = rows.filter((row) => row.classification === 'denunciation').map((row) => row.id)
  expect(secret.length).toBeGreaterThan(0)
  expect(await db.selectFrom('reception_people').select('entry_id').where('entry_id', 'in', secret).execute()).toEqual([])
})

test('readers comment on two articles of the town, not on the page of 2017: answered, waiting, and removed with its reason in place', async () => {
  const { rows } = await sql<{ title: string; status: string; reason: string | null; answers: boolean }>`
    select title, comments.status, reason, parent_id is not null as answers
    from comments join articles on articles.id = subject_id order by sent_at`.execute(db)
  expect(new Set(rows.map(({ title }) => title.slice(0, 14)))).toEqual(new Set(['Nạo vét mương ', 'Thay 64 bóng đ']))
  expect(rows.map(({ status, reason, answers }) => [status, reason, answers])).toEqual([
    ['shown', null, false],
    ['shown', null, true],
    ['removed', 'privateData', false],
    ['shown', null, true],
    ['shown', null, false],
    ['waiting', null, false],
  ])
  const drainage = await app.inject({ url: '/tin-tuc/nao-vet-muong-thoat-nuoc-o-phuong-long-phuoc-lam-gi-den-khi-nao' })
  expect(drainage.body).toContain('Ý kiến đã bị gỡ: có thông tin riêng của người khác.')
  expect(drainage.body).not.toContain('0900 000 017')
  expect(drainage.body).toContain('Lê Hoàng Dũng')
  const scope = { authorityId: 1 }
  expect([await compareCommentCounts(db, scope), await compareModerationCounts(db, scope)]).toEqual([[], []])
})

test('loading what is there already makes no comment twice', async () => {
  const before = await rowCounts(db)
  const people = new Map((await listStaff(db, { authorityId: 1 })).map((person) => [person.username, person]))
  people.set('binh', { ...people.get('tuyet')!, username: 'binh' })
  await loadComments({ db, appKey, now: new Date(), site: { codePrefix: 'PL' } }, { authorityId: 1 }, people)
  expect(await rowCounts(db)).toEqual(before)
})

test('the page of 2017 stands in the town word by word, with its time, author and source, and articles in every state beside it', async () => {
  const article = await db.selectFrom('articles').selectAll().where('source', '=', 'Phòng Nội vụ').executeTakeFirstOrThrow()
  expect(article).toMatchObject({
    title: 'Phước Long triển khai thực hiện Nghị quyết Đại hội toàn quốc lần thứ XII của Đảng về công tác dân vận',
    status: 'published',
    author: 'Thanh Huyền',
    published_at: new Date('2017-02-23T14:16:00+07:00'),
  })
  const paragraphs = article.body.content.map((block) =>
    block.type === 'paragraph' ? block.content?.map((part) => ('text' in part ? part.text : '')).join('') : '',
  )
  expect(paragraphs.map((text) => text?.length)).toEqual([731, 583, 592, 349, 1867, 266])
  expect(paragraphs[1]).toContain('Kế hoạch số 37/KH-UBND ngày 9/2/2017')
  const statuses = await db.selectFrom('articles').select('status').distinct().execute()
  expect(statuses.map(({ status }) => status).toSorted()).toEqual(['draft', 'inReview', 'published', 'scheduled', 'withdrawn'])
})
