import type { Actor, Scope } from '../accounts/index.ts'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { actionsOn } from './acts/task/index.ts'
import { PROMISES_TAG, type ProgrammeOptions, programmeTag, taskTag } from './options.ts'
import { taskCounts, taskRolesOn } from './rules.ts'
import type { Task, TaskStatus } from './task.ts'
import { type TaskAct, type TaskRole, taskLifecycle } from './task-lifecycle.ts'
import type { GuardedUpload } from './tasks/evidence-files.ts'
import { labels } from './tasks/fields.ts'
import { lockPlaced, type PlacedTask, savePlaced } from './tasks/placed-task.ts'

type TaskOptions = RunnerOptions & Pick<ProgrammeOptions, 'references'>

function featureWith({ references }: TaskOptions, upload: GuardedUpload | null): Feature<PlacedTask, TaskStatus, TaskAct, TaskRole, never> {
  return {
    type: 'task',
    lifecycle: taskLifecycle,
    acts: actionsOn(references, upload),
    labels,
    lock: lockPlaced,
    rolesOn: ({ actor }, placed) => rolesOnPlaced(actor, placed),
    save: savePlaced,
    // A plan's day is the office's own promise: kept on the item, no clock of the law.
    clockOf: () => null,
    counts: (task) => taskCounts(task, task.programme),
    tags: ({ id, programme }) => [
      PROMISES_TAG,
      taskTag(id),
      programmeTag(programme.id),
      ...(programme.planId ? [programmeTag(programme.planId)] : []),
    ],
  }
}

/** Roles towards an item; null hides it. An item of a draft moves as the draft's writers wish, of what has ended nothing moves. */
export function rolesOnPlaced(actor: Actor | null, placed: PlacedTask): Set<TaskRole> | null {
  const roles = taskRolesOn(actor, { task: placed, programme: placed.programme, partnerIds: placed.partnerIds })
  return roles && placed.programme.status === 'ended' ? new Set() : roles
}

/** Does an act for a person; the same for the form, the API and the demonstration. */
export function actOnTask(
  options: TaskOptions,
  { scope, actor }: { scope: Scope; actor: Actor | null },
  task: Pick<Task, 'id'>,
  act: TaskAct,
  input: unknown,
  upload: GuardedUpload | null = null,
): Promise<PlacedTask> {
  return runAct(options, featureWith(options, upload), { scope, id: task.id, act, input, caller: { actor, holdsSecret: () => false } })
}
