import { EditInput } from '../../fields.ts'
import { programmeAct } from './programme-act.ts'

/** Name and days of a draft. The day by which an agency's programme must be out is the plan's to set. */
export const edit = programmeAct(EditInput, async ({ input, now }) => ({
  set: { ...input, updatedAt: now },
  history: { type: 'programme.edited', audience: 'internal', facts: { startsOn: input.startsOn, endsOn: input.endsOn } },
}))
