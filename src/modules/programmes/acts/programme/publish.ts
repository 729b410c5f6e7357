import { NoInput } from '../../fields.ts'
import { openItems } from '../../items/open-items.ts'
import { byOf, programmeAct } from './programme-act.ts'

/** Everybody reads it from now on, and its items begin to count. */
export const publish = programmeAct(NoInput, async (context) => {
  const { trx, scope, matter, now, today } = context
  const items = await openItems(trx, scope, matter, byOf(context))
  return {
    set: { publishedOn: today, updatedAt: now },
    history: {
      type: 'programme.published',
      audience: 'public',
      facts: { items, planId: matter.planId, unitId: matter.unitId, startsOn: matter.startsOn, endsOn: matter.endsOn },
    },
  }
})
