import type { ActDefinition } from '../../lifecycle/index.ts'
import type { Appointment } from '../appointment.ts'
import type { AppointmentAct } from '../lifecycle.ts'
import { cancel } from './cancel.ts'
import { confirm } from './confirm.ts'
import { hold } from './hold.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<AppointmentAct, ActDefinition<Appointment>>> = { cancel, confirm, hold }
