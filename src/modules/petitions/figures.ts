import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { listUnits, type Scope } from '../accounts/index.ts'
import { countsAround, countsByOwner } from '../tallies/index.ts'
import { NO_DUE_DATE } from './rules.ts'
import { cellOf, rangeOf, SMALLEST_TOLD } from './statistics/told.ts'

export interface PublicFigures {
  /** Month of the figures, `YYYY-MM`. */
  month: string
  received: number
  answeredOnTime: number
  answeredLate: number
  /** Of the answers of all time: what the people who filed said. */
  solvedByVerdict: number
  verdicts: number
  overdue: number
  /** Share answered on time in twelve months, of units with enough answers to be told; `atLeast` where the late ones are few and not told. */
  units: { id: string; name: string; share: number; atLeast: boolean }[]
}

/** Public figures from the kept counts alone: no case is read. */
export async function publicFigures(db: Db, scope: Scope, today: CivilDate): Promise<PublicFigures> {
  const month = today.slice(0, 7)
  const yearAgo = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const [units, received, onTime, late, open, yes, partly, no] = await Promise.all([
    listUnits(db, scope),
    ...['received', 'answeredOnTime', 'answeredLate', 'open', 'verdict.yes', 'verdict.partly', 'verdict.no'].map((name) =>
      name === 'open'
        ? countsAround(db, scope, 'petition.open', { from: today, until: today })
        : countsByOwner(db, scope, `petition.${name}`),
    ),
  ] as const)
  const of = (counts: Counts, owner: string, wanted: (bucket: string) => boolean) =>
    [...(counts?.get(owner) ?? [])].filter(([bucket]) => wanted(bucket)).reduce((sum, [, n]) => sum + n, 0)
  const isMonth = (bucket: string) => bucket === month
  const isRecent = (bucket: string) => bucket > yearAgo
  const all = () => true
  return {
    month,
    received: of(received, 'all', isMonth),
    answeredOnTime: of(onTime, 'all', isMonth),
    answeredLate: of(late, 'all', isMonth),
    solvedByVerdict: of(yes, 'all', all),
    verdicts: of(yes, 'all', all) + of(partly, 'all', all) + of(no, 'all', all),
    overdue: of(open, 'all', (bucket) => bucket < today && bucket !== NO_DUE_DATE),
    units: units.flatMap(({ id, shortName: name }) => {
      const kept = of(onTime, `unit:${id}`, isRecent)
      const range = rangeOf(cellOf(of(late, `unit:${id}`, isRecent)))
      if (kept < SMALLEST_TOLD || !range) return []
      return [{ id, name, share: kept / (kept + range.most), atLeast: range.least !== range.most }]
    }),
  }
}

type Counts = Map<string, Map<string, number>> | undefined
