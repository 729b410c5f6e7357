import { ResendInput } from '../fields.ts'
import { judge, keepText } from '../submit-writing.ts'
import { moderationAct } from './moderation-act.ts'

/** The writer changed the text: it waits anew, whatever the office lets through at once. */
export const resend = moderationAct(ResendInput, async ({ trx, scope, matter, input: { body }, now }) => {
  const revision = matter.revision + 1
  const { likeness, signals, score, suspect } = await judge(trx, scope, { body, name: '', filled: { seconds: null, trap: false }, at: now })
  await keepText(trx, scope, matter, { revision, body, likeness, at: now })
  return {
    set: { revision, reason: null, signals, score, suspect, sentAt: now, movedAt: now },
    history: { type: 'moderation.resent', audience: 'filer', facts: { revision, score } },
  }
})
