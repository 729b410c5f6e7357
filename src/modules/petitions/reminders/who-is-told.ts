import type { CivilDate } from '../../../shared/civil-date.ts'
import { addDays } from '../../../shared/civil-date.ts'
import { isOff, type OfficeCalendar, workingDaysBetween } from '../../clocks/index.ts'
import { localRules } from '../local-rules.ts'

export const sections = ['overdue', 'escalated', 'today', 'soon'] as const
/** Where a case stands in somebody's reminder. `escalated`: another's case, overdue so long that this person is told too. */
export type Section = (typeof sections)[number]

/** A running due date, as far as reminding goes. */
export interface DueCase {
  unitId: string | null
  officerId: string | null
  dueOn: CivilDate
}

/** Who works here today, by what they look after. */
export interface Office {
  /** Unit of each officer who works on cases. */
  unitOf: ReadonlyMap<string, string>
  headsOf: ReadonlyMap<string, readonly string[]>
  receptionOfficers: readonly string[]
  chairmen: readonly string[]
}

/** Reminders go out on working days only: on a day off nobody could act. */
export function isReminderDay(calendar: OfficeCalendar, today: CivilDate): boolean {
  return !isOff(calendar, today)
}

/** The last due day that is told of in advance. */
export function lastSoonDay(calendar: OfficeCalendar, today: CivilDate): CivilDate {
  let day = today
  while (workingDaysBetween(today, addDays(day, 1), calendar) <= localRules.remindWorkingDaysBefore) day = addDays(day, 1)
  return day
}

/** Working days since the due day; 0 while it is not over. */
export function workingDaysLate(calendar: OfficeCalendar, dueOn: CivilDate, today: CivilDate): number {
  return workingDaysBetween(dueOn, today, calendar)
}

/** Who is told of a case this morning, and where it stands in each one's mail; empty: nobody, for there is time. */
export function whoIsTold(office: Office, calendar: OfficeCalendar, one: DueCase, today: CivilDate): Map<string, Section> {
  const told = new Map<string, Section>()
  if (one.dueOn > lastSoonDay(calendar, today)) return told
  const section = one.dueOn < today ? 'overdue' : one.dueOn === today ? 'today' : 'soon'
  for (const personId of ownersOf(office, one)) told.set(personId, section)
  if (section !== 'overdue') return told
  const late = workingDaysLate(calendar, one.dueOn, today)
  const above = [
    ...(late >= localRules.headToldAfterWorkingDays ? headsOf(office, one.unitId) : []),
    ...(late >= localRules.chairmanToldAfterWorkingDays ? office.chairmen : []),
  ]
  for (const personId of above) if (!told.has(personId)) told.set(personId, 'escalated')
  return told
}

/** The officer; else the head of the unit; where there is neither, those who hand out the cases. An officer who moved on left the case behind. */
export function ownersOf(office: Office, { unitId, officerId }: Pick<DueCase, 'unitId' | 'officerId'>): readonly string[] {
  if (unitId && officerId && office.unitOf.get(officerId) === unitId) return [officerId]
  const heads = headsOf(office, unitId)
  return heads.length > 0 ? heads : office.receptionOfficers
}

function headsOf(office: Office, unitId: string | null): readonly string[] {
  return (unitId && office.headsOf.get(unitId)) || []
}
