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
  expect(agencies.map(({ status }) => status).toSorted()).toEqual(['draft', 'draft', 'published', 'submitted'])
  expect(await compareProgrammeCounts(db, scope)).toEqual([])

  await loadDemoProgrammes({ db, appKey, now: now() }, scope, people)
  expect(await rowCounts(db)).toEqual(before)
}, 90_000)
