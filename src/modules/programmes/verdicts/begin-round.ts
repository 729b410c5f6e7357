import type { Trx } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { appendEntry } from '../../history/index.ts'
import { openNewRound } from '../../verdicts/index.ts'
import { type Task, taskMatter } from '../task.ts'

/**
 * In the act that reports an item as done: what was said of an earlier report is fixed in the public history, and everybody may say once more
 * what they think. One entry a round, never one a verdict: figures that stand one after the other would tell what each person said.
 * @returns what the act sets on the item
 */
export async function beginRound(
  trx: Trx,
  scope: Scope,
  task: Pick<Task, 'id'>,
  { today, now }: { today: CivilDate; now: Date },
): Promise<Pick<Task, 'saidDone' | 'saidPartly' | 'saidNot'>> {
  const matter = taskMatter(task)
  const over = await openNewRound(trx, scope, matter, today)
  if (over) {
    const facts = { round: over.round, saidDone: over.done, saidPartly: over.partly, saidNot: over.not }
    const entry = { type: 'task.verdictsFixed', audience: 'public', facts } as const
    await appendEntry(trx, scope, matter, entry, { role: null, personId: null, at: now })
  }
  return { saidDone: 0, saidPartly: 0, saidNot: 0 }
}
