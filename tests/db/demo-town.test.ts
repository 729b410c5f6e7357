import { expect, test } from 'vitest'
import { demoOpensWith } from '../../src/demo/load-demo.ts'
import { comparePetitionCounts } from '../../src/modules/petitions/index.ts'
import { PASSWORD, testApp } from '../support/app.ts'

const { db } = await testApp({ petitions: true })

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
