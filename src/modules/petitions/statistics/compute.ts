import { addDays, type CivilDate } from '../../../shared/civil-date.ts'
import { NO_DUE_DATE } from '../rules.ts'
import { NO_UNIT, type NowFigures, type PeriodFigures, PROMISE_SOON_DAYS } from './measures.ts'

/** Kept counts by name, owner and bucket. */
export type KeptCounts = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>

/** Names of the kept counts that the figures are made of. */
export const figureNames = [
  'received',
  'open',
  'noOfficer',
  'answeredOnTime',
  'answeredLate',
  'onTimeExtended',
  'verdict.no',
  'verdict.partly',
  'promise',
] as const
type FigureName = (typeof figureNames)[number]

/** `all`, a unit's id, or `none` for what lies with no unit. */
export type Whose = string

/** Adds up the buckets that are wanted. What lies with no unit is what the units leave over: each case counts towards one unit at most. */
function sum(kept: KeptCounts, name: FigureName, whose: Whose, wanted: (bucket: string) => boolean): number {
  const owners = kept.get(`petition.${name}`) ?? new Map<string, ReadonlyMap<string, number>>()
  const of = (owner: string) => [...(owners.get(owner) ?? [])].reduce((total, [bucket, n]) => (wanted(bucket) ? total + n : total), 0)
  if (whose === 'all') return of('all')
  if (whose !== NO_UNIT) return of(`unit:${whose}`)
  return of('all') - [...owners.keys()].filter((owner) => owner.startsWith('unit:')).reduce((total, owner) => total + of(owner), 0)
}

/** What happened in these months. */
export function periodFigures(kept: KeptCounts, whose: Whose, months: readonly string[]): PeriodFigures {
  const inMonths = new Set(months)
  const of = (name: FigureName) => sum(kept, name, whose, (bucket) => inMonths.has(bucket))
  return {
    received: of('received'),
    onTime: of('answeredOnTime'),
    onTimeExtended: of('onTimeExtended'),
    late: of('answeredLate'),
    no: of('verdict.no'),
    partly: of('verdict.partly'),
  }
}

/** What stands today. */
export function nowFigures(kept: KeptCounts, whose: Whose, today: CivilDate): NowFigures {
  const soon = addDays(today, PROMISE_SOON_DAYS)
  return {
    open: sum(kept, 'open', whose, () => true),
    overdue: sum(kept, 'open', whose, (bucket) => bucket < today && bucket !== NO_DUE_DATE),
    promisePassed: sum(kept, 'promise', whose, (bucket) => bucket < today),
    promiseSoon: sum(kept, 'promise', whose, (bucket) => bucket >= today && bucket <= soon),
    noOwner: withoutOfficer(kept, whose),
  }
}

/** Open cases on no officer's desk: those of a unit are kept by name, and what lies with no unit lies with no officer. */
function withoutOfficer(kept: KeptCounts, whose: Whose): number {
  const withoutUnit = () => sum(kept, 'open', NO_UNIT, () => true)
  if (whose === NO_UNIT) return withoutUnit()
  if (whose !== 'all') return sum(kept, 'noOfficer', whose, () => true)
  const units = kept.get('petition.noOfficer') ?? new Map<string, ReadonlyMap<string, number>>()
  return withoutUnit() + [...units.values()].flatMap((buckets) => [...buckets.values()]).reduce((total, n) => total + n, 0)
}
