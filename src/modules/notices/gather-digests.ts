import type { Db, Trx } from '../../platform/database.ts'
import { addDays, type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import { digestKind } from './notice.ts'
import { queueNotice } from './queue-notice.ts'
import './notices.table.ts'

/** Office time at which the daily mails are made. */
const DIGEST_HOUR = '07:00:00+07:00'

/** One event that the daily mail tells. */
export interface DigestPart {
  kind: string
  at: Date
}

/** Words of the daily mail of one matter; a feature registers its own in jobs.ts under the matter's type. */
export type Digester = (
  trx: Trx,
  scope: Scope,
  matterId: string,
  lang: Lang,
  parts: readonly DigestPart[],
) => Promise<{ subject: string; body: string }>

/**
 * Puts what was gathered before the last seven o'clock into one mail a matter. Safe to run again and in two workers at once: the
 * gathered rows are locked, and a matter has one daily mail a day. What comes in late waits for the next morning.
 * @returns how many mails were queued
 */
export async function gatherDigests(db: Db, digesters: Readonly<Record<string, Digester>>, now: Date): Promise<number> {
  const { day, instant } = lastDigestTime(now)
  const matters = await db
    .selectFrom('outbox')
    .select(['authority_id', 'matter_type', 'matter_id'])
    .distinct()
    .where('state', '=', 'gathered')
    .where('queued_at', '<', instant)
    .execute()
  let queued = 0
  for (const { authority_id, matter_type: type, matter_id: id } of matters) {
    const made = await db
      .transaction()
      .execute((trx) => gatherOne(trx, digesters, { authorityId: authority_id }, { type, id }, { day, instant }))
    if (made) queued++
  }
  return queued
}

interface DigestTime {
  day: CivilDate
  instant: Date
}

function lastDigestTime(now: Date): DigestTime {
  const at = (day: CivilDate) => ({ day, instant: new Date(`${day}T${DIGEST_HOUR}`) })
  const today = at(civilDateOf(now))
  return today.instant <= now ? today : at(addDays(today.day, -1))
}

async function gatherOne(
  trx: Trx,
  digesters: Readonly<Record<string, Digester>>,
  scope: Scope,
  matter: Matter,
  { day, instant }: DigestTime,
): Promise<boolean> {
  const parts = await trx
    .selectFrom('outbox')
    .select(['id', 'kind', 'lang', 'to_address', 'queued_at'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('state', '=', 'gathered')
    .where('queued_at', '<', instant)
    .orderBy('id')
    .forUpdate()
    .execute()
  const last = parts.at(-1)
  if (!last) return false
  const digester = digesters[matter.type]
  if (!digester) throw new Error(`Nobody writes the daily mail of a ${matter.type}. Register it in src/jobs.ts.`)
  const words = await digester(
    trx,
    scope,
    matter.id,
    last.lang,
    parts.map(({ kind, queued_at }) => ({ kind, at: queued_at })),
  )
  const kind = digestKind(matter.type)
  const id = await queueNotice(trx, scope, {
    matter,
    kind,
    key: `${kind}:${matter.id}:${day}`,
    lang: last.lang,
    to: last.to_address!,
    ...words,
  })
  if (!id) return false
  await trx
    .updateTable('outbox')
    .set({ state: 'digested', digest_id: id, to_address: null, body: null })
    .where('authority_id', '=', scope.authorityId)
    .where(
      'id',
      'in',
      parts.map((part) => part.id),
    )
    .execute()
  return true
}
