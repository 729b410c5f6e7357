import { sql } from 'kysely'
import type { Trx } from '../../platform/database.ts'
import { fold, nfc } from '../../shared/vietnamese-text.ts'
import { wordsOf } from './words.ts'
import './search.table.ts'

interface Scope {
  authorityId: number
}

/** What is found under one address. */
export interface SearchDocument {
  type: string
  id: string
  /** Vietnamese address. */
  href: string
  title: string
  /** Public words, as plain text. */
  words: string
  publishedAt: Date
}

/** Puts a public text into the index, or anew; in the act that publishes or changes it. */
export async function indexDocument(trx: Trx, scope: Scope, document: SearchDocument): Promise<void> {
  await dropDocument(trx, scope, document)
  const title = nfc(document.title)
  const words = nfc(document.words)
  const weighted = (form: (text: string) => string) =>
    sql<string>`setweight(to_tsvector('simple', ${form(title)}), 'A') || setweight(to_tsvector('simple', ${form(words)}), 'D')`
  await trx
    .insertInto('search_documents')
    .values({
      authority_id: scope.authorityId,
      type: document.type,
      subject_id: document.id,
      href: document.href,
      title,
      words,
      published_at: document.publishedAt,
      search_plain: weighted(fold),
      search_toned: weighted((text) => text.toLowerCase()),
    })
    .execute()
  await countWords(trx, scope, `${title} ${words}`, 1)
}

/** Takes a text out of the index; nothing happens when it is not there. */
export async function dropDocument(trx: Trx, scope: Scope, { type, id }: { type: string; id: string }): Promise<void> {
  const gone = await trx
    .deleteFrom('search_documents')
    .where('authority_id', '=', scope.authorityId)
    .where('type', '=', type)
    .where('subject_id', '=', id)
    .returning(['title', 'words'])
    .executeTakeFirst()
  if (gone) await countWords(trx, scope, `${gone.title} ${gone.words}`, -1)
}

/** Longer ones are addresses and numbers, nobody's spelling. */
const LONGEST_WORD = 24

/** In one order, so that two acts never wait for each other crosswise. */
async function countWords(trx: Trx, scope: Scope, text: string, by: 1 | -1): Promise<void> {
  const words = [...new Set(wordsOf(text.toLowerCase()))].filter((word) => word.length <= LONGEST_WORD).sort()
  if (words.length === 0) return
  await sql`insert into search_words (authority_id, word, documents)
    select ${scope.authorityId}, word, ${Math.max(by, 0)} from unnest(${words}::text[]) as word order by word collate "C"
    on conflict (authority_id, word) do update set documents = greatest(search_words.documents + ${by}, 0)`.execute(trx)
}
