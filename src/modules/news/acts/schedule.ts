import { refuseInput } from '../../../platform/http/input.ts'
import { addJob } from '../../../platform/jobs.ts'
import { instantText } from '../../../shared/civil-date.ts'
import { labels, ScheduleInput } from '../fields.ts'
import { articleAct } from './article-act.ts'
import { requireShowable } from './show.ts'

/** It will be published by itself at that time; another time replaces it. */
export const schedule = articleAct(ScheduleInput, async (context) => {
  const { trx, scope, matter, input, now } = context
  if (input.at <= now) refuseInput([{ field: 'at', code: 'in_the_past' }], labels)
  await requireShowable(context)
  const key = `article:${scope.authorityId}:${matter.id}`
  await addJob(trx, 'publishArticles', { ...scope, id: matter.id }, key, input.at)
  return {
    set: { scheduledAt: input.at, updatedAt: now },
    history: { type: 'article.scheduled', audience: 'internal', facts: { edition: matter.edition, at: instantText(input.at) } },
  }
})
