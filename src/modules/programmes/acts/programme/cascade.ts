import { refuseInput } from '../../../../platform/http/input.ts'
import { listUnits } from '../../../accounts/index.ts'
import { CascadeInput, labels } from '../../fields.ts'
import { cascadeTo } from '../../items/cascade-to.ts'
import { byOf, programmeAct } from './programme-act.ts'

/** Each chosen agency gets a draft of its own programme, with the items that concern it; who has one already keeps it as it is. */
export const cascade = programmeAct(CascadeInput, async (context) => {
  const { trx, scope, matter, input, now, today } = context
  const units = (await listUnits(trx, scope, { on: today })).filter(({ id }) => input.unitIds.includes(id))
  if (units.length < input.unitIds.length) refuseInput([{ field: 'unitIds', code: 'unknown_reference' }], labels)
  if (input.dueOn < today) refuseInput([{ field: 'dueOn', code: 'in_the_past' }], labels)
  const made = await cascadeTo(trx, scope, matter, units, input.dueOn, byOf(context))
  return {
    set: { updatedAt: now },
    history: {
      type: 'programme.cascaded',
      audience: 'public',
      facts: { dueOn: input.dueOn, made: made.length, unitIds: made.map(({ unitId }) => unitId!) },
    },
  }
})
