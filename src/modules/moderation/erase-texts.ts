import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry, eraseHistoryWords, type Matter } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { lockItemOf, saveItem } from './item-repository.ts'
import { type Item, matterOf } from './moderation.ts'
import { countsFor } from './rules.ts'

/**
 * Takes a writing out of everybody's sight on request of the person whose data it is, whatever its state.
 * @returns the item afterwards; undefined when there is none
 */
export async function takeOut(trx: Trx, scope: Scope, subject: Matter, at: Date): Promise<Item | undefined> {
  const item = await lockItemOf(trx, scope, subject)
  if (!item || item.status === 'withdrawn') return item
  const after = await saveItem(trx, scope, item, {
    status: 'withdrawn',
    step: 'read',
    reason: null,
    version: item.version + 1,
    movedAt: at,
  })
  const entry = { type: 'moderation.withdrawn', audience: 'filer', facts: { revision: item.revision } } as const
  await appendEntry(trx, scope, matterOf(item), entry, { role: 'writer', personId: null, at })
  await recount(trx, scope, countsFor(item), countsFor(after))
  return after
}

/** Every text of this writing, and what was said about it, are gone; that it was decided on, when and why, stays. */
export async function eraseTexts(trx: Trx, scope: Scope, item: Pick<Item, 'id'>): Promise<void> {
  await trx.deleteFrom('moderation_texts').where('authority_id', '=', scope.authorityId).where('item_id', '=', item.id).execute()
  await eraseHistoryWords(trx, scope, matterOf(item))
}
