import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Petition, PetitionStep } from '../petition.ts'

type Result = ActResult<Petition> & { step?: PetitionStep }

/** Ties an act's input schema to what it does, so that both have one type. */
export function petitionAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Petition, z.output<Schema>>) => Promise<Result>,
): ActDefinition<Petition> {
  return { input, run }
}
