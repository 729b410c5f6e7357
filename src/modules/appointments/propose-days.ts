import type { Trx } from '../../platform/database.ts'
import { addDays, type CivilDate, weekdayOf } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { dueOnOf, isOff, loadCalendar, type OfficeCalendar } from '../clocks/index.ts'
import type { ReceptionDay } from './appointment.ts'
import './appointments.table.ts'

/** The law's rule on posting the schedule (Luật Tiếp công dân 2013, Đ24 k4). It is no due date of an appointment. */
export const PUBLICATION_RULE = 'reception.schedule_publication'
const WEDNESDAY = 3
const WEEKS = 8

/** What a proposed morning looks like; the office changes it in the schedule. */
export type DayPattern = Pick<ReceptionDay, 'place' | 'leader' | 'capacity'>

/** The latest day on which a reception day may lawfully be posted. */
export function latestPublication(on: CivilDate, calendar: OfficeCalendar): CivilDate {
  return dueOnOf(PUBLICATION_RULE, on, null, calendar)
}

/** Each coming Wednesday morning that is a working day and can still be posted in time. */
export function proposedDays(today: CivilDate, calendar: OfficeCalendar, pattern: DayPattern, weeks = WEEKS): ReceptionDay[] {
  const first = addDays(today, (WEDNESDAY - weekdayOf(today) + 7) % 7)
  return Array.from({ length: weeks }, (_, week) => addDays(first, 7 * week))
    .filter((on) => !isOff(calendar, on) && today <= latestPublication(on, calendar))
    .map((on) => ({ ...pattern, on, part: 'morning', starts: '07:30', ends: '11:00', publishedOn: today }))
}

/**
 * Posts the proposed days that are not in the schedule yet. Safe to run twice, and each week: what the office changed stays.
 * @returns how many were added
 */
export async function proposeReceptionDays(trx: Trx, scope: Scope, today: CivilDate, pattern: DayPattern): Promise<number> {
  const days = proposedDays(today, await loadCalendar(trx, scope), pattern)
  if (days.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reception_days')
    .values(
      days.map(({ on, part, place, starts, ends, leader, capacity, publishedOn }) => ({
        authority_id: scope.authorityId,
        on_date: on,
        part,
        place,
        starts,
        ends,
        leader,
        capacity,
        published_on: publishedOn,
      })),
    )
    .onConflict((conflict) => conflict.columns(['authority_id', 'on_date', 'part']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}
