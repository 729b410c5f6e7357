import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { comparisonWith, type Difference } from '../tallies/index.ts'
import type { Programme } from './programme.ts'
import { programmeColumns } from './programme-repository.ts'
import { programmeCountNames, programmeCounts, taskCountNames, taskCounts } from './rules.ts'
import type { Task } from './task.ts'
import { taskColumns } from './task-repository.ts'

const ofProgrammes = comparisonWith<Programme>({
  names: programmeCountNames,
  rows: (trx) => trx.selectFrom('programmes').select(programmeColumns),
  countsFor: programmeCounts,
})

const ofItems = comparisonWith<Task & { planId: string | null; programmeStatus: Programme['status'] }>({
  names: taskCountNames,
  rows: (trx) =>
    trx
      .selectFrom((eb) =>
        eb
          .selectFrom('programme_tasks as t')
          .innerJoin('programmes as p', (join) => join.onRef('p.authority_id', '=', 't.authority_id').onRef('p.id', '=', 't.programme_id'))
          .select(taskColumns.map((column) => `t.${column}` as const))
          .select(['t.authority_id', 'p.plan_id as planId', 'p.status as programmeStatus'])
          .as('items'),
      )
      .selectAll(),
  countsFor: ({ planId, programmeStatus, ...task }) => taskCounts(task, { id: task.programmeId, planId, status: programmeStatus }),
})

/** Kept counts of programmes and of their items that differ from the rows. */
export async function compareProgrammeCounts(db: Db, scope: Scope): Promise<Difference[]> {
  return [...(await ofProgrammes(db, scope)), ...(await ofItems(db, scope))]
}
