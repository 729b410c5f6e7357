import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import './clock.table.ts'

/** An item of which a partner agency does not know yet, or whose last day is another than it was told. */
export interface PartnerNews {
  taskId: string
  unitId: string
  code: string
  title: string
  dueOn: CivilDate | null
  /** The day that it was told before; undefined: it hears of the item for the first time. */
  toldDueOn: CivilDate | null | undefined
}

/** Kept by what each partner was told last, so that no news is lost, whatever act it came from. */
export async function listPartnerNews(db: Db, scope: Scope): Promise<PartnerNews[]> {
  const { rows } = await sql<PartnerNews & { told: boolean }>`
    select task.id as "taskId", partner.unit_id as "unitId", task.code, task.title, task.due_on as "dueOn",
      known.due_on as "toldDueOn", known.task_id is not null as told
    from programme_task_partners partner
    join programme_tasks task on task.authority_id = partner.authority_id and task.id = partner.task_id
      and task.status in ('planned', 'inProgress') and task.unit_id is distinct from partner.unit_id
    join programmes programme on programme.authority_id = task.authority_id and programme.id = task.programme_id and programme.status = 'published'
    left join programme_partner_told known on known.authority_id = partner.authority_id and known.task_id = partner.task_id
      and known.unit_id = partner.unit_id
    where partner.authority_id = ${scope.authorityId} and partner.unit_id is not null
      and (known.task_id is null or known.due_on is distinct from task.due_on)
    order by partner.unit_id, task.due_on, task.id`.execute(db)
  return rows.map(({ told, ...row }) => ({ ...row, toldDueOn: told ? row.toldDueOn : undefined }))
}

/** In the transaction that queues the mail. */
export async function keepTold(db: Db, scope: Scope, news: readonly PartnerNews[], today: CivilDate): Promise<void> {
  if (news.length === 0) return
  await db
    .insertInto('programme_partner_told')
    .values(
      news.map(({ taskId, unitId, dueOn }) => ({
        authority_id: scope.authorityId,
        task_id: taskId,
        unit_id: unitId,
        due_on: dueOn,
        told_on: today,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'task_id', 'unit_id'])
        .doUpdateSet((eb) => ({ due_on: eb.ref('excluded.due_on'), told_on: eb.ref('excluded.told_on') })),
    )
    .execute()
}
