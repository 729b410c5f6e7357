import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { changeCalendar, listClocks } from '../clocks/index.ts'
import { listHistory } from '../history/index.ts'
import { comparePetitionCounts } from './compare-counts.ts'
import { filePetition } from './file-petition.ts'
import { matterOf } from './petition.ts'
import { recomputePetitionClocks } from './recompute-clocks.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const { app, db, appKey, signIn } = await testApp({ now })
const scope = { authorityId: 1 }
const site = { id: 1, slug: 'phuoc-long', name: '', shortName: '', codePrefix: 'PL', tier: 'town', remote: false, demo: true }

async function aComplaint(clientToken: string) {
  const { petition } = await filePetition(
    { db, appKey, now, hamletExists: async () => false },
    {
      scope,
      site,
      actor: null,
      channel: 'online',
      input: {
        kind: 'complaint',
        subject: 'Thu hồi đất',
        body: 'Không đồng ý với quyết định.',
        filer: { name: 'Bình', phone: null, email: null, address: null, identityNumber: null },
        hamlet: null,
        location: null,
        publish: false,
        clientToken,
      },
    },
  )
  return petition
}

test('a new day off moves the running clocks, and the case says so with the number of the notice', async () => {
  const petition = await aComplaint('3f2504e0-4f89-41d3-9a0c-0305e82c3302')
  expect(petition.dueOn).toBe('2026-12-02')
  const { since } = await db
    .transaction()
    .execute((trx) =>
      changeCalendar(
        trx,
        scope,
        { personId: 'khanh' },
        { notice: { number: '99/TB', on: '2026-11-22' }, set: [{ date: '2026-11-23', kind: 'off', name: 'Hoán đổi' }] },
      ),
    )
  const options = { db, now, today: '2026-11-22' as const, dropPages: () => undefined }
  const moved = await recomputePetitionClocks(options, scope, { since, notice: '99/TB', actorId: 'khanh' })
  expect(moved.toSorted((one, other) => other.stage.localeCompare(one.stage))).toMatchObject([
    { stage: 'initialResult', oldDueOn: '2026-12-07', newDueOn: '2026-12-08' },
    { stage: 'acceptance', oldDueOn: '2026-12-02', newDueOn: '2026-12-03' },
  ])
  expect((await listClocks(db, scope, matterOf(petition))).map((clock) => clock.dueOn).toSorted()).toEqual(['2026-12-03', '2026-12-08'])
  const entries = (await listHistory(db, scope, matterOf(petition), ['public'])).filter((entry) => entry.type === 'petition.clockMoved')
  expect(entries.map((entry) => entry.facts)).toContainEqual({
    stage: 'acceptance',
    oldDueOn: '2026-12-02',
    newDueOn: '2026-12-03',
    notice: '99/TB',
  })
  expect(await db.selectFrom('petitions').select('due_on').where('id', '=', petition.id).executeTakeFirst()).toEqual({
    due_on: '2026-12-03',
  })

  expect(await recomputePetitionClocks(options, scope, { since, notice: '99/TB', actorId: 'khanh' }), 'a second run moves nothing').toEqual(
    [],
  )
})

test('the administrator sees what moved, from which day to which', async () => {
  const page = await app.inject({ url: '/lam-viec/quan-tri/lich', headers: { cookie: await signIn('khanh') } })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Hạn đã được tính lại theo lịch')
  expect(page.body).toContain('Thứ năm, 03/12/2026')
})

test('hundreds of cases move batch by batch: each history without a gap, each count as the rows say', async () => {
  const filed = await Promise.all(Array.from({ length: 300 }, () => aComplaint(randomUUID())))
  await db
    .transaction()
    .execute((trx) =>
      changeCalendar(
        trx,
        scope,
        { personId: 'khanh' },
        { notice: { number: '100/TB', on: '2026-11-22' }, set: [{ date: '2026-11-25', kind: 'off', name: 'Hoán đổi' }] },
      ),
    )
  const options = { db, now, today: '2026-11-22' as const, dropPages: () => undefined }
  const moved = await recomputePetitionClocks(options, scope, { since: '2026-11-25', notice: '100/TB', actorId: 'khanh' })
  const mine = new Set(filed.map(({ id }) => id))
  expect(moved.filter(({ matter }) => mine.has(matter.id))).toHaveLength(600)
  const { rows } = await sql<{ broken: number }>`select count(*) as broken from (
    select matter_id, max(seq) as last, count(*) as n from history_entries group by 1) as all_of where last <> n`.execute(db)
  expect(rows).toEqual([{ broken: 0 }])
  const due = await db
    .selectFrom('petitions')
    .select('due_on')
    .distinct()
    .where('id', 'in', [...mine])
    .execute()
  expect(due).toEqual([{ due_on: '2026-12-04' }])
  expect(await comparePetitionCounts(db, scope)).toEqual([])
  expect(await recomputePetitionClocks(options, scope, { since: '2026-11-25', notice: '100/TB', actorId: 'khanh' })).toEqual([])
})
