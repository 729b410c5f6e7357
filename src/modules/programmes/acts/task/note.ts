import { newId } from '../../../../shared/ids.ts'
import { NoteInput } from '../../tasks/fields.ts'
import { asNumber, taskAct } from './task-act.ts'

/** Progress in words, with how much of the target is reached; an internal one stays in the office. */
export const note = taskAct(NoteInput, async ({ trx, scope, matter, input, actor, now }) => {
  const id = newId(now.getTime())
  const { words, reached, audience } = input
  await trx
    .insertInto('programme_notes')
    .values({ authority_id: scope.authorityId, id, task_id: matter.id, at: now, person_id: actor!.personId, words, reached, audience })
    .execute()
  return {
    // What is said in the office alone does not move the figure that everybody sees.
    set: { notes: matter.notes + 1, ...(reached !== null && audience === 'public' ? { reached } : {}) },
    history: {
      type: 'task.noted',
      audience,
      facts: { noteId: id, ...(reached === null ? {} : { reached: asNumber(reached) }) },
      words: { words },
    },
  }
})
