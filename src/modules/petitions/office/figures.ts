import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listUnits, type Scope } from '../../accounts/index.ts'
import { countsAround, countsByOwner } from '../../tallies/index.ts'
import type { DeskScope } from '../list-inbox.ts'
import { type Outcome, outcomes, type PetitionStatus, petitionStatuses, type Verdict, verdicts } from '../petition.ts'
import { NO_DUE_DATE } from '../rules.ts'

export interface OfficeFigures {
  /** The last twelve months, oldest first. */
  months: { month: string; received: number; onTime: number; late: number; extended: number }[]
  /** Of all time: what the office says, and what the filers say. Two facts, never added up. */
  outcomes: Record<Outcome, number>
  verdicts: Record<Verdict, number>
  answered: number
  statuses: Record<PetitionStatus, number>
  /** Empty for an officer who sees one unit. */
  units: { id: string; name: string; received: number; open: number; overdue: number; onTime: number; late: number; extended: number }[]
}

/** Figures of the officer's own view, from the kept counts alone. */
export async function officeFigures(db: Db, scope: Scope, desk: DeskScope, today: CivilDate): Promise<OfficeFigures> {
  const kept = (name: string) => countsByOwner(db, scope, `petition.${name}`)
  const [received, onTime, late, extended, open, status, byOutcome, byVerdict, units] = await Promise.all([
    kept('received'),
    kept('answeredOnTime'),
    kept('answeredLate'),
    kept('answeredExtended'),
    countsAround(db, scope, 'petition.open', { from: today, until: today }),
    kept('status'),
    Promise.all(outcomes.map((outcome) => kept(`outcome.${outcome}`))),
    Promise.all(verdicts.map((verdict) => kept(`verdict.${verdict}`))),
    desk.unitId ? [] : listUnits(db, scope),
  ])
  const owner = desk.unitId ? `unit:${desk.unitId}` : 'all'
  const total = (counts: Counts, whose: string, wanted: (bucket: string) => boolean = () => true) =>
    [...(counts.get(whose) ?? [])].reduce((sum, [bucket, n]) => (wanted(bucket) ? sum + n : sum), 0)
  const of = (counts: Counts, bucket: string) => counts.get(owner)?.get(bucket) ?? 0
  return {
    months: lastMonths(today, 12).map((month) => ({
      month,
      received: of(received, month),
      onTime: of(onTime, month),
      late: of(late, month),
      extended: of(extended, month),
    })),
    outcomes: named(outcomes, (_, i) => total(byOutcome[i]!, owner)),
    verdicts: named(verdicts, (_, i) => total(byVerdict[i]!, owner)),
    answered: total(onTime, owner) + total(late, owner),
    statuses: named(petitionStatuses, (name) => of(status, name)),
    units: units
      .map((unit) => {
        const whose = `unit:${unit.id}`
        return {
          id: unit.id,
          name: unit.shortName,
          received: total(received, whose),
          open: total(open, whose),
          overdue: total(open, whose, (bucket) => bucket < today && bucket !== NO_DUE_DATE),
          onTime: total(onTime, whose),
          late: total(late, whose),
          extended: total(extended, whose),
        }
      })
      .filter((unit) => unit.received > 0),
  }
}

type Counts = Map<string, Map<string, number>>

function named<Name extends string>(names: readonly Name[], value: (name: Name, i: number) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, value(name, i)])) as Record<Name, number>
}

/** `2026-11` and the months before it, oldest first. */
export function lastMonths(today: CivilDate, n: number): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: n }, (_, i) => {
    const at = year * 12 + (month - 1) - (n - 1 - i)
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
