import { GuideInput } from '../fields.ts'
import { petitionAct } from './petition-act.ts'

/** Not for this office: the filer is told, once and in writing, who is competent and how to get there (TT 07/2014 Đ6: guidance is given once). */
export const guide = petitionAct(GuideInput, async ({ input, today }) => ({
  set: { closedOn: today, closedAs: 'guided', awaitingSince: null },
  history: { type: 'petition.guided', audience: 'public', words: input },
}))
