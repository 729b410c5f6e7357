import type { Db } from '../../../platform/database.ts'
import type { Storage } from '../../../platform/storage.ts'
import { discardUploads, listFiles, removeFile, type StoredUpload } from '../../files/index.ts'
import { deleteDraft, draftMatter } from './draft-repository.ts'

const WEEK_MS = 7 * 86_400_000

/** The daily job: forgets drafts that nobody touched for a week, with their files; filed ones too, whose petition stays. Safe to run twice. */
export async function purgeDrafts({ db, storage }: { db: Db; storage: Storage }, now: Date): Promise<number> {
  let purged = 0
  for (;;) {
    const old = await db
      .selectFrom('petition_drafts')
      .select(['authority_id as authorityId', 'id'])
      .where('updated_at', '<', new Date(now.getTime() - WEEK_MS))
      .limit(200)
      .execute()
    for (const { authorityId, id } of old) await purgeDraft({ db, storage }, { authorityId }, id)
    purged += old.length
    if (old.length === 0) return purged
  }
}

/** One draft, its files and their bytes. */
export async function purgeDraft({ db, storage }: { db: Db; storage: Storage }, scope: { authorityId: number }, id: string): Promise<void> {
  const removed = await db.transaction().execute(async (trx) => {
    const matter = draftMatter({ id })
    const gone: Pick<StoredUpload, 'storageKey' | 'thumbKey'>[] = []
    for (const file of await listFiles(trx, scope, matter)) gone.push(await removeFile(trx, scope, matter, file.id))
    await deleteDraft(trx, scope, id)
    return gone
  })
  await discardUploads({ storage }, removed)
}
