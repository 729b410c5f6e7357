import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Item } from '../moderation.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function moderationAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Item, z.output<Schema>>) => Promise<ActResult<Item>>,
): ActDefinition<Item> {
  return { input, run }
}
