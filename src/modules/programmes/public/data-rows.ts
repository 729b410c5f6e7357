import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Programme } from '../programme.ts'
import type { References } from '../references.ts'
import type { Task } from '../task.ts'
import type { programmesDataset, promisesDataset } from './dataset.ts'
import { figuresOf, owners } from './figures.ts'
import { unitNamesOf } from './load-plan.ts'
import { itemsById } from './read-items.ts'
import { programmesById } from './read-programmes.ts'

type Row<Fields extends { fields: readonly string[] }> = Record<Fields['fields'][number], string | number | null>

/** Items as programs read them; the names are those of the open data. */
export async function promiseRows(db: Db, scope: Scope, items: readonly Task[]): Promise<Row<typeof promisesDataset>[]> {
  const [programmes, unitNames, carried] = await Promise.all([
    programmesById(
      db,
      scope,
      items.map(({ programmeId }) => programmeId),
    ),
    unitNamesOf(db, scope),
    itemsById(db, scope, [...new Set(items.flatMap(({ carriesId }) => carriesId ?? []))]),
  ])
  const codes = new Map(carried.map(({ id, code }) => [id, code]))
  return items.map((item) => ({
    code: item.code,
    programme: programmes.get(item.programmeId)?.slug ?? null,
    place: item.place,
    kind: item.kind,
    title: item.title,
    status: item.status,
    unit: item.unitId ? (unitNames.get(item.unitId) ?? null) : item.leadWords,
    startsOn: item.startsOn,
    dueOn: item.dueOn,
    lateFrom: item.lateFrom,
    dueWords: item.dueWords,
    every: item.every,
    indicator: item.indicator,
    unitOfMeasure: item.unitOfMeasure,
    target: item.target === null ? null : Number(item.target),
    reached: item.reached === null ? null : Number(item.reached),
    doneOn: item.doneOn,
    evidence: item.evidence,
    saidDone: item.saidDone,
    saidPartly: item.saidPartly,
    saidNot: item.saidNot,
    carries: item.carriesId ? (codes.get(item.carriesId) ?? null) : null,
  }))
}

const ownerOf = ({ id, kind }: Programme) => (kind === 'plan' ? owners.tree(id) : owners.programme(id))

/** Plans and programmes as programs read them, each with its kept figures of a day. */
export async function programmeRows(
  db: Db,
  scope: Scope,
  references: References,
  programmes: readonly Programme[],
  today: CivilDate,
): Promise<Row<typeof programmesDataset>[]> {
  const [figures, unitNames, plans, papers] = await Promise.all([
    figuresOf(db, scope, programmes.map(ownerOf), today),
    unitNamesOf(db, scope),
    programmesById(
      db,
      scope,
      programmes.flatMap(({ planId }) => planId ?? []),
    ),
    references.document.name(db, scope, [...new Set(programmes.flatMap(({ documentId }) => documentId ?? []))]),
  ])
  return programmes.map((programme) => {
    const { slug, kind, title, status, planId, unitId, documentId, publishedOn, dueOn, startsOn, endsOn } = programme
    const { items, done, late, unproven, disputed } = figures(ownerOf(programme))
    return {
      slug,
      kind,
      title,
      status,
      plan: planId ? (plans.get(planId)?.slug ?? null) : null,
      unit: unitId ? (unitNames.get(unitId) ?? null) : null,
      document: documentId ? (papers.get(documentId)?.text ?? null) : null,
      publishedOn,
      dueOn,
      startsOn,
      endsOn,
      items,
      done,
      late,
      unproven,
      disputed,
    }
  })
}
