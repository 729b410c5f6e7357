import type { Db, Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import './news.table.ts'

/** What an editor typed and has not saved: the fields of the form, as they stand. */
export interface TypedDraft {
  baseEdition: number
  fields: Record<string, string>
  savedAt: Date
}

interface Owner {
  articleId: string
  personId: string
}

export async function keepDraft(
  trx: Trx,
  scope: Scope,
  { articleId, personId }: Owner,
  { baseEdition, fields, savedAt }: TypedDraft,
): Promise<void> {
  const row = { base_edition: baseEdition, content: JSON.stringify(fields), saved_at: savedAt }
  await trx
    .insertInto('article_drafts')
    .values({ authority_id: scope.authorityId, article_id: articleId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['authority_id', 'article_id', 'person_id']).doUpdateSet(row))
    .execute()
}

export async function findDraft(db: Db, scope: Scope, { articleId, personId }: Owner): Promise<TypedDraft | undefined> {
  const row = await db
    .selectFrom('article_drafts')
    .select(['base_edition', 'content', 'saved_at'])
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { baseEdition: row.base_edition, fields: row.content, savedAt: row.saved_at }
}

export async function forgetDraft(trx: Trx, scope: Scope, articleId: string, personId: string): Promise<void> {
  await trx
    .deleteFrom('article_drafts')
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .where('person_id', '=', personId)
    .execute()
}

/** Others who have typed in it since this instant: an editor is told before both write the same. */
export async function othersTyping(db: Db, scope: Scope, { articleId, personId }: Owner, since: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('article_drafts')
    .select('person_id')
    .where('authority_id', '=', scope.authorityId)
    .where('article_id', '=', articleId)
    .where('person_id', '!=', personId)
    .where('saved_at', '>', since)
    .execute()
  return rows.map((row) => row.person_id)
}
