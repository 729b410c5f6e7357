import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Citations } from '../documents/index.ts'
import { paths } from './paths.ts'
import { shownStatuses } from './programme.ts'
import './programmes.table.ts'

/** By sentence of a document: the items of shown plans and programmes that come from it. */
export async function citationsOf(db: Db, scope: Scope, documentId: string): Promise<Citations> {
  const rows = await db
    .selectFrom('programme_task_anchors as a')
    .innerJoin('programme_tasks as t', (join) => join.onRef('t.authority_id', '=', 'a.authority_id').onRef('t.id', '=', 'a.task_id'))
    .innerJoin('programmes as p', (join) => join.onRef('p.authority_id', '=', 't.authority_id').onRef('p.id', '=', 't.programme_id'))
    .select(['a.anchor_id as anchorId', 't.code'])
    .where('a.authority_id', '=', scope.authorityId)
    .where('a.document_id', '=', documentId)
    .where('t.status', '<>', 'draft')
    .where('p.status', 'in', [...shownStatuses])
    .orderBy('t.code')
    .execute()
  const byAnchor = Map.groupBy(rows, ({ anchorId }) => anchorId)
  return new Map([...byAnchor].map(([anchorId, items]) => [anchorId, items.map(({ code }) => ({ text: code, href: paths.task(code) }))]))
}
