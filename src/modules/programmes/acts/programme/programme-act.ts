import type { z } from 'zod'
import { refuseInput } from '../../../../platform/http/input.ts'
import type { ActContext, ActDefinition, ActResult } from '../../../lifecycle/index.ts'
import { labels } from '../../fields.ts'
import type { Programme } from '../../programme.ts'
import type { Task } from '../../task.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function programmeAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Programme, z.output<Schema>>) => Promise<ActResult<Programme>>,
): ActDefinition<Programme> {
  return { input, run }
}

export type ProgrammeContext<Input> = ActContext<Programme, Input>

/** Who does it, for the history of what else the act moves. */
export function byOf({ role, actor, now }: Pick<ActContext<Programme, unknown>, 'role' | 'actor' | 'now'>) {
  return { role, personId: actor?.personId ?? null, at: now }
}

/** The item that the input names by its code. */
export function itemNamed(tasks: readonly Task[], code: string): Task {
  const task = tasks.find((one) => one.code === code && one.status === 'draft')
  return task ?? refuseInput([{ field: 'item', code: 'unknown_reference' }], labels)
}
