import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { isUuid, newId } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import { tokenFingerprint } from '../../../shared/secret.ts'
import type { Scope } from '../../accounts/index.ts'
import '../news.table.ts'

/** What a reader says is wrong. */
export interface Report {
  id: string
  articleId: string
  title: string
  edition: number
  quote: string | null
  words: string
  reportedAt: Date
  resolvedAt: Date | null
}

export interface NewReport {
  articleId: string
  edition: number
  quote: string | null
  words: string
  clientToken: string
}

/** Keeps a report; the same sending twice is one. */
export async function insertReport(trx: Trx, scope: Scope, report: NewReport, at: Date): Promise<void> {
  await trx
    .insertInto('article_reports')
    .values({
      authority_id: scope.authorityId,
      id: newId(at.getTime()),
      article_id: report.articleId,
      edition: report.edition,
      quote: report.quote,
      words: report.words,
      reported_at: at,
      resolved_at: null,
      resolved_by: null,
      client_token: tokenFingerprint(report.clientToken),
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'client_token']).doNothing())
    .execute()
}

const checks = [(part: string) => !Number.isNaN(Date.parse(part)) && /^\d{4}-\d\d-\d\dT/.test(part), isUuid]

/** Newest first: those that wait, or those that were dealt with. */
export async function listReports(db: Db, scope: Scope, isResolved: boolean, after: string | null, limit: number): Promise<Page<Report>> {
  let query = db
    .selectFrom('article_reports as report')
    .innerJoin('articles', (join) =>
      join.onRef('articles.authority_id', '=', 'report.authority_id').onRef('articles.id', '=', 'report.article_id'),
    )
    .select([
      'report.id',
      'report.article_id as articleId',
      'articles.title',
      'report.edition',
      'report.quote',
      'report.words',
      'report.reported_at as reportedAt',
      'report.resolved_at as resolvedAt',
    ])
    .where('report.authority_id', '=', scope.authorityId)
    .where('report.resolved_at', isResolved ? 'is not' : 'is', null)
  if (after) {
    const [at, id] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(report.reported_at, report.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('report.reported_at', 'desc')
    .orderBy('report.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ reportedAt, id }) => [reportedAt.toISOString(), id])
}

/** Dealt with; once, whoever is first. @returns false when there is no such report waiting */
export async function resolveReport(trx: Trx, scope: Scope, id: string, personId: string, at: Date): Promise<boolean> {
  const changed = await trx
    .updateTable('article_reports')
    .set({ resolved_at: at, resolved_by: personId })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** What was dealt with half a year ago is forgotten: readers may have written about themselves. */
const KEPT_MS = 183 * 86_400_000

/** The nightly job; safe to run twice. @returns reports forgotten */
export async function forgetOldReports(db: Db, now: Date): Promise<number> {
  const gone = await db
    .deleteFrom('article_reports')
    .where('resolved_at', '<', new Date(now.getTime() - KEPT_MS))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
