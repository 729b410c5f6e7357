import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Programme } from '../programme.ts'
import type { Task } from '../task.ts'
import { listAnchors, listPartners } from '../task-repository.ts'

/** A plan or programme as the API gives it. */
export function programmeJson({
  slug,
  kind,
  title,
  status,
  version,
  unitId,
  dueOn,
  startsOn,
  endsOn,
  publishedOn,
  endedOn,
  updatedAt,
}: Programme) {
  return { slug, kind, title, status, version, unitId, dueOn, startsOn, endsOn, publishedOn, endedOn, updatedAt: updatedAt.toISOString() }
}

/** Items with their partners and sentences; the fields are those that `ItemInput` takes. */
export async function itemsJson(db: Db, scope: Scope, tasks: readonly Task[]) {
  const ids = tasks.map(({ id }) => id)
  const [partners, anchors] = await Promise.all([listPartners(db, scope, ids), listAnchors(db, scope, ids)])
  const partnersOf = Map.groupBy(partners, ({ taskId }) => taskId)
  const anchorsOf = Map.groupBy(anchors, ({ taskId }) => taskId)
  const codes = new Map(tasks.map(({ id, code }) => [id, code]))
  return tasks.map((task) => ({
    code: task.code,
    place: task.place,
    status: task.status,
    version: task.version,
    ...inputOf(task, partnersOf.get(task.id) ?? []),
    goal: task.goalId && (codes.get(task.goalId) ?? null),
    anchorIds: (anchorsOf.get(task.id) ?? []).map(({ anchorId }) => anchorId),
  }))
}

function inputOf(task: Task, partners: readonly { unitId: string | null; words: string | null }[]) {
  const { kind, title, details, unitId, personId, leadWords, startsOn, dueOn, dueWords, every, weight, indicator, unitOfMeasure, target } =
    task
  return {
    kind,
    title,
    details,
    unitId,
    personId,
    leadWords,
    partnerIds: partners.flatMap((partner) => partner.unitId ?? []),
    partnerWords: partners.flatMap((partner) => partner.words ?? []),
    startsOn,
    dueOn,
    dueWords,
    every,
    weight,
    indicator,
    unitOfMeasure,
    target,
  }
}

export type ItemJson = Awaited<ReturnType<typeof itemsJson>>[number]
