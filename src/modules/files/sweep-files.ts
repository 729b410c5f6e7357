import type { Db } from '../../platform/database.ts'
import type { Storage } from '../../platform/storage.ts'
import { keysInUse } from './file-repository.ts'

/** An upload gets its row within its request; a day is far beyond any request. */
const DAY_MS = 24 * 3_600_000

/**
 * The daily job: deletes stored bytes that no row names, a day after they came. Safe to run twice, and while people upload.
 * Never run it against a database that is not the storage's own.
 */
export async function sweepFiles(db: Db, storage: Storage, now: Date): Promise<{ kept: number; deleted: number }> {
  const count = { kept: 0, deleted: 0 }
  let batch: string[] = []
  const settle = async () => {
    if (batch.length === 0) return
    const used = await keysInUse(db, batch)
    for (const key of batch) {
      if (used.has(key)) count.kept++
      else {
        await storage.delete(key)
        count.deleted++
      }
    }
    batch = []
  }
  for await (const { key, storedAt } of storage.list()) {
    if (now.getTime() - storedAt.getTime() < DAY_MS) {
      count.kept++
      continue
    }
    batch.push(key)
    if (batch.length === 500) await settle()
  }
  await settle()
  return count
}
