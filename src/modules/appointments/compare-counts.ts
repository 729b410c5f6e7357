import { comparisonWith } from '../tallies/index.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns } from './appointment-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of appointments that differ from the rows. */
export const compareAppointmentCounts = comparisonWith<Appointment>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('appointments').select(appointmentColumns),
  countsFor,
})
