import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

const { db } = await testApp({ petitions: true })

test('the forty petitions of the town stand in every state, by the acts that people use', async () => {
  const rows = await db.selectFrom('petitions').select(['status', (eb) => eb.fn.countAll<number>().as('n')]).groupBy('status').execute()
  expect(rows.map((row) => row.status).toSorted()).toEqual(['accepted', 'answered', 'declined', 'received', 'withdrawn'])
  expect(rows.reduce((sum, row) => sum + Number(row.n), 0)).toBe(40)
})
