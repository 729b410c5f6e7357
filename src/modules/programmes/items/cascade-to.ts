import type { Trx } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { newId } from '../../../shared/ids.ts'
import { slugChoices, slugOf } from '../../../shared/slug.ts'
import type { Scope, Unit } from '../../accounts/index.ts'
import { appendEntry } from '../../history/index.ts'
import { recountMany } from '../../tallies/index.ts'
import { insertUnderFreeSlug } from '../make-programme.ts'
import { text } from '../plans/text.ts'
import { matterOf, type Programme } from '../programme.ts'
import { programmesOf } from '../programme-repository.ts'
import { programmeCounts } from '../rules.ts'
import type { Task } from '../task.ts'
import { insertTasks, listPartners, listTasks, type Partner } from '../task-repository.ts'
import { concerns } from './concerns.ts'
import { writePartners } from './item-rows.ts'
import { newCodes, newTask, recordMade } from './make-items.ts'

interface By {
  role: string
  personId: string | null
  at: Date
}

/**
 * One draft for each agency that has none under this plan yet, with copies of the items that concern it; each copy says which item of
 * the plan it carries out. The plan is locked by the caller: two at once make nothing twice.
 */
export async function cascadeTo(
  trx: Trx,
  scope: Scope,
  plan: Programme,
  units: readonly Unit[],
  dueOn: CivilDate,
  by: By,
): Promise<Programme[]> {
  const has = new Set(
    (
      await programmesOf(trx, scope)
        .where('plan_id', '=', plan.id)
        .where('kind', '=', 'agency')
        .where('status', '<>', 'discarded')
        .execute()
    ).map(({ unitId }) => unitId),
  )
  const items = (await listTasks(trx, scope, plan.id)).filter(({ status }) => status !== 'cancelled')
  const partners = Map.groupBy(
    await listPartners(
      trx,
      scope,
      items.map(({ id }) => id),
    ),
    ({ taskId }) => taskId,
  )
  const made: Programme[] = []
  for (const unit of units.filter(({ id }) => !has.has(id)))
    made.push(await cascadeToOne(trx, scope, plan, { unit, dueOn, items, partners }, by))
  await recountMany(trx, scope, [], made.flatMap(programmeCounts))
  return made
}

interface Template {
  unit: Unit
  dueOn: CivilDate
  items: readonly Task[]
  /** By item. */
  partners: ReadonlyMap<string, readonly Partner[]>
}

async function cascadeToOne(trx: Trx, scope: Scope, plan: Programme, template: Template, by: By): Promise<Programme> {
  const { unit, dueOn, items, partners } = template
  const programme = await insertUnderFreeSlug(trx, scope, {
    kind: 'agency',
    planId: plan.id,
    unitId: unit.id,
    documentId: plan.documentId,
    // What an agency writes is Vietnamese, whatever language the officer's page has.
    title: text.vi.agencyTitle(unit.name, plan.title),
    dueOn,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    createdAt: by.at,
    slugs: (id) =>
      slugChoices(
        `${slugOf(plan.title, { longest: 40, nameless: 'ke-hoach' })}-${slugOf(unit.shortName, { longest: 30, nameless: 'co-quan' })}`,
        id,
      ),
  })
  const concerned = items.filter((item) => concerns(item, partners.get(item.id) ?? [], unit))
  const codes = await newCodes(trx, scope, by.at, concerned.length)
  const copyOf = new Map(concerned.map(({ id }) => [id, newId(by.at.getTime())]))
  const copies = concerned.map((item, i) =>
    newTask({
      id: copyOf.get(item.id)!,
      code: codes[i]!,
      programmeId: programme.id,
      place: i + 1,
      kind: item.kind,
      title: item.title,
      details: item.details,
      carriesId: item.id,
      goalId: item.goalId && (copyOf.get(item.goalId) ?? null),
      unitId: unit.id,
      startsOn: item.startsOn,
      dueOn: item.dueOn,
      dueWords: item.dueWords,
      every: item.every,
      weight: item.weight,
      indicator: item.indicator,
      unitOfMeasure: item.unitOfMeasure,
      target: item.target,
      updatedAt: by.at,
    }),
  )
  await insertTasks(trx, scope, copies)
  await writePartners(
    trx,
    scope,
    concerned.flatMap((item) =>
      (partners.get(item.id) ?? [])
        .filter(({ unitId }) => unitId !== unit.id)
        .map((partner) => ({ ...partner, taskId: copyOf.get(item.id)! })),
    ),
  )
  const facts = { planId: plan.id, unitId: unit.id, dueOn, items: copies.length }
  await appendEntry(trx, scope, matterOf(programme), { type: 'programme.made', audience: 'internal', facts }, by)
  await recordMade(trx, scope, programme, copies, 'internal', by)
  return programme
}
