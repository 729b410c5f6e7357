import type { Db } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { type ActOptions, publishAsTimetable } from './feature.ts'
import './news.table.ts'

const MOST = 100

/**
 * Publishes what is due: the one article that a job was set for, or whatever a lost job left behind. Safe to run twice and by
 * two workers at once: the second finds the article published and goes on.
 * @returns articles published by this call
 */
export async function publishDueArticles(options: ActOptions, only?: Scope & { id: string }): Promise<number> {
  const due = await listDue(options.db, options.now(), only)
  let published = 0
  for (const { authorityId, id } of due) {
    try {
      await publishAsTimetable(options, { authorityId }, id)
      published++
    } catch (error) {
      if (!isDoneOrMoved(error)) throw error
    }
  }
  return published
}

/** Meanwhile published by somebody, taken back, or set to a later time: all are as they should be. */
function isDoneOrMoved(error: unknown): boolean {
  return error instanceof DomainError && ['wrong_status', 'not_due'].includes(error.code)
}

async function listDue(db: Db, now: Date, only?: Scope & { id: string }): Promise<{ authorityId: number; id: string }[]> {
  let query = db
    .selectFrom('articles')
    .select(['authority_id as authorityId', 'id'])
    .where('status', '=', 'scheduled')
    .where('scheduled_at', '<=', now)
  if (only) query = query.where('authority_id', '=', only.authorityId).where('id', '=', only.id)
  return query.orderBy('scheduled_at').limit(MOST).execute()
}
