import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { listUnits } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { lateFrom } from '../late-from.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../programme-repository.ts'
import type { References } from '../references.ts'
import { isShown } from '../rules.ts'
import type { Task } from '../task.ts'
import { daysLate } from './due.ts'
import { type Figures, figuresOf, owners } from './figures.ts'
import { itemsById, listSlim } from './read-items.ts'
import { listOfAgencies } from './read-programmes.ts'
import { isIn, type Slim, type View } from './views.ts'

/** Items of one page of a plan. */
const ROWS = 30

/** Where an agency stands with the programme that it owes a plan. */
export interface AgencyState {
  unitId: string
  /** Null: not out yet, so that nothing of it but its day is told. */
  out: Pick<Programme, 'slug' | 'publishedOn'> | null
  dueOn: CivilDate | null
  /** Days by which it is, or came, late; 0: in time. */
  daysLate: number
  figures: Figures
}

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
  agencies: readonly AgencyState[]
  unitNames: ReadonlyMap<string, string>
}

export interface PlanQuery {
  view: View
  kind: Task['kind'] | null
  after: number
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
  { view, kind, after }: PlanQuery,
  today: CivilDate,
): Promise<PlanView> {
  const isPlan = programme.kind === 'plan'
  const owner = isPlan ? owners.tree(programme.id) : owners.programme(programme.id)
  const [slim, figures, agencies, unitNames, paper, parent] = await Promise.all([
    listSlim(db, scope, programme.id),
    figuresOf(db, scope, [owner], today),
    isPlan ? loadAgencies(db, scope, programme.id, today) : [],
    unitNamesOf(db, scope),
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

/** The latest first, then those that are not out, then the others by the state of their items. */
export async function loadAgencies(db: Db, scope: Scope, planId: string, today: CivilDate): Promise<AgencyState[]> {
  const [programmes, calendar] = await Promise.all([listOfAgencies(db, scope, planId), loadCalendar(db, scope)])
  const figures = await figuresOf(
    db,
    scope,
    programmes.map(({ id }) => owners.programme(id)),
    today,
  )
  const states = programmes.map((programme): AgencyState => {
    const from = programme.dueOn && lateFrom(calendar, programme.dueOn)
    const until = isShown(programme) ? programme.publishedOn! : today
    return {
      unitId: programme.unitId!,
      out: isShown(programme) ? programme : null,
      dueOn: programme.dueOn,
      daysLate: from && from <= until ? daysLate(from, until) : 0,
      figures: figures(owners.programme(programme.id)),
    }
  })
  const rank = ({ out, daysLate: days }: AgencyState) => (out ? 0 : 1_000_000) + (out ? 0 : days)
  return states.sort((a, b) => rank(b) - rank(a) || b.figures.late - a.figures.late || (a.unitId < b.unitId ? -1 : 1))
}
