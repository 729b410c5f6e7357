import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { type Actor, hasRole, listUnits, type Scope } from '../../accounts/index.ts'
import { countsOf } from '../../tallies/index.ts'
import { type Figures, figuresOf, owners } from '../public/figures.ts'

export const sorts = ['late', 'name', 'items', 'done', 'unproven', 'disputed'] as const
export type Sort = (typeof sorts)[number]

/** In the address; Vietnamese in both languages. */
export const sortAddress: Readonly<Record<Sort, string>> = {
  late: 'tre',
  name: 'ten',
  items: 'viec',
  done: 'da-xong',
  unproven: 'thieu-bang-chung',
  disputed: 'dan-noi-chua',
}

export interface UnitFigures {
  id: string
  name: string
  figures: Figures
}

export interface Overview {
  /** Of everybody, or of the one agency that its head sees. */
  all: Figures
  units: readonly UnitFigures[]
  /** `YYYY-MM` and how many items have their day in it, from this month on. */
  ahead: readonly { month: string; n: number }[]
  /** Name of the one agency that is shown; null: all; undefined: of no agency. */
  only: string | null | undefined
}

const MONTHS = 6

/** Whose figures an officer sees: the chairman and the Front all, a head the own agency. */
function onlyUnitOf(actor: Actor): string | null | undefined {
  return hasRole(actor, 'chairman', 'auditor') ? null : (actor.unitId ?? undefined)
}

/** Kept figures of every agency that has any, a few hundred rows; nothing is counted here. */
export async function loadOverview(db: Db, scope: Scope, actor: Actor, sort: Sort, today: CivilDate): Promise<Overview> {
  const only = onlyUnitOf(actor)
  const units = (await listUnits(db, scope)).filter(({ id }) => only === null || id === only)
  const owner = only ? owners.unit(only) : owners.all
  const [figures, due] = await Promise.all([
    figuresOf(db, scope, [...(only === undefined ? [] : [owner]), ...units.map(({ id }) => owners.unit(id))], today),
    only === undefined ? [] : countsOf(db, scope, 'task.due', owner),
  ])
  const rows = units
    .map(({ id, name }) => ({ id, name, figures: figures(owners.unit(id)) }))
    .filter((row) => row.figures.items > 0 || row.figures.cancelled > 0 || row.id === only)
  return {
    all: figures(owner),
    units: sort === 'name' ? rows : rows.sort((a, b) => b.figures[sort] - a.figures[sort]),
    ahead: monthsFrom(today).map((month) => ({
      month,
      // Buckets are the first late day: what ran out before today is late, not ahead.
      n: due.filter(({ bucket }) => bucket > today && bucket.startsWith(month)).reduce((sum, { n }) => sum + n, 0),
    })),
    only: only && (units[0]?.name ?? only),
  }
}

function monthsFrom(today: CivilDate): string[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = first + i
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
