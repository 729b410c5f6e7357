import { codeOf, nextNumber } from '../../../platform/code-numbers.ts'
import type { Trx } from '../../../platform/database.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, type FieldProblem } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { listAuthorities, listStaff, listUnits, type Scope } from '../../accounts/index.ts'
import { loadCalendar } from '../../clocks/index.ts'
import { findDocument, listPassages } from '../../documents/index.ts'
import { appendEntries } from '../../history/index.ts'
import { labels, MOST_ITEMS } from '../fields.ts'
import { lateFrom } from '../late-from.ts'
import type { Programme } from '../programme.ts'
import { type Task, taskMatter } from '../task.ts'
import { addAnchors, insertTasks, listTasks } from '../task-repository.ts'
import type { ItemInput } from './item-fields.ts'
import { writePartners } from './item-rows.ts'

/** As many new codes as are asked for, in one query: `PL-NV-2026-00012`. */
export async function newCodes(trx: Trx, scope: Scope, at: Date, n: number): Promise<string[]> {
  const prefix = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)!.codePrefix
  const year = Number(civilDateOf(at).slice(0, 4))
  const numbers = await Promise.all(Array.from({ length: n }, () => nextNumber(trx, scope, 'task', year)))
  return numbers.map((number) => codeOf(`${prefix}-NV`, year, number))
}

/** An item that nothing was done about yet. */
export function newTask(facts: Pick<Task, 'code' | 'programmeId' | 'place' | 'kind' | 'title' | 'updatedAt'> & Partial<Task>): Task {
  return {
    id: newId(facts.updatedAt.getTime()),
    details: null,
    status: 'draft',
    version: 1,
    carriesId: null,
    goalId: null,
    unitId: null,
    personId: null,
    leadWords: null,
    startsOn: null,
    dueOn: null,
    dueWords: null,
    lateFrom: null,
    every: null,
    seriesId: null,
    period: null,
    weight: 1,
    indicator: null,
    unitOfMeasure: null,
    target: null,
    reached: null,
    reportedBy: null,
    reportedOn: null,
    doneOn: null,
    notes: 0,
    evidence: 0,
    saidDone: 0,
    saidPartly: 0,
    saidNot: 0,
    ...facts,
  }
}

/**
 * Adds items behind the others of a programme that the caller has locked: drafts of a draft, planned ones of a programme that is out.
 * @param prefix where the items stand in the input, for the refusal: `items`
 * @throws InvalidInput where an item names a unit, person, goal or sentence that there is not
 */
export async function makeItems(
  trx: Trx,
  scope: Scope,
  programme: Programme,
  inputs: readonly ItemInput[],
  at: Date,
  prefix = 'items',
): Promise<Task[]> {
  const there = await listTasks(trx, scope, programme.id)
  if (there.length + inputs.length > MOST_ITEMS) throw new DomainError('programme_full', 422, { max: MOST_ITEMS })
  const known = await requireKnown(trx, scope, programme, inputs, there, (i, field) => `${prefix}.${i}.${field}`)
  const [codes, calendar] = await Promise.all([newCodes(trx, scope, at, inputs.length), loadCalendar(trx, scope)])
  const first = (there.at(-1)?.place ?? 0) + 1
  const isOut = programme.status === 'published'
  const tasks = inputs.map((input, i) => {
    const { partnerIds: _, partnerWords: __, anchorIds: ___, goal, ...facts } = input
    return newTask({
      ...facts,
      code: codes[i]!,
      programmeId: programme.id,
      place: first + i,
      goalId: goal === null ? null : known.goals.get(goal)!,
      status: isOut ? 'planned' : 'draft',
      lateFrom: isOut && input.dueOn && !input.every ? lateFrom(calendar, input.dueOn) : null,
      updatedAt: at,
    })
  })
  await insertTasks(trx, scope, tasks)
  await writePartners(
    trx,
    scope,
    tasks.flatMap((task, i) => partnersOf(inputs[i]!).map((partner) => ({ taskId: task.id, ...partner }))),
  )
  const documentId = programme.documentId
  if (documentId)
    await addAnchors(
      trx,
      scope,
      tasks.flatMap((task, i) => inputs[i]!.anchorIds.map((anchorId) => ({ taskId: task.id, documentId, anchorId }))),
    )
  return tasks
}

/** Our own units first, then agencies in the words of the paper. */
export function partnersOf({ partnerIds, partnerWords }: Pick<ItemInput, 'partnerIds' | 'partnerWords'>) {
  return [...partnerIds.map((unitId) => ({ unitId, words: null })), ...partnerWords.map((words) => ({ unitId: null, words }))]
}

/**
 * What the items name, looked up.
 * @param fieldOf how the field of the i-th item is called in the input
 * @throws InvalidInput where there is none such
 */
export async function requireKnown(
  trx: Trx,
  scope: Scope,
  programme: Programme,
  inputs: readonly ItemInput[],
  there: readonly Task[],
  fieldOf: (i: number, field: string) => string,
): Promise<Known> {
  const known = await loadKnown(trx, scope, programme, inputs, there)
  const problems = inputs.flatMap((input, i) =>
    problemsWith(input, known).map((field): FieldProblem => ({ field: fieldOf(i, field), code: 'unknown_reference' })),
  )
  if (problems.length > 0) refuseInput(problems, labels)
  return known
}

interface Known {
  units: ReadonlySet<string>
  people: ReadonlySet<string>
  /** Ids of goals by id and by code. */
  goals: ReadonlyMap<string, string>
  anchors: ReadonlySet<string>
}

async function loadKnown(
  trx: Trx,
  scope: Scope,
  programme: Programme,
  inputs: readonly ItemInput[],
  there: readonly Task[],
): Promise<Known> {
  const wantsPeople = inputs.some(({ personId }) => personId !== null)
  const [units, people, document] = await Promise.all([
    listUnits(trx, scope),
    wantsPeople ? listStaff(trx, scope) : [],
    programme.documentId ? findDocument(trx, scope, programme.documentId) : undefined,
  ])
  const wantsAnchors = inputs.some(({ anchorIds }) => anchorIds.length > 0)
  const passages = document && wantsAnchors ? await listPassages(trx, scope, document.id, document.edition) : []
  const goals = there.filter(({ kind }) => kind === 'objective')
  return {
    units: new Set(units.map(({ id }) => id)),
    people: new Set(people.map(({ personId }) => personId)),
    goals: new Map(goals.flatMap(({ id, code }) => [[id, id] as const, [code, id] as const])),
    anchors: new Set(passages.map(({ anchorId }) => anchorId)),
  }
}

function problemsWith(input: ItemInput, known: Known): string[] {
  return [
    ...(input.unitId && !known.units.has(input.unitId) ? ['unitId'] : []),
    ...(input.personId && !known.people.has(input.personId) ? ['personId'] : []),
    ...(input.partnerIds.every((id) => known.units.has(id)) ? [] : ['partnerIds']),
    ...(input.goal !== null && !known.goals.has(input.goal) ? ['goal'] : []),
    ...(input.anchorIds.every((id) => known.anchors.has(id)) ? [] : ['anchorIds']),
  ]
}

/** An entry for each new item. */
export function recordMade(
  trx: Trx,
  scope: Scope,
  programme: Pick<Programme, 'id'>,
  tasks: readonly Task[],
  audience: 'public' | 'internal',
  by: { role: string; personId: string | null; at: Date },
): Promise<void> {
  const factsOf = ({ code, kind, dueOn, carriesId }: Task) => ({
    programmeId: programme.id,
    code,
    kind,
    dueOn,
    ...(carriesId ? { carriesId } : {}),
  })
  const entries = tasks.map((task) => ({ matter: taskMatter(task), entry: { type: 'task.made', audience, facts: factsOf(task) } }))
  return appendEntries(trx, scope, entries, by)
}
