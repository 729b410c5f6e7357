import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { type Actor, hasRole, listUnits, type Scope } from '../../accounts/index.ts'
import { countsOf, sumsOf } from '../../tallies/index.ts'
import { type Figures, figuresOf, owners } from '../public/figures.ts'
import { keptCountOf, type Sort } from './sorts.ts'

export interface UnitFigures {
  id: string
  name: string
  figures: Figures
}

export interface Overview {
  /** Of everybody, or of the one agency that its head sees. */
  all: Figures
  /** Agencies that have items: one page of them, as they were asked to be sorted. */
  units: readonly UnitFigures[]
  /** Agency after which the next page begins. */
  next: string | null
  /** Those with most late items, with how many; none of no late ones. */
  latest: readonly { id: string; name: string; late: number }[]
  /** `YYYY-MM` and how many items have their day in it, from this month on. */
  ahead: readonly { month: string; n: number }[]
  /** Name of the one agency that is shown; null: all; undefined: of no agency. */
  only: string | null | undefined
}

interface Asked {
  sort: Sort
  /** The last agency of the page before; one that is not there: from the beginning. */
  after: string | null
}

const MONTHS = 6
const ROWS = 20
/** Agencies drawn as bars. */
const DRAWN = 10

/** Whose figures an officer sees: the chairman and the Front all, a head the own agency. */
function onlyUnitOf(actor: Actor): string | null | undefined {
  return hasRole(actor, 'chairman', 'auditor') ? null : (actor.unitId ?? undefined)
}

/**
 * Kept figures; nothing is counted here. Of every agency only what the order asks is read, a number each; the figures of those
 * on the page follow.
 */
export async function loadOverview(db: Db, scope: Scope, actor: Actor, { sort, after }: Asked, today: CivilDate): Promise<Overview> {
  const only = onlyUnitOf(actor)
  const units = (await listUnits(db, scope)).filter(({ id }) => only === null || id === only)
  const unitOwners = units.map(({ id }) => owners.unit(id))
  const rankOf = (by: Exclude<Sort, 'name'>) => {
    const { name, ...buckets } = keptCountOf(by, today)
    return sumsOf(db, scope, name, unitOwners, buckets)
  }
  const owner = only ? owners.unit(only) : owners.all
  const [busy, late, asked, due] = await Promise.all([
    sumsOf(db, scope, 'task.status', unitOwners),
    rankOf('late'),
    sort === 'late' || sort === 'name' ? null : rankOf(sort),
    only === undefined ? [] : countsOf(db, scope, 'task.due', owner),
  ])
  const rank = sort === 'name' ? null : (asked ?? late)
  const by = (counts: ReadonlyMap<string, number>) => (unit: { id: string }) => counts.get(owners.unit(unit.id)) ?? 0
  // Sorting keeps the office's order among equals.
  const rows = sortedBy(
    units.filter((unit) => by(busy)(unit) > 0 || unit.id === only),
    rank ? by(rank) : () => 0,
  )
  const start = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const shown = rows.slice(start, start + ROWS)
  const figures = await figuresOf(db, scope, [...(only === undefined ? [] : [owner]), ...shown.map(({ id }) => owners.unit(id))], today)
  return {
    all: figures(owner),
    units: shown.map(({ id, name }) => ({ id, name, figures: figures(owners.unit(id)) })),
    next: start + ROWS < rows.length ? shown.at(-1)!.id : null,
    latest: sortedBy(
      units.filter((unit) => by(late)(unit) > 0),
      by(late),
    )
      .slice(0, DRAWN)
      .map((unit) => ({ id: unit.id, name: unit.name, late: by(late)(unit) })),
    ahead: monthsFrom(today).map((month) => ({
      month,
      // Buckets are the first late day: what ran out before today is late, not ahead.
      n: due.filter(({ bucket }) => bucket > today && bucket.startsWith(month)).reduce((sum, { n }) => sum + n, 0),
    })),
    only: only && (units[0]?.name ?? only),
  }
}

function sortedBy<Unit>(units: readonly Unit[], rankOf: (unit: Unit) => number): Unit[] {
  return units.toSorted((a, b) => rankOf(b) - rankOf(a))
}

function monthsFrom(today: CivilDate): string[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = first + i
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
