import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../tests/support/programme-rows.ts'
import { newId } from '../../shared/ids.ts'
import { citationsOf } from './citations.ts'
import { paths } from './paths.ts'

const scope = { authorityId: 1 }

test('beside each sentence stand its first items, of plans that are out, and whether there are more', async () => {
  const { db } = await testApp()
  const { id: documentId, anchorIds } = await aDocumentRow(db, ['Trồng cây dọc đường làng.', 'Sửa cống khu phố 3.', 'Không việc nào.'])
  let made = 0
  // A moment apart: ids of one moment have no order.
  const from = (anchor: number) => ({ id: newId(1_790_000_000_000 + made++), documentId, anchorId: anchorIds[anchor]! })
  const plan = await aProgrammeRow(db, { documentId })
  const tasks = await taskRows(db, plan, [from(1), ...Array.from({ length: 7 }, () => from(0)), { ...from(1), status: 'draft' }])
  await taskRows(db, await aProgrammeRow(db, { documentId, status: 'draft', publishedOn: null }), [from(1)])
  const named = (start: number, end: number) => tasks.slice(start, end).map(({ code }) => ({ text: code, href: paths.task(code) }))
  expect(await citationsOf(db, scope, documentId)).toEqual(
    new Map([
      [anchorIds[0], { items: named(1, 6), more: true }],
      [anchorIds[1], { items: named(0, 1), more: false }],
    ]),
  )
})
