import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Citations } from '../documents/index.ts'
import { paths } from './paths.ts'
import { shownStatuses } from './programme.ts'
import './programmes.table.ts'

/** Items named beside one sentence: two hundred agencies may carry out the same one. The page of an item leads on to those that carry it out. */
const NAMED = 5

/** By sentence of a document: the first items of shown plans and programmes that come from it, and whether there are more. */
export async function citationsOf(db: Db, scope: Scope, documentId: string): Promise<Citations> {
  // From each cited sentence to the next by the index: how many items hold on to it costs nothing.
  const { rows } = await sql<{ anchorId: string; code: string }>`
    with recursive cited (anchor_id) as (
      (select anchor_id from programme_task_anchors where authority_id = ${scope.authorityId} and document_id = ${documentId} order by anchor_id limit 1)
      union all
      select (
        select next.anchor_id from programme_task_anchors next
        where next.authority_id = ${scope.authorityId} and next.document_id = ${documentId} and next.anchor_id > cited.anchor_id
        order by next.anchor_id limit 1)
      from cited where cited.anchor_id is not null
    )
    select cited.anchor_id as "anchorId", found.code from cited cross join lateral (
      select t.code from programme_task_anchors a
      join programme_tasks t on t.authority_id = a.authority_id and t.id = a.task_id and t.status <> 'draft'
      join programmes p on p.authority_id = t.authority_id and p.id = t.programme_id and p.status = any (${[...shownStatuses]})
      where a.authority_id = ${scope.authorityId} and a.document_id = ${documentId} and a.anchor_id = cited.anchor_id
      -- By age: the plan's own items are older than those that carry them out.
      order by a.task_id limit ${NAMED + 1}
    ) as found
    where cited.anchor_id is not null
    order by found.code`.execute(db)
  const byAnchor = Map.groupBy(rows, ({ anchorId }) => anchorId)
  return new Map(
    [...byAnchor].map(([anchorId, items]) => [
      anchorId,
      { items: items.slice(0, NAMED).map(({ code }) => ({ text: code, href: paths.task(code) })), more: items.length > NAMED },
    ]),
  )
}
