import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type Count, compareWithRows } from '../tallies/index.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns } from './appointment-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of appointments that differ from the rows. */
export async function compareAppointmentCounts(db: Db, scope: Scope): Promise<{ count: Count; kept: number; counted: number }[]> {
  return compareWithRows<Appointment>(db, scope, {
    names: countedNames,
    list: (trx, after, limit) =>
      trx
        .selectFrom('appointments')
        .select(appointmentColumns)
        .where('authority_id', '=', scope.authorityId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    countsFor,
  })
}
