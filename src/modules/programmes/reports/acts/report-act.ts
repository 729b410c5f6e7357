import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../../lifecycle/index.ts'
import type { Report } from '../report.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function reportAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Report, z.output<Schema>>) => Promise<ActResult<Report>>,
): ActDefinition<Report> {
  return { input, run }
}
