import type { Trx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { itemColumns } from './item-repository.ts'
import { likenessOf } from './likeness.ts'
import { type Item, matterOf } from './moderation.ts'
import { countsFor } from './rules.ts'
import { SUSPECT_FROM, scoreOf, spamSignals } from './spam-score.ts'
import { keepText, type Writing } from './submit-writing.ts'

export interface BroughtWriting extends Pick<Writing, 'subject' | 'about' | 'body' | 'name'> {
  /** Where it stood at the earlier portal. */
  status: 'waiting' | 'shown' | 'removed'
  sentAt: Date
  /** Which row of that portal it is: `comment 12`. */
  from: string
  by: { personId: string; at: Date }
}

/**
 * Puts what was written at an earlier portal where it stood there. What was shown there counts as read, for that portal had let it
 * through, unless the text is suspect: then an officer reads it here.
 */
export async function bringWriting(trx: Trx, scope: Scope, writing: BroughtWriting): Promise<Item> {
  const { subject, about, body, name, status, sentAt, from, by } = writing
  const signals = spamSignals({ body, name, seconds: null, trap: false, same: 0 })
  const score = scoreOf(signals)
  const suspect = score >= SUSPECT_FROM
  const unread = status === 'waiting' || (status === 'shown' && suspect)
  const row = await trx
    .insertInto('moderation_items')
    .values({
      authority_id: scope.authorityId,
      id: newId(sentAt.getTime()),
      subject_type: subject.type,
      subject_id: subject.id,
      about_type: about.type,
      about_id: about.id,
      status,
      step: unread ? 'unread' : 'read',
      version: 1,
      revision: 1,
      // That portal kept no reason.
      reason: status === 'removed' ? 'other' : null,
      score,
      signals: JSON.stringify(signals),
      suspect,
      sent_at: sentAt,
      moved_at: sentAt,
      first_shown_at: status === 'shown' ? sentAt : null,
    })
    .returning(itemColumns)
    .executeTakeFirstOrThrow()
  const item = row as Item
  await keepText(trx, scope, item, { revision: 1, body, likeness: likenessOf(body), at: sentAt })
  const entry = { type: 'moderation.brought', audience: 'internal', facts: { from, status, score } } as const
  await appendEntry(trx, scope, matterOf(item), entry, { role: 'editor', ...by })
  await recount(trx, scope, [], countsFor(item))
  return item
}
