import type { UnitFigures } from './figures.ts'
import { type Interval, ratePer, wilson } from './intervals.ts'

/** Residents of which received petitions are counted. */
export const RESIDENTS_BASE = 1_000

export interface UnitComparison {
  id: string
  name: string
  received: number
  residents: number | null
  /** Received petitions per 1,000 residents; null where residents are not known. */
  rate: Interval | null
  onTime: number
  answered: number
  /** Share answered on time; null without an answer. */
  share: Interval | null
}

/** Units beside one another with what chance alone would allow; in the order in which they come, which is that of their names. */
export function compareUnits(
  units: readonly { id: string; population: number | null }[],
  rows: readonly Pick<UnitFigures, 'id' | 'name' | 'period'>[],
): UnitComparison[] {
  return rows.flatMap(({ id, name, period }) => {
    if (name === null) return []
    const residents = units.find((unit) => unit.id === id)?.population ?? null
    const answered = period.onTime + period.late
    const rate = residents === null ? null : ratePer(period.received, residents, RESIDENTS_BASE)
    if (answered === 0 && (rate === null || period.received === 0)) return []
    return [
      { id, name, received: period.received, residents, rate, onTime: period.onTime, answered, share: wilson(period.onTime, answered) },
    ]
  })
}
