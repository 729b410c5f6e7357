import { z } from 'zod'
import { refuseInput } from '../../../../platform/http/input.ts'
import { optionalText } from '../../../../shared/fields.ts'
import { labels, REASON_MAX } from '../../tasks/fields.ts'
import { taskAct } from './task-act.ts'

/** It will not be done. Of a draft nobody outside knew; what was promised is given up with a reason that everybody reads. */
export const cancel = taskAct(z.strictObject({ reason: optionalText({ max: REASON_MAX }) }), async ({ matter, input: { reason } }) => {
  const isDraft = matter.status === 'draft'
  if (!isDraft && reason === null) refuseInput([{ field: 'reason', code: 'required' }], labels)
  return { history: { type: 'task.cancelled', audience: isDraft ? 'internal' : 'public', words: { reason } } }
})
