import { DomainError } from '../../../shared/errors.ts'
import { listBehalves } from '../behalf/behalf-repository.ts'
import { changeGroup } from '../behalf/correct-group.ts'
import { CorrectGroupInput } from '../behalf/group-input.ts'
import { findFiler } from '../petition-repository.ts'
import { petitionAct } from './petition-act.ts'

/**
 * The counter puts right who speaks for a group and who signed. The history says what was done to which place and by whom; names stand
 * beside the case alone, and go with it.
 */
export const correctGroup = petitionAct(CorrectGroupInput, async ({ trx, scope, matter, input, today }) => {
  const facts = (await listBehalves(trx, scope, [matter.id])).get(matter.id)
  if (facts?.behalf !== 'group') throw new DomainError('not_a_group', 409)
  if (!(await findFiler(trx, scope, matter.id))) throw new DomainError('filer_erased', 409)
  const { position, newPosition, sealed } = await changeGroup(trx, scope, matter.id, input, today)
  return {
    history: {
      type: 'petition.groupCorrected',
      audience: 'filer',
      facts: { change: input.change, role: input.role, position, ...(newPosition ? { newPosition } : {}) },
      words: { reason: input.reason },
      sealed,
    },
  }
})
