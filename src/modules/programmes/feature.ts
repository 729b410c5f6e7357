import type { FastifyRequest } from 'fastify'
import type { Actor, Scope } from '../accounts/index.ts'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { programmeActions } from './acts/programme/index.ts'
import { labels } from './fields.ts'
import { PROMISES_TAG, programmeTag } from './options.ts'
import type { Programme, ProgrammeStatus } from './programme.ts'
import { type ProgrammeAct, type ProgrammeRole, programmeLifecycle } from './programme-lifecycle.ts'
import { lockProgramme, saveProgramme } from './programme-repository.ts'
import { programmeCounts, programmeRolesOn } from './rules.ts'

const feature: Feature<Programme, ProgrammeStatus, ProgrammeAct, ProgrammeRole, never> = {
  type: 'programme',
  lifecycle: programmeLifecycle,
  acts: programmeActions,
  labels,
  lock: lockProgramme,
  rolesOn: ({ actor }, programme) => programmeRolesOn(actor, programme),
  save: saveProgramme,
  // The law sets no time for a programme; the day on which it must be out is the plan's own.
  clockOf: () => null,
  counts: programmeCounts,
  tags: ({ id, planId }) => [PROMISES_TAG, programmeTag(id), ...(planId ? [programmeTag(planId)] : [])],
}

/** Does an act for a person; the same for the form, the API and the demonstration. */
export function actOnProgramme(
  options: RunnerOptions,
  { scope, actor }: { scope: Scope; actor: Actor | null } | Pick<FastifyRequest, 'scope' | 'actor'>,
  programme: Pick<Programme, 'id'>,
  act: ProgrammeAct,
  input: unknown,
): Promise<Programme> {
  return runAct(options, feature, { scope, id: programme.id, act, input, caller: { actor, holdsSecret: () => false } })
}
