import { NoInput } from '../fields.ts'
import { documentAct } from './document-act.ts'

/** A draft is thrown away; readers never knew of it. */
export const discard = documentAct(NoInput, async ({ now }) => ({
  set: { updatedAt: now },
  history: { type: 'document.discarded', audience: 'internal' },
}))
