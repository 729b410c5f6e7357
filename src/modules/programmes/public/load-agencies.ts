import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { lateFrom } from '../late-from.ts'
import type { Programme } from '../programme.ts'
import { isShown } from '../rules.ts'
import { daysLate } from './due.ts'
import { type Figures, figuresOf, owners } from './figures.ts'
import { listOfAgencies, type OwedProgramme } from './read-programmes.ts'

/** Where an agency stands with the programme that it owes a plan. */
export interface AgencyState {
  unitId: string
  /** Null: not out yet, so that nothing of it but its day is told. */
  out: Pick<Programme, 'slug' | 'publishedOn'> | null
  dueOn: CivilDate | null
  /** Days by which it is, or came, late; 0: in time. */
  daysLate: number
}

export interface AgencyPage {
  /** Of all agencies of the plan. */
  asked: number
  out: number
  /** Not out, and their day has passed. */
  late: number
  rows: readonly (AgencyState & { figures: Figures })[]
  /** Agency after which the next page begins. */
  next: string | null
}

export const noAgencies: AgencyPage = { asked: 0, out: 0, late: 0, rows: [], next: null }

/**
 * Those that are late with their programme, the latest first, then those that have it not out yet, then the others, as the office puts
 * its units in order. Agencies are a few hundred and are put in order here; figures are asked for those of the page alone.
 * @param names of all units, in the office's order
 * @param after the last agency of the page before; one that is not there: from the beginning
 */
export async function loadAgencies(
  db: Db,
  scope: Scope,
  planId: string,
  names: ReadonlyMap<string, string>,
  today: CivilDate,
  { after, limit }: { after: string | null; limit: number },
): Promise<AgencyPage> {
  const [programmes, calendar] = await Promise.all([listOfAgencies(db, scope, planId), loadCalendar(db, scope)])
  const order = new Map([...names.keys()].map((unitId, place) => [unitId, place]))
  const placeOf = ({ unitId }: AgencyState) => order.get(unitId) ?? order.size
  const states = programmes.map((programme) => {
    const { id, dueOn } = programme
    return { id, ...stateOf(programme, dueOn && lateFrom(calendar, dueOn), today) }
  })
  states.sort((a, b) => rank(b) - rank(a) || placeOf(a) - placeOf(b))
  const start = after === null ? 0 : states.findIndex(({ unitId }) => unitId === after) + 1
  const shown = states.slice(start, start + limit)
  const figures = await figuresOf(
    db,
    scope,
    shown.map(({ id }) => owners.programme(id)),
    today,
  )
  return {
    asked: states.length,
    out: states.filter(({ out }) => out).length,
    late: states.filter(isLate).length,
    rows: shown.map(({ id, ...state }) => ({ ...state, figures: figures(owners.programme(id)) })),
    next: start + limit < states.length ? shown.at(-1)!.unitId : null,
  }
}

const isLate = ({ out, daysLate: days }: AgencyState) => out === null && days > 0
const rank = ({ out, daysLate: days }: AgencyState) => (out ? -1 : days)

/** @param from first day on which it is late; null: it has no day */
export function stateOf(programme: OwedProgramme, from: CivilDate | null, today: CivilDate): AgencyState {
  const out = isShown(programme) ? programme : null
  const until = out ? out.publishedOn! : today
  return {
    unitId: programme.unitId!,
    out: out && { slug: out.slug, publishedOn: out.publishedOn },
    dueOn: programme.dueOn,
    daysLate: from && from <= until ? daysLate(from, until) : 0,
  }
}
