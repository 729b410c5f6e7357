import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { DataRequest } from '../data-request.ts'

/** What an act of a request is given, whatever its input. */
export type DataRequestContext = ActContext<DataRequest, unknown>

/** Ties an act's input schema to what it does, so that both have one type. */
export function dataRequestAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<DataRequest, z.output<Schema>>) => Promise<ActResult<DataRequest>>,
): ActDefinition<DataRequest> {
  return { input, run }
}
