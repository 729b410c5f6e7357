import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { countsOfOwners, DAY_COME, type OwnersCounts } from '../../tallies/index.ts'
import { taskCountNames } from '../rules.ts'

/** What a plan, a programme or an agency has to do and has done; goals and drafts are not counted. */
export interface Figures {
  /** Everything but what was given up. */
  items: number
  planned: number
  inProgress: number
  /** Said to be done, and not yet confirmed. */
  reported: number
  done: number
  cancelled: number
  late: number
  unproven: number
  /** Said to be done, and most of the people who spoke say otherwise. */
  disputed: number
  agreed: number
}

export const owners = {
  all: 'all',
  tree: (planId: string) => `tree:${planId}`,
  programme: (id: string) => `programme:${id}`,
  unit: (id: string) => `unit:${id}`,
}

/** The kept figures of these owners on a day: each of them has some, be they all zero. */
export async function figuresOf(db: Db, scope: Scope, of: readonly string[], today: CivilDate): Promise<(owner: string) => Figures> {
  const counts = await countsOfOwners(db, scope, taskCountNames, of, { name: 'task.due', until: today })
  return (owner) => figuresFrom(counts.get(owner))
}

function figuresFrom(counts: ReturnType<OwnersCounts['get']>): Figures {
  const n = (name: (typeof taskCountNames)[number], bucket: string) => counts?.get(name)?.get(bucket) ?? 0
  const [planned, inProgress] = [n('task.status', 'planned'), n('task.status', 'inProgress')]
  const [reported, done] = [n('task.status', 'reported'), n('task.status', 'done')]
  return {
    items: planned + inProgress + reported + done,
    planned,
    inProgress,
    reported,
    done,
    cancelled: n('task.status', 'cancelled'),
    late: n('task.due', DAY_COME),
    unproven: n('task.proof', 'none'),
    disputed: n('task.saying', 'disputed'),
    agreed: n('task.saying', 'agreed'),
  }
}
