import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { listFiles, type MayRead } from '../../files/index.ts'
import { mayReadModeration } from '../../moderation/index.ts'
import { wordsMatter } from './verdict.ts'

/** Ids of the photos of these words, in the order in which they came. */
export async function photosOf(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = await Promise.all(
    ids.map(async (id) => [id, (await listFiles(db, scope, wordsMatter({ id }))).map((file) => file.id)] as const),
  )
  return new Map(found)
}

/** Who may open a photo: everybody once it is shown, before that those who read the queue. */
export const verdictFileReaders: Readonly<Record<'verdict', MayRead>> = {
  verdict: async ({ actor }, file) => file.visibility === 'public' || mayReadModeration(actor),
}
