import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { listUnits } from '../../accounts/index.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../programme-repository.ts'
import type { References } from '../references.ts'
import { isShown } from '../rules.ts'
import type { Task } from '../task.ts'
import { type Figures, figuresOf, owners } from './figures.ts'
import { type AgencyPage, loadAgencies, noAgencies } from './load-agencies.ts'
import { itemsById, listSlim } from './read-items.ts'
import { isIn, type Slim, type View } from './views.ts'

/** Items of one page of a plan, and agencies. */
const ROWS = 30
const AGENCIES = 20

export interface Goal {
  goal: Slim
  serving: number
  done: number
}

export interface PlanView {
  programme: Programme
  paper: { text: string; href: string } | undefined
  parent: Programme | undefined
  figures: Figures
  goals: readonly Goal[]
  items: readonly Task[]
  /** Place of the last item shown; null: there are no more. */
  next: number | null
  agencies: AgencyPage
  unitNames: ReadonlyMap<string, string>
}

export interface PlanQuery {
  view: View
  kind: Task['kind'] | null
  after: number
  /** Agency after which the page of agencies begins. */
  afterAgency: string | null
}

export async function unitNamesOf(db: Db, scope: Scope): Promise<Map<string, string>> {
  return new Map((await listUnits(db, scope)).map(({ id, name }) => [id, name]))
}

/** All that the page of a plan or programme shows. Figures are the kept ones; its own items are hundreds at most. */
export async function loadPlan(
  db: Db,
  scope: Scope,
  references: References,
  programme: Programme,
  { view, kind, after, afterAgency }: PlanQuery,
  today: CivilDate,
): Promise<PlanView> {
  const isPlan = programme.kind === 'plan'
  const owner = isPlan ? owners.tree(programme.id) : owners.programme(programme.id)
  const unitNames = await unitNamesOf(db, scope)
  const [slim, figures, agencies, paper, parent] = await Promise.all([
    listSlim(db, scope, programme.id),
    figuresOf(db, scope, [owner], today),
    isPlan ? loadAgencies(db, scope, programme.id, unitNames, today, { after: afterAgency, limit: AGENCIES }) : noAgencies,
    programme.documentId ? references.document.name(db, scope, [programme.documentId]) : undefined,
    programme.planId ? findProgramme(db, scope, programme.planId) : undefined,
  ])
  const rows = slim.filter((item) => isIn(view, item, today) && (kind === null || item.kind === kind) && item.place > after)
  const shown = rows.slice(0, ROWS)
  return {
    programme,
    paper: programme.documentId ? paper?.get(programme.documentId) : undefined,
    parent: parent && isShown(parent) ? parent : undefined,
    figures: figures(owner),
    goals: goalsOf(slim),
    items: await itemsById(
      db,
      scope,
      shown.map(({ id }) => id),
    ),
    next: rows.length > ROWS ? shown.at(-1)!.place : null,
    agencies,
    unitNames,
  }
}

export function goalsOf(items: readonly Slim[]): Goal[] {
  const kept = items.filter(({ status }) => status !== 'cancelled')
  const serving = Map.groupBy(kept, ({ goalId }) => goalId)
  return kept
    .filter(({ kind }) => kind === 'objective')
    .map((goal) => {
      const those = (serving.get(goal.id) ?? []).filter(({ kind }) => kind !== 'objective')
      return { goal, serving: those.length, done: those.filter(({ status }) => status === 'done').length }
    })
}
