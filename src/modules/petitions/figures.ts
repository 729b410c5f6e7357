import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { listUnits, type Scope } from '../accounts/index.ts'
import { countsByOwner } from '../tallies/index.ts'
import { NO_DUE_DATE } from './rules.ts'

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
  /** Units with answers of the last twelve months. An extended limit is on time only against its extension, and is counted here as well. */
  units: { id: string; name: string; onTime: number; late: number; extended: number }[]
}

/** Public figures from the kept counts alone: no case is read. */
export async function publicFigures(db: Db, scope: Scope, today: CivilDate): Promise<PublicFigures> {
  const month = today.slice(0, 7)
  const yearAgo = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const [units, received, onTime, late, extended, open, yes, partly, no] = await Promise.all([
    listUnits(db, scope),
    ...['received', 'answeredOnTime', 'answeredLate', 'answeredExtended', 'open', 'verdict.yes', 'verdict.partly', 'verdict.no'].map(
      (name) => countsByOwner(db, scope, `petition.${name}`),
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
    units: units
      .map((unit) => {
        const owner = `unit:${unit.id}`
        return {
          id: unit.id,
          name: unit.shortName,
          onTime: of(onTime, owner, isRecent),
          late: of(late, owner, isRecent),
          extended: of(extended, owner, isRecent),
        }
      })
      .filter((unit) => unit.onTime + unit.late > 0),
  }
}

type Counts = Map<string, Map<string, number>> | undefined
