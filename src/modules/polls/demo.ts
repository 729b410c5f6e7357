import type { Db } from '../../platform/database.ts'
import { addDays, civilDateOf } from '../../shared/civil-date.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { actOn } from './feature.ts'
import { makePoll } from './make-poll.ts'
import { movePolls } from './move-polls.ts'
import { findBySlug } from './poll-repository.ts'
import { slugOf } from './slug.ts'

const question = 'Theo bạn thông tin nội dung của website thế nào'
const options = ['Phong phú, đầy đủ', 'Tạm đủ dùng', 'Cần bổ sung thêm']
const DAYS = 90

/** The poll of the town's page, open and without a vote. Safe to run again: nothing is made twice. */
export async function loadDemoPoll({ db, now }: { db: Db; now: Date }, scope: Scope, editor: Actor): Promise<void> {
  const runner = { db, now: () => now, dropPages: () => undefined }
  const today = civilDateOf(now)
  const input = {
    question,
    options,
    mostChoices: 1,
    opensOn: today,
    closesOn: addDays(today, DAYS),
    whoVotes: 'everybody' as const,
    resultsShown: 'always' as const,
  }
  const poll = (await findBySlug(db, scope, slugOf(question))) ?? (await makePoll(runner, scope, editor, input))
  if (poll.status === 'draft') await actOn(runner, { scope, actor: editor }, poll, 'schedule', {})
  await movePolls(runner, scope)
}
