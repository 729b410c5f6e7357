import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../tests/support/programme-rows.ts'
import type { Db } from '../../platform/database.ts'
import { listPassages } from '../documents/index.ts'
import { countsOf } from '../tallies/index.ts'
import { findProgrammeBySlug } from './programme-repository.ts'
import { findTaskByCode, listAnchors, listTasks, saveTask } from './task-repository.ts'

let db: Db
const scope = { authorityId: 1 }

beforeAll(async () => {
  ;({ db } = await testApp())
})

describe('the rows of plans', () => {
  test('a plan, its items and the sentences that they come from', async () => {
    const document = await aDocumentRow(db, ['Trồng cây dọc đường làng.', 'Sửa cống khu phố 3.'])
    const plan = await aProgrammeRow(db, { documentId: document.id })
    const tasks = await taskRows(db, plan, [
      { documentId: document.id, anchorId: document.anchorIds[0]!, lateFrom: '2026-12-01', target: '12.5' },
      { status: 'done' },
      { kind: 'objective' },
    ])
    expect(await findProgrammeBySlug(db, scope, plan.slug)).toEqual(plan)
    expect(await listTasks(db, scope, plan.id)).toEqual(tasks)
    expect(await listAnchors(db, scope, [tasks[0]!.id])).toEqual([
      { taskId: tasks[0]!.id, documentId: document.id, anchorId: document.anchorIds[0] },
    ])
    expect(await listPassages(db, scope, document.id, 1)).toHaveLength(2)
    expect(await countsOf(db, scope, 'task.status', `tree:${plan.id}`)).toEqual(
      expect.arrayContaining([
        { bucket: 'planned', n: 1 },
        { bucket: 'done', n: 1 },
      ]),
    )
    expect(await countsOf(db, scope, 'task.due', 'all')).toEqual([{ bucket: '2026-12-01', n: 1 }])
  })

  test('nothing counts as done without evidence: the database itself refuses it', async () => {
    const plan = await aProgrammeRow(db)
    const [task] = await taskRows(db, plan, [{ status: 'inProgress' }])
    const done = db.transaction().execute((trx) => saveTask(trx, scope, task!, { status: 'done', doneOn: '2026-11-20' }))
    await expect(done).rejects.toThrow(/check constraint/)
    expect(await findTaskByCode(db, scope, task!.code)).toMatchObject({ status: 'inProgress' })
  })
})
