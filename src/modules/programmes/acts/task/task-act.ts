import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../../lifecycle/index.ts'
import type { PlacedTask } from '../../tasks/placed-task.ts'

/** Ties an act's input schema to what it does, so that both have one type; every act says when the item last changed. */
export function taskAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<PlacedTask, z.output<Schema>>) => Promise<ActResult<PlacedTask>>,
): ActDefinition<PlacedTask> {
  return {
    input,
    run: async (context) => {
      const done = await run(context)
      return { ...done, set: { ...done.set, updatedAt: context.now } }
    },
  }
}

/** Numbers stand in the history as numbers. */
export const asNumber = (figure: string | null) => (figure === null ? null : Number(figure))
