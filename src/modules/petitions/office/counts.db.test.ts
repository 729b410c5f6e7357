import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { loadDemo } from '../../../demo/load-demo.ts'
import type { Db } from '../../../platform/database.ts'
import { addDays, type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { type Actor, createAuth, listStaff, quickHashing } from '../../accounts/index.ts'
import { deskOf } from '../desk-scope.ts'
import { type DeskScope, inboxViews, listInbox } from '../list-inbox.ts'
import { actAs, type PetitionOptions } from '../service.ts'
import { inboxCounts } from './counts.ts'
import { officeFigures } from './figures.ts'

const now = new Date('2026-11-22T03:00:00Z')
const today = civilDateOf(now)
const scope = { authorityId: 1 }
const appKey = Buffer.alloc(32, 7)
let db: Db
let people: Map<string, Actor>
let options: PetitionOptions

beforeAll(async () => {
  const connection = await testDatabase()
  db = connection.db
  const auth = await createAuth({ db, secret: appKey.toString('base64'), publicUrl: null, hashing: quickHashing })
  await loadDemo({ db, auth, appKey, password: 'mat-khau-thu-nghiem', now, petitions: true })
  people = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
  options = { db, appKey, now: () => now, dropPages: () => undefined, hamletExists: async () => true }
})

const daysOf = (day: CivilDate) => ({ today: day, soon: addDays(day, 3) })

/** Every view read to its end, page after page. */
async function countedLive(desk: DeskScope, day: CivilDate) {
  const counts: Record<string, number> = {}
  for (const view of inboxViews) {
    counts[view] = 0
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listInbox>> = await listInbox(db, scope, desk, { view }, daysOf(day), after, 7)
      counts[view] += page.items.length
      after = page.next
    } while (after)
  }
  return counts
}

async function expectEqualForEverybody(day: CivilDate) {
  for (const username of ['hoa', 'nam', 'mai', 'dung', 'lam', 'phuc']) {
    const desk = deskOf(people.get(username)!)
    expect(await inboxCounts(db, scope, desk, daysOf(day)), username).toEqual(await countedLive(desk, day))
  }
}

const doing = async (username: string, code: string, act: Parameters<typeof actAs>[5], input: unknown) => {
  const { id } = await db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  return actAs(options, scope, { remote: false }, { actor: people.get(username) ?? null, isFiler: username === 'filer' }, id, act, input)
}

describe('kept counts', () => {
  test.each([0, 2, 5, 40])('equal what counting the lists gives, %i days from now', async (days) => {
    await expectEqualForEverybody(addDays(today, days))
  })

  test('stay equal while cases move through every act', async () => {
    const fresh = await db.selectFrom('petitions').select('code').where('status', '=', 'received').orderBy('id').limit(4).execute()
    expect(fresh.length).toBe(4)
    const [first, second, third, fourth] = fresh.map(({ code }) => code) as [string, string, string, string]
    const { unitId } = people.get('nam')!
    await doing('hoa', first, 'accept', { unit: unitId, officer: 'nam' })
    await expectEqualForEverybody(today)
    await doing('dung', first, 'assign', { unit: unitId })
    await expectEqualForEverybody(today)
    await doing('dung', first, 'recordVerification', { words: 'Đã xem tận nơi.' })
    await doing('dung', first, 'draftAnswer', { text: 'Đã sửa.', outcome: 'solved' })
    await expectEqualForEverybody(today)
    await doing('lam', first, 'issueAnswer', {})
    await doing('filer', first, 'rate', { solved: 'partly', satisfaction: 3 })
    await doing('hoa', second, 'decline', { ground: 'unclearContent', reason: 'Chưa rõ việc gì.' })
    await doing('filer', third, 'withdraw', {})
    await doing('hoa', fourth, 'accept', {})
    await expectEqualForEverybody(today)
    const refused = doing('nam', fourth, 'issueAnswer', {})
    await expect(refused).rejects.toMatchObject({ status: 409 })
    await expectEqualForEverybody(today)
  })
})

test('an officer who moves to another unit leaves the cases there, in the list and in its count', async () => {
  const nam = people.get('nam')!
  const unitId = people.get('mai')!.unitId
  people.set('nam', { ...nam, unitId })
  await expectEqualForEverybody(today)
  people.set('nam', nam)
})

test('figures of the whole are the sum of what the rows say, outcome and verdict apart', async () => {
  const figures = await officeFigures(db, scope, deskOf(people.get('lam')!), today)
  const rows = await db
    .selectFrom('petitions')
    .select(['status', 'outcome', 'verdict', 'answered_late', 'answered_on', 'unit_id'])
    .execute()
  const answered = rows.filter((row) => row.answered_on !== null)
  expect(figures.answered).toBe(answered.length)
  expect(figures.months.reduce((sum, month) => sum + month.received, 0)).toBe(rows.length)
  expect(figures.months.reduce((sum, month) => sum + month.late, 0)).toBe(answered.filter((row) => row.answered_late).length)
  expect(figures.outcomes.solved).toBe(rows.filter((row) => row.outcome === 'solved').length)
  expect(figures.verdicts.no).toBe(rows.filter((row) => row.verdict === 'no').length)
  expect(figures.statuses.withdrawn).toBe(rows.filter((row) => row.status === 'withdrawn').length)
  expect(figures.units.reduce((sum, unit) => sum + unit.received, 0)).toBe(rows.filter((row) => row.unit_id !== null).length)
})

test('a unit’s officer gets the figures of the own unit and of no other', async () => {
  const nam = people.get('nam')!
  const figures = await officeFigures(db, scope, deskOf(nam), today)
  const own = await db.selectFrom('petitions').select('id').where('unit_id', '=', nam.unitId).execute()
  expect(figures.units).toEqual([])
  expect(Object.values(figures.statuses).reduce((sum, n) => sum + n, 0)).toBe(own.length)
})
