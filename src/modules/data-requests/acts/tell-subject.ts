import { appendEntry, type Matter, type NewEntry } from '../../history/index.ts'
import type { DataRequestContext } from './data-request-act.ts'

/** Writes into the history of what the request is about what was done with it, and by which request. */
export async function tellSubject(
  { trx, scope, matter: request, actor, role, now }: DataRequestContext,
  subject: Matter,
  what: string,
  { facts = {}, sealed = {} }: Pick<NewEntry, 'facts' | 'sealed'> = {},
): Promise<void> {
  const entry: NewEntry = { type: `${subject.type}.${what}`, audience: 'filer', facts: { request: request.code, ...facts }, sealed }
  await appendEntry(trx, scope, subject, entry, { role, personId: actor?.personId ?? null, at: now })
}
