import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { DOCUMENTS_TAG } from './feature.ts'
import { listPublished } from './list-documents.ts'
import { paths } from './paths.ts'

/** Addresses for the map of the site. */
export function documentAddresses(db: Db) {
  return {
    name: 'van-ban',
    tag: DOCUMENTS_TAG,
    list: async (scope: Scope, limit: number) =>
      (await listPublished(db, scope, null, null, limit)).items.map(({ slug, updatedAt }) => ({
        path: paths.one(slug),
        changedAt: updatedAt,
      })),
  }
}
