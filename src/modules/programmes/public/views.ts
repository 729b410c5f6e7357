import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Database } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { isLate, isOpen, sayingOf } from '../rules.ts'
import { openStatuses, type Task } from '../task.ts'

/** What of a list of items is shown. */
export const views = ['all', 'open', 'late', 'done', 'unproven', 'disputed', 'cancelled'] as const
export type View = (typeof views)[number]

/** In addresses; Vietnamese in both languages. */
export const viewAddress: Readonly<Record<View, string>> = {
  all: 'tat-ca',
  open: 'chua-xong',
  late: 'tre',
  done: 'da-xong',
  unproven: 'chua-co-bang-chung',
  disputed: 'dan-noi-chua',
  cancelled: 'thoi',
}

/** What is not a view shows all. */
export function viewOf(asked: unknown): View {
  return views.find((view) => viewAddress[view] === asked) ?? 'all'
}

export type Slim = Pick<
  Task,
  | 'id'
  | 'code'
  | 'place'
  | 'kind'
  | 'title'
  | 'status'
  | 'goalId'
  | 'carriesId'
  | 'lateFrom'
  | 'evidence'
  | 'saidDone'
  | 'saidPartly'
  | 'saidNot'
>

/** The same as `whereView`, of rows in memory. Goals are reached by what serves them: no view counts them. */
export function isIn(view: View, item: Slim, today: CivilDate): boolean {
  const { kind, status, evidence } = item
  if (kind === 'objective' || status === 'draft') return false
  switch (view) {
    case 'all':
      return status !== 'cancelled'
    case 'open':
      return isOpen(status)
    case 'late':
      return isLate(item, today)
    case 'unproven':
      return status !== 'cancelled' && evidence === 0
    case 'disputed':
      return (status === 'done' || status === 'reported') && sayingOf(item) === 'disputed'
    default:
      return status === view
  }
}

type Items = ExpressionBuilder<Database, 'programme_tasks'>

/** Items of a view that stand in a plan or programme that is out. */
export function whereView(eb: Items, view: View, today: CivilDate): ExpressionWrapper<Database, 'programme_tasks', SqlBool> {
  const status = {
    all: ['planned', 'inProgress', 'reported', 'done'],
    unproven: ['planned', 'inProgress', 'reported', 'done'],
    open: openStatuses,
    late: openStatuses,
    disputed: ['done', 'reported'],
    done: ['done'],
    cancelled: ['cancelled'],
  } as const satisfies Record<View, readonly Task['status'][]>
  const further = {
    late: () => eb('late_from', '<=', today),
    unproven: () => eb('evidence', '=', 0),
    disputed: () => sql<SqlBool>`said_partly + said_not >= said_done and said_partly + said_not > 0`,
  } as const
  return eb.and([
    eb('kind', '!=', 'objective'),
    eb('status', 'in', [...status[view]]),
    ...(view in further ? [further[view as keyof typeof further]()] : []),
  ])
}
