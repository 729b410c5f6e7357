import type { Db } from '../../../platform/database.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Judged } from '../../verdicts/index.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../programme-repository.ts'
import { isShown } from '../rules.ts'
import type { Task } from '../task.ts'
import { findTaskByCode } from '../task-repository.ts'
import { judgedOf } from './judged-task.ts'

/** @throws NotFound when there is none, or none that everybody may see */
export async function getJudged(db: Db, scope: Scope, code: string): Promise<{ task: Task; programme: Programme; judged: Judged }> {
  const task = await findTaskByCode(db, scope, code)
  const programme = task && (await findProgramme(db, scope, task.programmeId))
  if (!programme || !isShown(programme) || task.status === 'draft') throw new NotFound()
  return { task, programme, judged: judgedOf(task, programme) }
}
