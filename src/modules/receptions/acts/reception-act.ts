import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Entry } from '../entry.ts'

/** Ties an act's input to what it does, so that both have one type. */
export function receptionAct<Input>(
  input: z.ZodType,
  run: (context: ActContext<Entry, Input>) => Promise<ActResult<Entry>>,
): ActDefinition<Entry> {
  return { input, run }
}
