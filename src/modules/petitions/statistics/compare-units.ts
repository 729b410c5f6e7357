import type { CivilDate } from '../../../shared/civil-date.ts'
import type { UnitFigures } from './figures.ts'
import { type Interval, ratePer, wilson } from './intervals.ts'
import { type Cell, rangeOf } from './told.ts'

/** Residents of which received petitions are counted. */
export const RESIDENTS_BASE = 1_000

/** Residents of a unit, as counted on a day. */
export interface Residents {
  residents: number
  validFrom: CivilDate
  /** Null: not given. */
  source: string | null
}

/** Without `at` where the numbers behind it are not told: then the interval is as wide as what is told allows. */
export type ToldInterval = Pick<Interval, 'low' | 'high'> & { at: number | null }

export interface UnitComparison {
  id: string
  name: string
  received: Cell
  onTime: Cell
  late: Cell
  residents: Residents | null
  /** Received petitions per 1,000 residents; null where residents are not known. */
  rate: ToldInterval | null
  /** Share answered on time; null without an answer. */
  share: ToldInterval | null
}

type Row = Pick<UnitFigures<Cell>, 'id' | 'name'> & { period: Pick<UnitFigures<Cell>['period'], 'received' | 'onTime' | 'late'> }

/** Units beside one another with what chance alone would allow; in the order in which they come, which is that of their names. */
export function compareUnits(rows: readonly Row[], residents: ReadonlyMap<string, Residents>): UnitComparison[] {
  return rows.flatMap(({ id, name, period: { received, onTime, late } }) => {
    if (name === null) return []
    const people = residents.get(id) ?? null
    const share = shareOf(onTime, late)
    const rate = people && received !== 0 ? rateOf(received, people.residents) : null
    return share || rate ? [{ id, name, received, onTime, late, residents: people, rate, share }] : []
  })
}

/** From the least to the most that the told numbers allow, so that an interval gives nothing away either. */
function shareOf(onTime: Cell, late: Cell): ToldInterval | null {
  const good = rangeOf(onTime)
  const bad = rangeOf(late)
  if (!good || !bad) return null
  const worst = wilson(good.least, good.least + bad.most)
  const best = wilson(good.most, good.most + bad.least)
  return worst && best && { low: worst.low, high: best.high, at: isExact(onTime) && isExact(late) ? worst.at : null }
}

function rateOf(received: Cell, residents: number): ToldInterval | null {
  const range = rangeOf(received)
  const least = range && ratePer(range.least, residents, RESIDENTS_BASE)
  const most = range && ratePer(range.most, residents, RESIDENTS_BASE)
  return least && most && { low: least.low, high: most.high, at: isExact(received) ? least.at : null }
}

const isExact = (cell: Cell) => typeof cell === 'number'
