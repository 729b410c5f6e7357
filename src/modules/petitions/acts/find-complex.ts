import { findComplex as findClockComplex } from '../../clocks/index.ts'
import { ComplexInput } from '../fields.ts'
import { dueBefore } from '../open-clock.ts'
import { matterOf } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** A written finding that the complaint is complex (NĐ 155/2026 Đ2): its limit becomes the complex one and counts as extended. */
export const findComplex = petitionAct(ComplexInput, async ({ trx, scope, matter, input, actor, today }) => {
  const oldDueOn = await dueBefore(trx, scope, matter, 'resolution')
  const { dueOn } = await findClockComplex(trx, scope, {
    matter: matterOf(matter),
    stage: 'resolution',
    criteria: input.criteria,
    actorId: actor!.personId,
    on: today,
  })
  return {
    set: { extended: true },
    history: {
      type: 'petition.foundComplex',
      audience: 'public',
      facts: { criteria: input.criteria, stage: 'resolution', oldDueOn, dueOn },
      words: { reason: input.reason },
    },
  }
})
