import type { Trx } from '../../platform/database.ts'
import { namedId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry, type NewEntry, type PublicForms } from '../history/index.ts'

/** The log itself as a matter with a history: its keys. */
export const logMatter = { type: 'log', id: namedId('log') }

/** What the log says of itself: the successor of a key is announced under the key that it follows, and then signs. */
export const logForms: PublicForms = {
  'log.keyAnnounced': { facts: { key: 'key', oldKey: 'key' } },
  'log.keyChanged': { facts: { key: 'key', oldKey: 'key' } },
}

export function noteKeyChange(trx: Trx, scope: Scope, what: 'announced' | 'changed', facts: { key: string; oldKey: string }) {
  const entry: NewEntry =
    what === 'announced' ? { type: 'log.keyAnnounced', audience: 'public', facts } : { type: 'log.keyChanged', audience: 'public', facts }
  return appendEntry(trx, scope, logMatter, entry, { role: 'administrator', personId: null, at: new Date() })
}
