import { join } from 'node:path'
import type { Db, Trx } from '../../platform/database.ts'
import { formatCheckpoint } from '../../shared/tlog/checkpoint.ts'
import { emptyRoot } from '../../shared/tlog/merkle.ts'
import { noteSigner, signNote } from '../../shared/tlog/note.ts'
import { formatVkey, type SigningKey } from '../../shared/tlog/vkey.ts'
import type { Scope } from '../accounts/index.ts'
import { dropKeyFile, findLogKey, insertKey, type LogKey, makeKeyFile } from './log-keys.ts'

/** Folder of the signing keys, apart from the database and from the other secrets. */
export function keyFolder(dataDir: string): string {
  return join(dataDir, 'log')
}

export interface LogSite {
  id: number
  slug: string
  host: string | null
}

/**
 * Name of an authority's log and of its key, fixed at set-up: its address without the scheme, else its name here.
 * @param publicUrl address of the installation; it is that of its first authority
 */
export function originOfLog({ id, slug, host }: LogSite, publicUrl: string | null, firstId: number): string {
  if (host) return `${host.toLowerCase()}/log`
  if (publicUrl && id === firstId) return `${new URL(publicUrl).host}/log`
  return `congdan.local/${slug}`
}

/** Makes key and empty tree of an authority's log where there are none; any number of processes may try, one makes them. */
export async function setUpLog(db: Db, scope: Scope, { folder, origin }: { folder: string; origin: string }): Promise<LogKey> {
  const known = await findLogKey(db, scope)
  if (known) return known
  const key = makeKeyFile(folder, scope, origin)
  try {
    const isFirst = await db.transaction().execute(async (trx) => {
      if (!(await insertKey(trx, scope, { number: 1, vkey: formatVkey(key.vkey), fromSize: 0 }))) return false
      await insertEmptyHead(trx, scope, key)
      return true
    })
    if (!isFirst) dropKeyFile(folder, scope, key)
  } catch (error) {
    // Whether the commit reached the database may be unknown: then the key is kept rather than lost.
    if (!(await findLogKey(db, scope).catch(() => ({ vkey: formatVkey(key.vkey) })))) dropKeyFile(folder, scope, key)
    throw error
  }
  return (await findLogKey(db, scope))!
}

async function insertEmptyHead(trx: Trx, scope: Scope, key: SigningKey): Promise<void> {
  const root = emptyRoot()
  const text = formatCheckpoint({ origin: key.vkey.name, size: 0, root })
  await trx
    .insertInto('log_heads')
    .values({
      authority_id: scope.authorityId,
      size: 0,
      previous_size: null,
      root: Buffer.from(root),
      checkpoint: signNote(text, [noteSigner(key)]),
    })
    .execute()
}
