import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import type { PollOnPage } from './pages/poll-block.tsx'
import { findCurrent, listOptions } from './poll-repository.ts'

/** The poll that is on today, for the front page and the side of articles; kept pages that show it carry `POLLS_TAG` and the day. */
export async function currentPoll(db: Db, scope: Scope, today: CivilDate): Promise<PollOnPage | undefined> {
  const poll = await findCurrent(db, scope, today)
  return poll && { poll, options: await listOptions(db, scope, poll.id) }
}
