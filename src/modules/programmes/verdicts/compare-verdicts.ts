import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'

/** Items whose own figures differ from those of their current round. Empty when no act ever miscounted. */
export async function compareVerdicts(db: Db, { authorityId }: Scope): Promise<{ task: string }[]> {
  const { rows } = await sql<{ task: string }>`
    select t.code as task from verdict_rounds r
    join programme_tasks t on t.authority_id = r.authority_id and t.id = r.matter_id
    where r.authority_id = ${authorityId} and r.matter_type = 'task'
      and not exists (select from verdict_rounds n where n.authority_id = r.authority_id and n.matter_type = r.matter_type
        and n.matter_id = r.matter_id and n.round > r.round)
      and (t.said_done, t.said_partly, t.said_not) is distinct from (r.said_done, r.said_partly, r.said_not)
    order by t.code limit 100`.execute(db)
  return rows
}
