import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Matter } from '../../history/index.ts'
import type { Words } from './verdict.ts'
import './peoples.table.ts'

const wordsColumns = [
  'id',
  'round_id as roundId',
  'code',
  'matter_type as matterType',
  'matter_id as matterId',
  'said',
  'name',
  'body',
  'photos',
  'status',
  'seen',
  'sent_at as sentAt',
  'erased_at as erasedAt',
] as const

function wordsOf(db: Db, scope: Scope) {
  return db.selectFrom('verdict_words').select(wordsColumns).where('authority_id', '=', scope.authorityId)
}

export async function insertWords(trx: Trx, scope: Scope, words: Words, secretHash: Buffer): Promise<void> {
  await trx
    .insertInto('verdict_words')
    .values({
      authority_id: scope.authorityId,
      id: words.id,
      round_id: words.roundId,
      code: words.code,
      matter_type: words.matterType,
      matter_id: words.matterId,
      said: words.said,
      name: words.name,
      body: words.body,
      photos: words.photos,
      status: words.status,
      seen: words.seen,
      sent_at: words.sentAt,
      secret_hash: secretHash,
      erased_at: null,
    })
    .execute()
}

export function findWordsByCode(db: Db, scope: Scope, code: string): Promise<{ id: string; code: string; secretHash: Buffer } | undefined> {
  return db
    .selectFrom('verdict_words')
    .select(['id', 'code', 'secret_hash as secretHash'])
    .where('authority_id', '=', scope.authorityId)
    .where('code', '=', code)
    .executeTakeFirst()
}

export function listWordsById(db: Db, scope: Scope, ids: readonly string[]): Promise<Words[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : wordsOf(db, scope)
        .where('id', 'in', [...ids])
        .execute()
}

export function lockWords(trx: Trx, scope: Scope, id: string): Promise<Words | undefined> {
  return wordsOf(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function changeWords(
  trx: Trx,
  scope: Scope,
  id: string,
  { erasedAt, ...set }: Partial<Pick<Words, 'name' | 'body' | 'photos' | 'status' | 'seen' | 'erasedAt'>>,
): Promise<void> {
  await trx
    .updateTable('verdict_words')
    .set({ ...set, ...(erasedAt === undefined ? {} : { erased_at: erasedAt }) })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** What everybody may read of a matter's verdicts, of all rounds, the newest first. */
export async function listShownWords(db: Db, scope: Scope, matter: Matter, after: string | null, limit: number): Promise<Page<Words>> {
  let query = wordsOf(db, scope)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('status', '=', 'shown')
    .where('seen', '=', true)
  if (after) {
    const [sentAt, id] = decodeCursor(after, [isInstant, isUuid])
    query = query.where(sql<boolean>`(sent_at, id) < (${sentAt}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ sentAt, id }) => [sentAt.toISOString(), id])
}
