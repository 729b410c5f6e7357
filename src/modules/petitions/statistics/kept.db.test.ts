import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { comparePetitionCounts } from '../compare-counts.ts'
import type { PetitionQuery } from '../list-petitions.ts'
import { withCaseFilter } from './case-conditions.ts'
import { type CaseFilter, orderDay } from './case-filter.ts'

const { db } = await testApp({ now: () => new Date('2026-11-22T10:00:00+07:00'), petitions: true })
const scope = { authorityId: 1 }

test('the migration counts for cases of before what the acts would have counted', async () => {
  const [, fill] = readFileSync('db/migrations/0100_statistics.sql', 'utf8').split('-- Two counts are new')
  const { numDeletedRows } = await db
    .deleteFrom('tallies')
    .where('name', 'in', ['petition.onTimeExtended', 'petition.promise'])
    .executeTakeFirst()
  expect(numDeletedRows).toBeGreaterThan(0n)
  expect((await comparePetitionCounts(db, scope)).length).toBeGreaterThan(0)
  await sql.raw(`-- ${fill!}`).execute(db)
  expect(await comparePetitionCounts(db, scope)).toEqual([])
})

describe('each list has its index', () => {
  test.each<[CaseFilter & { unit?: string }, string]>([
    [{ answered: '2026-11', late: 'no' }, 'petitions_answered'],
    [{ answered: '2026', late: 'no', unit: '3282c856-a31f-477f-96da-ddcd370df156' }, 'petitions_answered_of_unit'],
    [{ answered: '2026', late: 'yes' }, 'petitions_answered_late'],
    [{ answered: '2026', late: 'yes', unit: '3282c856-a31f-477f-96da-ddcd370df156' }, 'petitions_answered_late_of_unit'],
    [{ answered: '2026', late: 'no', extended: 'yes' }, 'petitions_answered_extended'],
    [{ answered: '2026', verdict: 'no' }, 'petitions_answered_verdict'],
    [{ promise: 'passed' }, 'petitions_promised'],
    [{ promise: 'soon' }, 'petitions_promised'],
  ])('%j: %s', async ({ unit, ...filter }, index) => {
    const day = orderDay(filter)!
    const direction = day === 'answered_on' ? 'desc' : 'asc'
    let query = (db.selectFrom('petitions') as unknown as PetitionQuery).where('authority_id', '=', 1)
    if (unit) query = query.where('unit_id', '=', unit)
    const list = withCaseFilter(query, filter, '2026-11-22').select('id').orderBy(day, direction).orderBy('id', direction).limit(31)
    const plan = await db.transaction().execute(async (trx) => {
      // Forty cases fit in one page of the table: as if they were a million.
      await sql`set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off`.execute(trx)
      const compiled = list.compile()
      const { rows } = await trx.executeQuery<{ 'QUERY PLAN': string }>({ ...compiled, sql: `explain ${compiled.sql}` } as typeof compiled)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using ${index} `))
    expect(plan).not.toContain('Sort')
  })
})
