import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Article } from '../article.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function articleAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Article, z.output<Schema>>) => Promise<ActResult<Article>>,
): ActDefinition<Article> {
  return { input, run }
}
