import type { CivilDate } from '../../../../shared/civil-date.ts'
import type { UnitComparison } from '../compare-units.ts'
import { type KeptCounts, nowFigures, periodFigures } from '../compute.ts'
import { NO_UNIT, nowMeasures, periodMeasures } from '../measures.ts'
import { type Cell, cellOf, cellsOf } from '../told.ts'

/** Owner of the figures of the whole authority. */
export const ALL = 'all'

export type DataRow = Readonly<Record<string, Cell | string | null>>

interface Named {
  id: string
  shortName: string
}

/** The measures of one moment or month for the whole, each unit and what has no unit; rows of units without anything are left out. */
function rowsOf<Name extends string>(
  head: Record<string, string>,
  units: readonly Named[],
  names: readonly Name[],
  figuresOf: (whose: string) => Record<Name, number>,
): DataRow[] {
  const owners = [...units.map(({ id, shortName }) => ({ id, name: shortName as string | null })), { id: NO_UNIT, name: null }]
  const figures = owners.map(({ id }) => figuresOf(id))
  const columns = names.map((name) => cellsOf(figures.map((figure) => figure[name])))
  const total = figuresOf(ALL)
  const cellsAt = (cell: (name: Name, j: number) => Cell) => Object.fromEntries(names.map((name, j) => [name, cell(name, j)]))
  return [
    { ...head, unitId: ALL, unit: null, ...cellsAt((name) => cellOf(total[name])) },
    ...owners.flatMap(({ id, name }, i) =>
      Object.values<number>(figures[i]!).every((n) => n === 0)
        ? []
        : [{ ...head, unitId: id, unit: name, ...cellsAt((_, j) => columns[j]![i]!) }],
    ),
  ]
}

/** Every month from the first that has anything to the present one, the newest first. */
export function monthlyRows(kept: KeptCounts, units: readonly Named[], today: CivilDate): DataRow[] {
  return monthsDown(kept, today).flatMap((month) =>
    rowsOf({ month }, units, periodMeasures, (whose) => periodFigures(kept, whose, [month])),
  )
}

export function nowRows(kept: KeptCounts, units: readonly Named[], today: CivilDate): DataRow[] {
  return rowsOf({ day: today }, units, nowMeasures, (whose) => nowFigures(kept, whose, today))
}

function monthsDown(kept: KeptCounts, today: CivilDate): string[] {
  const present = today.slice(0, 7)
  const counted = [...(kept.get('petition.received')?.get(ALL) ?? [])].filter(([, n]) => n > 0).map(([month]) => month)
  const first = [present, ...counted].toSorted()[0]!
  const months: string[] = []
  for (let month = present; month >= first; month = monthBefore(month)) months.push(month)
  return months
}

function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

const fourDigits = (n: number | null | undefined) => (n === null || n === undefined ? null : Math.round(n * 10_000) / 10_000)

export function comparisonRows(period: string, units: readonly UnitComparison[]): DataRow[] {
  return units.map(({ id, name, received, residents, rate, onTime, late, share }) => ({
    period,
    unitId: id,
    unit: name,
    received,
    residents: residents?.residents ?? null,
    residentsOn: residents?.validFrom ?? null,
    residentsSource: residents?.source ?? null,
    rate: fourDigits(rate?.at),
    rateLow: fourDigits(rate?.low),
    rateHigh: fourDigits(rate?.high),
    onTime,
    late,
    share: fourDigits(share?.at),
    shareLow: fourDigits(share?.low),
    shareHigh: fourDigits(share?.high),
  }))
}
