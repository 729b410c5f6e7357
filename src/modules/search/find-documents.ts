import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Vocabulary } from './suggest.ts'
import type { Asked } from './words.ts'
import './search.table.ts'

interface Scope {
  authorityId: number
}

export interface FoundDocument {
  type: string
  id: string
  href: string
  title: string
  words: string
  publishedAt: Date
}

/** Only the newest matches are ranked: a common word would have all of them sorted (stack of measurements: 2 ms against 200). */
const RANKED = 2_000

const isRank = (part: string) => /^\d{1,9}$/.test(part)
const isInstant = (part: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(part)
const isKey = (part: string) => part.length <= 200

/**
 * Documents in which all words stand, the best first: in the title before in the text, near each other before apart, as one phrase
 * before all; then the newest.
 */
export async function findDocuments(
  db: Db,
  scope: Scope,
  { asked, types, after, limit }: { asked: Asked; types: readonly string[]; after: string | null; limit: number },
): Promise<Page<FoundDocument>> {
  const column = sql.ref(asked.toned ? 'search_toned' : 'search_plain')
  const all = sql`to_tsquery('simple', ${asked.terms.join(' & ')})`
  const phrase = sql`to_tsquery('simple', ${asked.terms.join(' <-> ')})`
  const beyond = after ? decodeCursor(after, [isRank, isInstant, isKey]) : null
  const { rows } = await sql<FoundDocument & { rank: number; exactly: string }>`
    with newest as (
      select type, subject_id, href, title, words, published_at, ${column} as indexed from search_documents
      where authority_id = ${scope.authorityId} and type = any(${[...types]}::text[]) and ${column} @@ ${all}
      order by published_at desc, subject_id desc limit ${RANKED}
    ), ranked as (
      select *, to_char(published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exactly,
        (least(ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', indexed, ${all}, 1), 10) * 1000000)::int
          + case when indexed @@ ${phrase} then 20000000 else 0 end as rank
      from newest
    )
    select type, subject_id as id, href, title, words, published_at as "publishedAt", rank, exactly from ranked
    where ${beyond ? sql`(rank, exactly, subject_id) < (${Number(beyond[0])}::int, ${beyond[1]}, ${beyond[2]})` : sql`true`}
    order by rank desc, exactly desc, subject_id desc limit ${limit + 1}`.execute(db)
  const page = pageOf(rows, limit, (row) => [String(row.rank), row.exactly, row.id])
  return { ...page, items: page.items.map(({ rank: _, exactly: _when, ...document }) => document) }
}

/** Words that stand in what can be found, for "did you mean"; some thousands, since Vietnamese has no more syllables. */
export async function vocabularyOf(db: Db, scope: Scope): Promise<Vocabulary> {
  const rows = await db
    .selectFrom('search_words')
    .select(['word', 'documents'])
    .where('authority_id', '=', scope.authorityId)
    .where('documents', '>', 0)
    .orderBy('word')
    .limit(50_000)
    .execute()
  return new Map(rows.map(({ word, documents }) => [word, documents]))
}
