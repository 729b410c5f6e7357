import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { appendEntry } from '../../history/index.ts'
import type { RunnerOptions } from '../../lifecycle/index.ts'
import { addOfficial, holdRound, type OfficialInput } from '../../verdicts/index.ts'
import { taskMatter } from '../task.ts'
import { judgedTask } from './judged-task.ts'

/** Who records verdicts of the Front and of the inspectorate. */
export const recorders = ['auditor'] as const

/**
 * The Front's verdict, or the inspectorate's by its minutes: named, dated, public at once, in the history for ever. A new one stands beside those
 * before it.
 * @throws NotFound · DomainError verdict_not_now 409; nothing is written then
 */
export async function giveOfficial(
  { db, now, dropPages }: RunnerOptions,
  scope: Scope,
  actor: Actor,
  taskId: string,
  { body, said, words, minutes }: OfficialInput,
): Promise<void> {
  const judged = await db.transaction().execute(async (trx) => {
    const held = await judgedTask.hold(trx, scope, taskId)
    if (!held) throw new NotFound()
    if (!held.open) throw new DomainError('verdict_not_now', 409)
    const at = now()
    const today = civilDateOf(at)
    const matter = taskMatter({ id: taskId })
    const round = await holdRound(trx, scope, matter, today)
    await addOfficial(trx, scope, { roundId: round.id, body, said, words, minutes, givenOn: today, givenBy: actor.personId })
    const facts = { round: round.round, said }
    const entry =
      body === 'front'
        ? ({ type: 'task.frontVerdict', audience: 'public', facts, words: { words } } as const)
        : ({ type: 'task.inspectorateVerdict', audience: 'public', facts: { ...facts, minutes }, words: { words } } as const)
    await appendEntry(trx, scope, matter, entry, { role: 'auditor', personId: actor.personId, at })
    return held
  })
  dropPages(judged.tags)
}
