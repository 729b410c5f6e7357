import { expect, test } from 'vitest'
import { demoProgrammes } from '../../db/demo/programmes.ts'
import { testApp } from '../../tests/support/app.ts'
import { rowCounts } from '../../tests/support/rows.ts'
import { seedSentences } from '../../tests/support/seed-sentences.ts'
import { listStaff } from '../modules/accounts/index.ts'
import { compareProgrammeCounts } from '../modules/programmes/index.ts'
import { loadDemoProgrammes } from './load-programmes.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const scope = { authorityId: 1 }

test('the plan of the seed: every word of its paper is the article’s, every item is held by its sentence', async () => {
  const { db, appKey } = await testApp({ petitions: true, now })
  for (const paragraph of demoProgrammes.document.text.split('\n\n')) expect(seedSentences).toContain(paragraph)
  const people = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
  const before = await rowCounts(db)
  const anchored = await db
    .selectFrom('programme_tasks as t')
    .innerJoin('programmes as p', 'p.id', 't.programme_id')
    .leftJoin('programme_task_anchors as a', 'a.task_id', 't.id')
    .select(['t.title', 't.status', 'a.anchor_id'])
    .where('p.kind', '=', 'plan')
    .execute()
  expect(anchored).toHaveLength(demoProgrammes.items.length)
  expect(anchored.filter(({ anchor_id }) => anchor_id === null)).toEqual([])
  expect(new Set(anchored.map(({ status }) => status))).toEqual(new Set(['planned', 'inProgress', 'reported', 'done']))
  const agencies = await db.selectFrom('programmes').select(['status']).where('kind', '=', 'agency').execute()
  expect(agencies.map(({ status }) => status).toSorted()).toEqual(['draft', 'draft', 'published', 'published', 'submitted'])
  expect(await compareProgrammeCounts(db, scope)).toEqual([])
  const reports = await db.selectFrom('programme_reports').select(['every', 'status', 'late_from']).execute()
  const isMissing = (on: string) => on <= '2026-11-26'
  expect(reports.map(({ every, status, late_from }) => [every, status, status === 'requested' && isMissing(late_from)]).toSorted()).toEqual(
    [
      ['quarter', 'accepted', false],
      ['quarter', 'requested', true],
      ['year', 'requested', false],
      ['year', 'requested', false],
    ],
  )
  const ofNam = await db.selectFrom('programme_tasks').select('status').where('person_id', '=', people.get('nam')!.personId).execute()
  expect(ofNam).toEqual([{ status: 'inProgress' }])
  const silent = await db.selectFrom('documents').select(['status', 'edition']).where('edition', '=', 0).execute()
  expect(silent).toEqual([{ status: 'draft', edition: 0 }])

  await loadDemoProgrammes({ db, appKey, now: now() }, scope, people)
  expect(await rowCounts(db)).toEqual(before)
}, 90_000)
