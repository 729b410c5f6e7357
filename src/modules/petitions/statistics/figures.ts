import type { Db } from '../../../platform/database.ts'
import { addDays, type CivilDate } from '../../../shared/civil-date.ts'
import { listUnits, residentsOn, type Scope, type Unit } from '../../accounts/index.ts'
import { countsAround, countsByOwner } from '../../tallies/index.ts'
import type { Residents } from './compare-units.ts'
import { figureNames, type KeptCounts, nowFigures, periodFigures } from './compute.ts'
import { NO_UNIT, type NowMeasure, type PeriodMeasure, PROMISE_SOON_DAYS } from './measures.ts'
import { monthsUpTo, type Period } from './period.ts'

export interface UnitFigures<Cell = number> {
  /** A unit's id, or `none`. */
  id: string
  /** Null: with no unit. */
  name: string | null
  period: Record<PeriodMeasure, Cell>
  now: Record<NowMeasure, Cell>
}

/** The same figures in the office, where each is a number, and in public, where small ones are not told. */
export interface FigureTables<Cell = number> {
  period: Period
  total: { period: Record<PeriodMeasure, Cell>; now: Record<NowMeasure, Cell> }
  /** Up to twelve months, oldest first, to the end of the period; those before the first case are left out. */
  months: { month: string; figures: Record<PeriodMeasure, Cell> }[]
  /** By name; only those that have something to show. Empty for somebody who sees one unit. */
  units: UnitFigures<Cell>[]
}

export interface Statistics extends FigureTables {
  residents: ReadonlyMap<string, Residents>
}

/** Counts that are kept by the day, of which only what has passed and what is near matters. */
const byDay = ['petition.open', 'petition.promise']

export async function keptCounts(db: Db, scope: Scope, today: CivilDate): Promise<KeptCounts> {
  const names = figureNames.map((name) => `petition.${name}`)
  const near = { from: today, until: addDays(today, PROMISE_SOON_DAYS) }
  const counts = await Promise.all(
    names.map((name) => (byDay.includes(name) ? countsAround(db, scope, name, near) : countsByOwner(db, scope, name))),
  )
  return new Map(names.map((name, i) => [name, counts[i]!]))
}

/** The figures of a period for the whole authority or one unit, from the kept counts alone: no case is read. */
export async function statisticsOf(
  db: Db,
  scope: Scope,
  { period, today, unitId = null }: { period: Period; today: CivilDate; unitId?: string | null },
): Promise<Statistics> {
  const lastDay = addDays(period.until, -1)
  const [kept, units, residents] = await Promise.all([
    keptCounts(db, scope, today),
    unitId ? [] : listUnits(db, scope),
    residentsOn(db, scope, lastDay < today ? lastDay : today),
  ])
  const whose = unitId ?? 'all'
  return {
    period,
    total: { period: periodFigures(kept, whose, period.months), now: nowFigures(kept, whose, today) },
    months: sinceFirst(monthsUpTo(period, today).map((month) => ({ month, figures: periodFigures(kept, whose, [month]) }))),
    units: unitRows(kept, units, period, today),
    residents,
  }
}

function sinceFirst(months: Statistics['months']): Statistics['months'] {
  const first = months.findIndex(({ figures }) => Object.values(figures).some((n) => n > 0))
  return first < 0 ? [] : months.slice(first)
}

function unitRows(kept: KeptCounts, units: readonly Unit[], period: Period, today: CivilDate): UnitFigures[] {
  if (units.length === 0) return []
  return [...byName(units).map((unit) => ({ id: unit.id, name: unit.shortName })), { id: NO_UNIT, name: null }]
    .map(({ id, name }) => ({
      id,
      name,
      period: periodFigures(kept, id, period.months),
      now: nowFigures(kept, id, today),
    }))
    .filter((row) => [...Object.values(row.period), ...Object.values(row.now)].some((n) => n > 0))
}

/** In the order of the Vietnamese alphabet: a list of names says nothing about who is better. */
function byName(units: readonly Unit[]): Unit[] {
  return units.toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'vi'))
}
