import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Scope } from './file.ts'
import type { PaperFinding } from './guard-paper.ts'
import './files.table.ts'

export interface Guarded {
  findings: PaperFinding[]
  /** When somebody looked at it and said that it may go out. */
  confirmedAt: Date | null
}

export async function saveFindings(trx: Trx, scope: Scope, fileId: string, findings: readonly PaperFinding[]): Promise<void> {
  await trx
    .insertInto('file_findings')
    .values({
      authority_id: scope.authorityId,
      file_id: fileId,
      findings: JSON.stringify(findings),
      confirmed_by: null,
      confirmed_at: null,
    })
    .execute()
}

/** What the guard saw in these files, by file. */
export async function findingsOf(db: Db, scope: Scope, fileIds: readonly string[]): Promise<Map<string, Guarded>> {
  if (fileIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('file_findings')
    .select(['file_id', 'findings', 'confirmed_at as confirmedAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('file_id', 'in', [...fileIds])
    .execute()
  return new Map(rows.map(({ file_id, findings, confirmedAt }) => [file_id, { findings, confirmedAt }]))
}

/** @throws NotFound when nothing was looked into under that id */
export async function confirmFindings(trx: Trx, scope: Scope, fileId: string, personId: string, at: Date): Promise<void> {
  const changed = await trx
    .updateTable('file_findings')
    .set({ confirmed_by: personId, confirmed_at: at })
    .where('authority_id', '=', scope.authorityId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new NotFound()
}
