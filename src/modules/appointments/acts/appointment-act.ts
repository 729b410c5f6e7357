import type { z } from 'zod'
import type { ActContext, ActDefinition, ActResult } from '../../lifecycle/index.ts'
import type { Appointment } from '../appointment.ts'

/** Ties an act's input schema to what it does, so that both have one type. */
export function appointmentAct<Schema extends z.ZodType>(
  input: Schema,
  run: (context: ActContext<Appointment, z.output<Schema>>) => Promise<ActResult<Appointment>>,
): ActDefinition<Appointment> {
  return { input, run }
}
