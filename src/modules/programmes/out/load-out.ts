import type { Db } from '../../../platform/database.ts'
import { listUnits, type Scope } from '../../accounts/index.ts'
import type { Programme } from '../programme.ts'
import { isShown } from '../rules.ts'
import type { Task } from '../task.ts'
import { listPartners, listTasks } from '../task-repository.ts'

/** An item as its papers print it: agencies by name, nobody by name. */
export interface OutItem {
  task: Task
  lead: string
  partners: string
}

/** What the papers of a programme are made of. */
export interface Out {
  programme: Programme
  authority: string
  place: string
  /** Agency whose programme it is; null: the authority's own. */
  unit: string | null
  isDraft: boolean
  items: readonly OutItem[]
}

/** The items in order; of what is out, none that is still a draft. */
export async function loadOut(db: Db, scope: Scope, site: { name: string; shortName: string }, programme: Programme): Promise<Out> {
  const [tasks, units] = await Promise.all([listTasks(db, scope, programme.id), listUnits(db, scope)])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const shown = isShown(programme) ? tasks.filter(({ status }) => status !== 'draft') : tasks
  const partners = Map.groupBy(
    await listPartners(
      db,
      scope,
      shown.map(({ id }) => id),
    ),
    ({ taskId }) => taskId,
  )
  return {
    programme,
    authority: site.name,
    place: site.shortName,
    unit: programme.kind === 'agency' ? nameOf(programme.unitId) : null,
    isDraft: !isShown(programme),
    items: shown.map((task) => ({
      task,
      lead: nameOf(task.unitId) || (task.leadWords ?? ''),
      partners: (partners.get(task.id) ?? []).map(({ unitId, words }) => nameOf(unitId) || words || '').join('; '),
    })),
  }
}
