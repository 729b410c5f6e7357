import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import { fold } from '../../shared/vietnamese-text.ts'
import type { Scope } from '../accounts/index.ts'
import type { Entry } from './entry.ts'
import { entryColumns } from './entry-repository.ts'
import type { Period } from './sources.ts'

export interface BookFilter extends Period {
  q: string | null
  /** Also among the names of those who came. */
  people: boolean
}

const isNumber = (part: string) => /^\d{1,9}$/.test(part)

/** Lines of the book within some days, the newest first. */
export async function listBook(db: Db, scope: Scope, filter: BookFilter, after: string | null, limit: number): Promise<Page<Entry>> {
  let query = db
    .selectFrom('reception_entries')
    .select(entryColumns)
    .where('authority_id', '=', scope.authorityId)
    .where('received_on', '>=', filter.from)
    .where('received_on', '<=', filter.to)
  if (filter.q) query = query.where(found(scope, filter.q, filter.people))
  if (after) {
    const [on, number] = decodeCursor(after, [isCivilDate, isNumber])
    query = query.where(sql<boolean>`(received_on, number) < (${on}::date, ${Number(number)})`)
  }
  const rows = await query
    .orderBy('received_on', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ receivedOn, number }) => [receivedOn, String(number)])
}

/** A number of the book, or words that all occur in what was said, or in who came. */
function found({ authorityId }: Scope, q: string, people: boolean) {
  const number = /^(\d{1,6})(?:\/(\d{4}))?$/.exec(q.trim())
  if (number) {
    const year = number[2] ? sql`and year = ${Number(number[2])}` : sql``
    return sql<boolean>`(number = ${Number(number[1])} ${year})`
  }
  const terms = fold(q).match(/[\p{L}\p{N}]+/gu)
  if (!terms) return sql<boolean>`false`
  const asked = sql`to_tsquery('simple', ${terms.slice(0, 12).join(' & ')})`
  const names = people ? sql`union select entry_id from reception_people where authority_id = ${authorityId} and search @@ ${asked}` : sql``
  // What a denouncer said is not searched for those who may not read it.
  const open = people ? sql`` : sql`and classification <> 'denunciation'`
  return sql<boolean>`id in (select entry_id from reception_words where authority_id = ${authorityId} and search @@ ${asked} ${names}) ${open}`
}

/** Every line of some days in the order of the book, a thousand at a time: for a file, which is never longer than a year. */
export async function* walkBook(db: Db, scope: Scope, { from, to }: Period): AsyncGenerator<Entry[]> {
  let last: { on: CivilDate; number: number } | null = null
  for (;;) {
    let query = db
      .selectFrom('reception_entries')
      .select(entryColumns)
      .where('authority_id', '=', scope.authorityId)
      .where('received_on', '>=', from)
      .where('received_on', '<=', to)
    if (last) query = query.where(sql<boolean>`(received_on, number) > (${last.on}::date, ${last.number})`)
    const rows: Entry[] = await query.orderBy('received_on').orderBy('number').limit(1_000).execute()
    if (rows.length === 0) return
    yield rows
    last = { on: rows.at(-1)!.receivedOn, number: rows.at(-1)!.number }
  }
}
