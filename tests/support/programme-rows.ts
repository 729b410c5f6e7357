import { documentMatter } from '../../src/modules/documents/index.ts'
import type { Programme } from '../../src/modules/programmes/programme.ts'
import { insertProgramme } from '../../src/modules/programmes/programme-repository.ts'
import { taskCounts } from '../../src/modules/programmes/rules.ts'
import type { Task } from '../../src/modules/programmes/task.ts'
import { addAnchors, insertTasks } from '../../src/modules/programmes/task-repository.ts'
import { recount } from '../../src/modules/tallies/index.ts'
import type { Db } from '../../src/platform/database.ts'
import { newId } from '../../src/shared/ids.ts'

const at = new Date('2026-11-20T09:00:00+07:00')
const scope = { authorityId: 1 }
/** Far from the codes of the demonstration. */
let numbers = 50_000

/** A published document of one sentence a line; gives its id and the anchors in order. */
export async function aDocumentRow(db: Db, sentences: readonly string[], slug = `ke-hoach-${++numbers}`) {
  const id = newId()
  await db
    .insertInto('documents')
    .values({
      authority_id: 1,
      id,
      slug,
      status: 'published',
      kind: 'plan',
      number: `${numbers}/KH-UBND`,
      issuer: 'Ủy ban nhân dân thị xã Phước Long',
      signer: null,
      subject: 'Thực hiện Nghị quyết về công tác dân vận',
      issued_on: '2026-02-09',
      valid_from: '2026-02-09',
      valid_to: null,
      edition: 1,
      published_at: at,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await db
    .insertInto('document_editions')
    .values({ authority_id: 1, document_id: id, edition: 1, source: sentences.join('\n'), made_at: at, made_by: 'test' })
    .execute()
  const anchors = sentences.map((text, i) => ({ place: i + 1, anchor_id: newId(), path: `I/${i + 1}`, text }))
  await db
    .insertInto('document_passages')
    .values(anchors.map((anchor) => ({ authority_id: 1, document_id: id, edition: 1, kind: 'sentence' as const, ...anchor })))
    .execute()
  return { id, slug, matter: documentMatter({ id }), anchorIds: anchors.map(({ anchor_id }) => anchor_id) }
}

/** A published plan, or with `unitId` and `planId` an agency's programme; what is given goes over it. */
export async function aProgrammeRow(db: Db, facts: Partial<Programme> = {}): Promise<Programme> {
  const programme: Programme = {
    id: newId(),
    slug: `ke-hoach-dan-van-${++numbers}`,
    kind: facts.planId ? 'agency' : 'plan',
    planId: null,
    unitId: null,
    documentId: null,
    title: 'Kế hoạch thực hiện công tác dân vận',
    status: 'published',
    version: 1,
    dueOn: null,
    startsOn: '2026-02-09',
    endsOn: '2026-12-31',
    submittedBy: null,
    publishedOn: '2026-02-09',
    endedOn: null,
    createdAt: at,
    updatedAt: at,
    ...facts,
  }
  await db.transaction().execute((trx) => insertProgramme(trx, scope, programme))
  return programme
}

/** Items of a programme with their counts; evidence rows are made as `evidence` says. */
export async function taskRows(
  db: Db,
  programme: Programme,
  items: readonly (Partial<Task> & { anchorId?: string; documentId?: string })[],
): Promise<Task[]> {
  const tasks = items.map(
    ({ anchorId: _, documentId: __, ...facts }, i): Task => ({
      id: newId(),
      code: `PL-NV-2026-${String(++numbers).padStart(5, '0')}`,
      programmeId: programme.id,
      place: i + 1,
      kind: 'task',
      title: `Việc ${i + 1}`,
      details: null,
      status: 'planned',
      version: 1,
      carriesId: null,
      goalId: null,
      unitId: programme.unitId,
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
      doneOn: facts.status === 'done' ? '2026-11-20' : null,
      notes: 0,
      evidence: facts.status === 'done' || facts.status === 'reported' ? 1 : 0,
      saidDone: 0,
      saidPartly: 0,
      saidNot: 0,
      updatedAt: at,
      ...facts,
    }),
  )
  await db.transaction().execute(async (trx) => {
    await insertTasks(trx, scope, tasks)
    await addAnchors(
      trx,
      scope,
      items.flatMap(({ anchorId, documentId }, i) => (anchorId && documentId ? [{ taskId: tasks[i]!.id, documentId, anchorId }] : [])),
    )
    for (const task of tasks) {
      for (let i = 0; i < task.evidence; i++)
        await trx
          .insertInto('programme_evidence')
          .values({
            authority_id: 1,
            id: newId(),
            task_id: task.id,
            ref_type: 'article',
            ref_id: newId(),
            caption: 'Bài viết về việc này',
            added_at: at,
            added_by: 'test',
            removed_at: null,
            removed_by: null,
            removed_because: null,
          })
          .execute()
      await recount(trx, scope, [], taskCounts(task, programme))
    }
  })
  return tasks
}
