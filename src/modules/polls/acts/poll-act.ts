import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Poll } from '../poll.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function pollAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Poll, z.output<Schema>>) => Promise<ActResult<Poll>>,
): ActDefinition<Poll> {
  return { input, run }
}
