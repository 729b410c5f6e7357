import { NoInput } from '../fields.ts'
import { dataRequestAct } from './data-request-act.ts'

/** The office says that it has the request, and until when it will do what is asked. */
export const acknowledge = dataRequestAct(NoInput, async () => ({ history: { type: 'dataRequest.acknowledged', audience: 'filer' } }))
