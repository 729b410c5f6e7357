import type { Db } from '../../../platform/database.ts'
import { listStaff, listUnits, type Scope } from '../../accounts/index.ts'
import { documentPaths, findDocument, listPassages } from '../../documents/index.ts'
import { findingsOf, type Guarded, listFiles, type StoredFile } from '../../files/index.ts'
import { type Entry, listHistory } from '../../history/index.ts'
import type { References } from '../references.ts'
import { type Evidence, type Note, type Task, taskMatter } from '../task.ts'
import { findTask, listAnchors, listEvidence, listNotes, listPartners } from '../task-repository.ts'
import { listNeeds } from './needs.ts'
import type { PlacedTask } from './placed-task.ts'

/** Notes on one page. */
export const NOTES = 20

export interface ShownEvidence extends Evidence {
  /** What it points to, where everybody may still read that. */
  link: { text: string; href: string } | null
  /** The item's own file, with what the guard saw in it. */
  file: (Guarded & { stored: StoredFile }) | null
}

/** An item with everything that stands on its page in the office. */
export interface TaskView {
  task: PlacedTask
  unitName: string | null
  personName: string | null
  partners: string[]
  carries: Pick<Task, 'code' | 'title'> | null
  sentences: { text: string | null; href: string; document: string }[]
  evidence: ShownEvidence[]
  notes: (Note & { personName: string | null })[]
  needs: Awaited<ReturnType<typeof listNeeds>>
  history: Entry[]
  /** Names of agencies that the history speaks of. */
  unitNames: ReadonlyMap<string, string>
  staff: Awaited<ReturnType<typeof listStaff>>
  units: Awaited<ReturnType<typeof listUnits>>
}

export async function viewTask(
  db: Db,
  scope: Scope,
  references: References,
  task: PlacedTask,
  { notesAfter = null }: { notesAfter?: { at: Date; id: string } | null } = {},
): Promise<TaskView> {
  const [units, staff, partners, carries, evidence, notes, needs, history, sentences] = await Promise.all([
    listUnits(db, scope),
    listStaff(db, scope),
    listPartners(db, scope, [task.id]),
    task.carriesId ? findTask(db, scope, task.carriesId) : undefined,
    evidenceOf(db, scope, references, task),
    listNotes(db, scope, task.id, ['public', 'internal'], notesAfter, NOTES + 1),
    listNeeds(db, scope, task.id),
    listHistory(db, scope, taskMatter(task), ['public', 'internal']),
    sentencesOf(db, scope, task.id),
  ])
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const nameOf = (personId: string | null) => staff.find((one) => one.personId === personId)?.name ?? null
  return {
    task,
    unitName: task.unitId ? (unitNames.get(task.unitId) ?? null) : task.leadWords,
    personName: nameOf(task.personId),
    partners: partners.flatMap(({ unitId, words }) => (unitId ? (unitNames.get(unitId) ?? []) : (words ?? []))),
    carries: carries ?? null,
    sentences,
    evidence,
    notes: notes.map((note) => ({ ...note, personName: nameOf(note.personId) })),
    needs,
    history,
    unitNames,
    staff,
    units,
  }
}

export async function evidenceOf(db: Db, scope: Scope, references: References, task: Pick<Task, 'id'>): Promise<ShownEvidence[]> {
  const [evidence, files] = await Promise.all([listEvidence(db, scope, task.id), listFiles(db, scope, taskMatter(task))])
  const idsOf = (type: Evidence['refType']) => evidence.filter(({ refType }) => refType === type).map(({ refId }) => refId)
  const [article, petition, document, findings] = await Promise.all([
    references.article.name(db, scope, idsOf('article')),
    references.petition.name(db, scope, idsOf('petition')),
    references.document.name(db, scope, idsOf('document')),
    findingsOf(db, scope, idsOf('file')),
  ])
  const named = { article, petition, document }
  return evidence.map((one) => {
    if (one.refType !== 'file') return { ...one, link: named[one.refType].get(one.refId) ?? null, file: null }
    const stored = files.find(({ id }) => id === one.refId)
    const guarded = findings.get(one.refId) ?? { findings: [], confirmedAt: null }
    return {
      ...one,
      link: stored ? { text: stored.originalName, href: `/tep/${stored.id}` } : null,
      file: stored ? { stored, ...guarded } : null,
    }
  })
}

/** Sentences of the present edition; one that is not there any more is named as lost. */
export async function sentencesOf(db: Db, scope: Scope, taskId: string): Promise<TaskView['sentences']> {
  const anchors = await listAnchors(db, scope, [taskId])
  const byDocument = Map.groupBy(anchors, ({ documentId }) => documentId)
  const lists = await Promise.all(
    [...byDocument].map(async ([documentId, cited]) => {
      const document = await findDocument(db, scope, documentId)
      if (!document) return []
      const passages = await listPassages(db, scope, documentId, document.edition)
      return cited.map(({ anchorId }) => ({
        text: passages.find((passage) => passage.anchorId === anchorId)?.text ?? null,
        href: `${documentPaths.one(document.slug)}#${documentPaths.anchor(anchorId)}`,
        document: document.number ?? document.subject,
      }))
    }),
  )
  return lists.flat()
}
