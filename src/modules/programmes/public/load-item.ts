import type { Db } from '../../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { findPassages, type PlacedPassage } from '../../documents/index.ts'
import { listFiles, type StoredFile } from '../../files/index.ts'
import { type Entry, listHistory } from '../../history/index.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../programme-repository.ts'
import type { References } from '../references.ts'
import { isShown } from '../rules.ts'
import { type Evidence, evidenceTypes, type Note, type Task, taskMatter } from '../task.ts'
import { findTaskByCode, listAnchors, listEvidence, listNotes, listPartners, type Partner } from '../task-repository.ts'
import { unitNamesOf } from './load-plan.ts'
import { itemsById, listItems, shownItems } from './read-items.ts'

const NOTES = 10
/** Items beside this one, of each relation. */
const OTHERS = 30

export interface ItemView {
  task: Task
  programme: Programme
  sentences: readonly PlacedPassage[]
  partners: readonly Partner[]
  evidence: readonly (Evidence & { link: { text: string; href: string } | undefined })[]
  files: readonly StoredFile[]
  notes: Page<Note>
  history: readonly Entry[]
  carries: Task | undefined
  goal: Task | undefined
  carriedBy: Page<Task>
  serves: readonly Task[]
  needs: readonly Task[]
  neededBy: readonly Task[]
  unitNames: ReadonlyMap<string, string>
}

/** @throws NotFound for a draft, and for an item of what is not out */
export async function requireShownItem(db: Db, scope: Scope, code: string): Promise<{ task: Task; programme: Programme }> {
  const task = await findTaskByCode(db, scope, code)
  const programme = task && task.status !== 'draft' ? await findProgramme(db, scope, task.programmeId) : undefined
  if (!task || !programme || !isShown(programme)) throw new NotFound()
  return { task, programme }
}

/** All that everybody may read of an item. */
export async function loadItem(
  db: Db,
  scope: Scope,
  references: References,
  { task, programme }: { task: Task; programme: Programme },
  after: { notes: string | null; carried: string | null },
  today: CivilDate,
): Promise<ItemView> {
  const [anchors, partners, evidence, files, notes, history, beside, carriedBy, serves, needs, neededBy, unitNames] = await Promise.all([
    listAnchors(db, scope, [task.id]),
    listPartners(db, scope, [task.id]),
    namedEvidence(db, scope, references, task.id),
    listFiles(db, scope, taskMatter(task), { visibilities: ['public'] }),
    pageOfNotes(db, scope, task.id, after.notes),
    listHistory(db, scope, taskMatter(task), ['public']),
    itemsById(
      db,
      scope,
      [task.carriesId, task.goalId].filter((id) => id !== null),
    ),
    listItems(db, scope, { view: 'all', carriesId: task.id }, today, after.carried, OTHERS),
    shownItems(db, scope).where('goal_id', '=', task.id).orderBy('place').limit(OTHERS).execute(),
    needsOf(db, scope, task.id, 'task_id', 'needs_id'),
    needsOf(db, scope, task.id, 'needs_id', 'task_id'),
    unitNamesOf(db, scope),
  ])
  const passages = await findPassages(
    db,
    scope,
    anchors.map(({ anchorId }) => anchorId),
  )
  return {
    task,
    programme,
    sentences: [...passages.values()],
    partners,
    evidence,
    files,
    notes,
    history,
    carries: beside.find(({ id }) => id === task.carriesId),
    goal: beside.find(({ id }) => id === task.goalId),
    carriedBy,
    serves,
    needs,
    neededBy,
    unitNames,
  }
}

async function pageOfNotes(db: Db, scope: Scope, taskId: string, after: string | null): Promise<Page<Note>> {
  const [at, id] = after ? decodeCursor(after, [isInstant, isUuid]) : []
  const key = at && id ? { at: new Date(at), id } : null
  const rows = await listNotes(db, scope, taskId, ['public'], key, NOTES + 1)
  return pageOf(rows, NOTES, (note) => [note.at.toISOString(), note.id])
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && isCivilDate(text.slice(0, 10))

async function namedEvidence(db: Db, scope: Scope, references: References, taskId: string): Promise<ItemView['evidence']> {
  const evidence = await listEvidence(db, scope, taskId)
  const names = new Map<string, { text: string; href: string }>()
  for (const type of evidenceTypes) {
    const ids = evidence.filter(({ refType, removedAt }) => refType === type && !removedAt).map(({ refId }) => refId)
    if (type === 'file' || ids.length === 0) continue
    for (const [id, name] of await references[type].name(db, scope, ids)) names.set(`${type} ${id}`, name)
  }
  return evidence.map((one) => ({ ...one, link: names.get(`${one.refType} ${one.refId}`) }))
}

async function needsOf(db: Db, scope: Scope, taskId: string, from: 'task_id' | 'needs_id', to: 'task_id' | 'needs_id'): Promise<Task[]> {
  const rows = await db
    .selectFrom('programme_task_needs')
    .select(`${to} as id`)
    .where('authority_id', '=', scope.authorityId)
    .where(from, '=', taskId)
    .limit(OTHERS)
    .execute()
  return itemsById(
    db,
    scope,
    rows.map(({ id }) => id),
  )
}
