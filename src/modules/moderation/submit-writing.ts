import type { Trx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry, type Matter } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { countAlike, itemColumns } from './item-repository.ts'
import { likenessOf } from './likeness.ts'
import { type Item, matterOf } from './moderation.ts'
import { countsFor } from './rules.ts'
import { showsAtOnce } from './settings.ts'
import { CLEAN_BELOW, type Scored, SUSPECT_FROM, scoreOf, spamSignals } from './spam-score.ts'

const HOUR_MS = 3_600_000

export interface Writing {
  subject: Matter
  /** What it stands under. */
  about: Matter
  body: string
  name: string
  filled: Pick<Scored, 'seconds' | 'trap'>
  at: Date
}

/** What the score says of a text at this moment. */
export async function judge(trx: Trx, scope: Scope, { body, name, filled, at }: Omit<Writing, 'subject' | 'about'>) {
  const likeness = likenessOf(body)
  const same = await countAlike(trx, scope, likeness, new Date(at.getTime() - HOUR_MS))
  const signals = spamSignals({ body, name, ...filled, same })
  const score = scoreOf(signals)
  return { likeness, signals, score, suspect: score >= SUSPECT_FROM }
}

/** Puts what somebody wrote into the queue, in the transaction that keeps it: waiting, or shown at once where the office wants that. */
export async function submitWriting(trx: Trx, scope: Scope, writing: Writing): Promise<Item> {
  const { subject, about, body, at } = writing
  const { likeness, signals, score, suspect } = await judge(trx, scope, writing)
  const shown = score < CLEAN_BELOW && (await showsAtOnce(trx, scope, subject.type))
  const row = await trx
    .insertInto('moderation_items')
    .values({
      authority_id: scope.authorityId,
      id: newId(at.getTime()),
      subject_type: subject.type,
      subject_id: subject.id,
      about_type: about.type,
      about_id: about.id,
      status: shown ? 'shown' : 'waiting',
      step: 'unread',
      version: 1,
      revision: 1,
      reason: null,
      score,
      signals: JSON.stringify(signals),
      suspect,
      sent_at: at,
      moved_at: at,
      first_shown_at: shown ? at : null,
    })
    .returning(itemColumns)
    .executeTakeFirstOrThrow()
  const item = row as Item
  await keepText(trx, scope, item, { revision: 1, body, likeness, at })
  const entry = { type: 'moderation.sent', audience: 'filer', facts: { status: item.status, score } } as const
  await appendEntry(trx, scope, matterOf(item), entry, { role: 'writer', personId: null, at })
  await recount(trx, scope, [], countsFor(item))
  return item
}

/** Keeps a text as it was sent, beside those before it. */
export async function keepText(
  trx: Trx,
  scope: Scope,
  item: Pick<Item, 'id'>,
  { revision, body, likeness, at }: { revision: number; body: string; likeness: Buffer; at: Date },
): Promise<void> {
  await trx
    .insertInto('moderation_texts')
    .values({ authority_id: scope.authorityId, item_id: item.id, revision, body, likeness, sent_at: at })
    .execute()
}
