import { RefuseInput } from '../fields.ts'
import { dataRequestAct } from './data-request-act.ts'

/** The law wants the data kept, or what is asked cannot be done: the requester is told the basis and the reason. */
export const refuse = dataRequestAct(RefuseInput, async ({ input: { basis, reason } }) => ({
  set: { refusalBasis: basis },
  history: { type: 'dataRequest.refused', audience: 'filer', facts: { basis }, words: { reason } },
}))
