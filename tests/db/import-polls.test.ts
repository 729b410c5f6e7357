import { expect, test } from 'vitest'
import { comparePollCounts } from '../../src/modules/polls/index.ts'
import { portalDump, portalTown, scope } from '../support/portal-town.ts'
import { everythingStored, rowCounts } from '../support/rows.ts'

const { bring, idOf, db, get, app, signIn } = await portalTown()
const { report, said } = await bring(portalDump)

const slugOf = async (sourceId: string) =>
  (
    await db
      .selectFrom('polls')
      .select('slug')
      .where('id', '=', await idOf('voting', sourceId))
      .executeTakeFirstOrThrow()
  ).slug
const look = async (sourceId: string) => (await get(`/api/v1/polls/${await slugOf(sourceId)}`)).json()

test('an open poll keeps its exact counts, marked as brought over', async () => {
  expect(await look('1')).toMatchObject({
    question: 'Bạn thấy cổng "mới" thế nào?',
    status: 'open',
    opensOn: '2017-02-13',
    closesOn: '2027-02-20',
    whoVotes: 'everybody',
    voters: 157,
    broughtOn: '2026-11-22',
    options: [
      { words: 'Tốt & dễ đọc', votes: 120, broughtVotes: 120, share: 0.7643 },
      { words: 'Bình thường', votes: 30, broughtVotes: 30 },
      { words: 'Chưa tốt', votes: 7, broughtVotes: 7 },
    ],
  })
  const { body } = await get(`/tham-do/${await slugOf('1')}`)
  expect(body).toContain('157 phiếu.')
  expect(body).toContain('Tất cả đã có ở cổng thông tin trước, chuyển sang đây ngày 22/11/2026.')
})

test('it is voted in on: one vote more, the votes brought over stay told apart', async () => {
  const slug = await slugOf('8')
  const cookie = await signIn('binh')
  const sent = await app.inject({ method: 'POST', url: `/api/v1/polls/${slug}/votes`, payload: { options: [2] }, headers: { cookie } })
  expect(sent.statusCode, sent.body).toBe(201)
  expect(await look('8')).toMatchObject({
    whoVotes: 'accounts',
    closesOn: '2027-05-31',
    voters: 4,
    options: [
      { votes: 3, broughtVotes: 3 },
      { votes: 1, broughtVotes: 0 },
    ],
  })
  const page = await app.inject({ url: `/tham-do/${slug}`, headers: { cookie } })
  expect(page.body).toContain('Trong đó 3 phiếu đã có ở cổng thông tin trước')
  const csv = (await get(`/api/v1/open-data/polls.csv?poll=${slug}`)).body.split('\r\n')
  expect(csv[2]).toContain(',4,2,Không,1,0.25,0')
})

test('a closed poll with several answers: shares are of all choices, for ballots were not counted', async () => {
  expect(await look('2')).toMatchObject({
    status: 'closed',
    closesOn: '2017-03-20',
    mostChoices: 2,
    voters: 0,
    options: [
      { votes: 10, share: 0.2857 },
      { votes: 20, share: 0.5714 },
      { votes: 5, share: 0.1429 },
    ],
  })
  expect((await get(`/tham-do/${await slugOf('2')}`)).body).toContain('tỷ lệ tính trên tổng số lượt chọn')
})

test('one that was switched off is closed with its counts; one that nobody saw is a draft of the office', async () => {
  expect(await look('3')).toMatchObject({ status: 'closed', voters: 10, options: [{ votes: 8 }, { votes: 2 }] })
  expect((await get(`/tham-do/${await slugOf('4')}`)).statusCode).toBe(404)
  const cookie = await signIn('tuyet')
  const page = await app.inject({ url: `/lam-viec/tham-do/${await slugOf('4')}`, headers: { cookie } })
  expect([page.statusCode, page.body.includes('Đưa sang từ cổng cũ')]).toEqual([200, true])
})

test('what could not be read is in the report, and why', () => {
  expect(report.tables.get('voting')).toEqual({ read: 8, brought: 5, already: 0, refused: 3 })
  expect(said.filter((line) => line.includes(' voting ')).toSorted()).toEqual([
    'note voting 1 poll_end_set',
    'note voting 3 poll_end_unknown',
    'note voting 4 kept_as_draft',
    'refused voting 5 poll_for_a_group',
    'refused voting 6 poll_options',
    'refused voting 7 poll_count_too_large',
  ])
})

test('who voted at the old portal is not read', async () => {
  expect(await everythingStored(db)).not.toContain('5,8,13')
})

test('a second run doubles nothing; the kept counts are those of the rows', async () => {
  const before = await rowCounts(db)
  expect((await bring(portalDump)).report.tables.get('voting')).toEqual({ read: 8, brought: 0, already: 5, refused: 3 })
  expect(await rowCounts(db)).toEqual(before)
  expect(await comparePollCounts(db, scope)).toEqual([])
})
