import { buffer } from 'node:stream/consumers'
import type { Db, Trx } from '../../../platform/database.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import {
  attachUpload,
  type FileDeps,
  type Guarded,
  guardPaper,
  type MayRead,
  type StoredUpload,
  saveFindings,
  setFileVisibility,
} from '../../files/index.ts'
import { findProgramme } from '../programme-repository.ts'
import { isShown, programmeRolesOn } from '../rules.ts'
import { type Evidence, taskMatter } from '../task.ts'
import { evidenceColumns, findTask } from '../task-repository.ts'

/** Stored bytes beside what the guard saw in them. */
export interface GuardedUpload {
  upload: StoredUpload
  findings: Guarded['findings']
}

/** Files of one item, those taken back among them. */
const MOST_FILES = 60

export async function guardUpload({ storage }: FileDeps, upload: StoredUpload): Promise<GuardedUpload> {
  const found = upload.mediaType === 'image/jpeg' ? undefined : await storage.get(upload.storageKey)
  return { upload, findings: found ? guardPaper(await buffer(found.stream), upload.mediaType) : [] }
}

/** Gives the file its row: for everybody when the officer says so and the guard saw nothing, else for the office until somebody has looked. */
export async function attachEvidence(
  trx: Trx,
  scope: Scope,
  task: { id: string },
  { upload, findings }: GuardedUpload,
  { personId, open, now }: { personId: string; open: boolean; now: Date },
): Promise<string> {
  const terms = { role: 'evidence', visibility: 'internal', uploadedBy: personId, max: MOST_FILES } as const
  const file = await attachUpload(trx, scope, taskMatter(task), upload, terms)
  await saveFindings(trx, scope, file.id, findings)
  if (open && findings.length === 0) await setFileVisibility(trx, scope, taskMatter(task), file.id, 'public', now)
  return file.id
}

/**
 * Evidence of this item that stands.
 * @throws NotFound for what was taken back, and for another item's
 */
export async function requireEvidence(db: Db, scope: Scope, taskId: string, id: string): Promise<Evidence> {
  const evidence = await db
    .selectFrom('programme_evidence')
    .select(evidenceColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!evidence) throw new NotFound()
  return evidence
}

/** Who may download a file of an item: everybody what is cleared of a programme that is out; the office all. */
export function taskFileReaders(db: Db): Record<'task', MayRead> {
  return {
    task: async (request, file) => {
      const task = await findTask(db, request.scope, file.matter.id)
      const programme = task && (await findProgramme(db, request.scope, task.programmeId))
      if (!programme) return false
      if (isShown(programme) && file.visibility === 'public') return true
      // Towards what is out everybody has roles, none among them: files that are not cleared are the office's.
      return programmeRolesOn(request.actor, { ...programme, status: 'draft' }) !== null
    },
  }
}
