import { NoInput } from '../fields.ts'
import { dataRequestAct } from './data-request-act.ts'

/** The requester takes it back; nothing was changed yet. */
export const cancel = dataRequestAct(NoInput, async () => ({ history: { type: 'dataRequest.cancelled', audience: 'filer' } }))
