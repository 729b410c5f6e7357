import type { FigureTables, UnitFigures } from './figures.ts'
import { nowMeasures, periodMeasures } from './measures.ts'
import { type Cell, cellOf, cellsOf } from './told.ts'

/** The figures as everybody may read them: small numbers are not told, and cannot be worked out from the totals beside them. */
export function toldFigures({ period, total, months, units }: FigureTables): FigureTables<Cell> {
  const inPeriod = columns(units, (unit) => unit.period, periodMeasures)
  const now = columns(units, (unit) => unit.now, nowMeasures)
  return {
    period,
    total: { period: cells(total.period), now: cells(total.now) },
    months: months.map(({ month, figures }) => ({ month, figures: cells(figures) })),
    units: units.map(({ id, name }, i) => ({ id, name, period: inPeriod[i]!, now: now[i]! })),
  }
}

function cells<Name extends string>(figures: Record<Name, number>): Record<Name, Cell> {
  return Object.fromEntries(Object.entries<number>(figures).map(([name, n]) => [name, cellOf(n)])) as Record<Name, Cell>
}

/** Each measure is a column that adds up to its total. */
function columns<Name extends string>(
  units: readonly UnitFigures[],
  of: (unit: UnitFigures) => Record<Name, number>,
  names: readonly Name[],
): Record<Name, Cell>[] {
  const told = names.map((name) => cellsOf(units.map((unit) => of(unit)[name])))
  return units.map((_, i) => Object.fromEntries(names.map((name, j) => [name, told[j]![i]!])) as Record<Name, Cell>)
}
