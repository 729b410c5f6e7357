import { addDays, type CivilDate, daysBetween } from '../../../shared/civil-date.ts'
import { type OfficeCalendar, workingDaysBetween } from '../../clocks/index.ts'
import { officeRules } from './office-rules.ts'

export const sections = ['late', 'escalated', 'asked', 'soon'] as const
/** Where something stands in a person's mail. `escalated`: another's, late so long that this person is told too; `asked`: a report that is asked for. */
export type Section = (typeof sections)[number]

export const dueKinds = ['task', 'programme', 'report'] as const
/** An item; an agency's programme that is not out; a report that was asked for. */
export type DueKind = (typeof dueKinds)[number]

export interface DueThing {
  kind: DueKind
  unitId: string | null
  personId: string | null
  /** The person in charge has done what is theirs: it waits for the head to confirm. */
  isReported: boolean
  lateFrom: CivilDate
}

/** Who works here today. */
export interface Office {
  /** Unit of each officer and head. */
  unitOf: ReadonlyMap<string, string>
  headsOf: ReadonlyMap<string, readonly string[]>
  chairmen: readonly string[]
}

export interface Telling {
  section: Section
  /** Each stage is told once to each person: -99 asked for; -7, -3, -1 working days before; then the weeks since it is late, from 0. */
  stage: number
}

/** The stage at which a report is told of for the first time. */
const ASKED = -99

/** The first day on which nothing is told yet of what is late from it on. */
export function firstSilentDay(calendar: OfficeCalendar, today: CivilDate): CivilDate {
  const [first] = officeRules.remindedWorkingDaysBefore
  let last = today
  while (workingDaysBetween(today, addDays(last, 1), calendar) <= first) last = addDays(last, 1)
  return addDays(last, 2)
}

/** Working days since the last day; 0 while it is not over. */
export function workingDaysLate(calendar: OfficeCalendar, lateFrom: CivilDate, today: CivilDate): number {
  return workingDaysBetween(addDays(lateFrom, -1), today, calendar)
}

/**
 * Who is told of something this morning. The stage is the one that today has reached: a morning on which nothing could be sent is made
 * up for by the next, and stages that were missed together are told as one.
 */
export function whoIsTold(office: Office, calendar: OfficeCalendar, thing: DueThing, today: CivilDate): Map<string, Telling> {
  const told = new Map<string, Telling>()
  const owners = ownersOf(office, thing)
  const lastDay = addDays(thing.lateFrom, -1)
  if (today <= lastDay) {
    const left = workingDaysBetween(today, lastDay, calendar)
    const stage = officeRules.remindedWorkingDaysBefore.filter((days) => left <= days).at(-1)
    if (stage !== undefined && !thing.isReported) for (const personId of owners) told.set(personId, { section: 'soon', stage: -stage })
    if (stage === undefined && thing.kind === 'report')
      for (const personId of owners) told.set(personId, { section: 'asked', stage: ASKED })
    return told
  }
  const stage = Math.floor(daysBetween(thing.lateFrom, today) / officeRules.remindedAgainAfterDays)
  const late = workingDaysLate(calendar, thing.lateFrom, today)
  for (const personId of owners) told.set(personId, { section: 'late', stage })
  const chairmanAfter =
    thing.kind === 'programme' ? officeRules.chairmanToldOfProgrammeAfterWorkingDays : officeRules.chairmanToldAfterWorkingDays
  const above = [
    ...(late >= officeRules.headToldAfterWorkingDays ? headsOf(office, thing.unitId) : []),
    ...(late >= chairmanAfter ? office.chairmen : []),
  ]
  for (const personId of above) if (!told.has(personId)) told.set(personId, { section: 'escalated', stage })
  return told
}

/** The person in charge; else, or once it is reported, the agency's heads; an agency without a head, and what has none: the chairman. */
function ownersOf(office: Office, { unitId, personId, isReported }: DueThing): readonly string[] {
  if (personId && !isReported && office.unitOf.get(personId) === unitId) return [personId]
  const heads = headsOf(office, unitId)
  return heads.length > 0 ? heads : office.chairmen
}

function headsOf(office: Office, unitId: string | null): readonly string[] {
  return (unitId && office.headsOf.get(unitId)) || []
}
