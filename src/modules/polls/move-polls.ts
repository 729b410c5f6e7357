import type { Db } from '../../platform/database.ts'
import { addDays, civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import type { RunnerOptions } from '../lifecycle/index.ts'
import { forgetMarks } from '../readers/index.ts'
import { actByClock } from './feature.ts'
import { MARKS_KEPT_DAYS, matterOf } from './poll.ts'
import { listToForget, listToMove } from './poll-repository.ts'

/** Opens and closes what is due. Safe to run twice, and by two workers at once: the lifecycle refuses the second. */
export async function movePolls(options: RunnerOptions, scope: Scope): Promise<number> {
  let moved = 0
  for (const poll of await listToMove(options.db, scope, civilDateOf(options.now()))) {
    try {
      await actByClock(options, scope, poll, poll.status === 'scheduled' ? 'open' : 'close')
      moved++
    } catch (error) {
      // Another worker, or an editor's withdrawal, was quicker.
      if (!(error instanceof DomainError) || error.status !== 409) throw error
    }
  }
  return moved
}

/** Some days after the end nobody can tell any more who voted; the counts stay. */
export async function forgetVoters({ db, now }: { db: Db; now: () => Date }, scope: Scope): Promise<number> {
  const polls = await listToForget(db, scope, addDays(civilDateOf(now()), -MARKS_KEPT_DAYS))
  for (const poll of polls) {
    await db.transaction().execute(async (trx) => {
      await forgetMarks(trx, scope, matterOf(poll))
      await trx
        .updateTable('polls')
        .set({ marks_forgotten: true })
        .where('authority_id', '=', scope.authorityId)
        .where('id', '=', poll.id)
        .execute()
    })
  }
  return polls.length
}
