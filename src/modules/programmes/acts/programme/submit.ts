import { DomainError } from '../../../../shared/errors.ts'
import { NoInput } from '../../fields.ts'
import { listTasks } from '../../task-repository.ts'
import { programmeAct } from './programme-act.ts'

/** To the chairman. A programme without items promises nothing. */
export const submit = programmeAct(NoInput, async ({ trx, scope, matter, actor, now }) => {
  const items = (await listTasks(trx, scope, matter.id)).filter(({ status }) => status === 'draft')
  if (items.length === 0) throw new DomainError('programme_empty', 422)
  return {
    set: { submittedBy: actor!.personId, updatedAt: now },
    history: { type: 'programme.submitted', audience: 'internal', facts: { items: items.length } },
  }
})
