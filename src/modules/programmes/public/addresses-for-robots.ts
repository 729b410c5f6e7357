import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { PROMISES_TAG } from '../options.ts'
import { paths } from '../paths.ts'
import { shownStatuses } from '../programme.ts'
import { shownItems } from './read-items.ts'

/** Addresses of plans, programmes and their items, for the sitemap: the newest first, as many as it holds. */
export function promiseAddresses(db: Db) {
  return {
    name: 'loi-hua',
    tag: PROMISES_TAG,
    list: async (scope: Scope, limit: number) => {
      const programmes = await db
        .selectFrom('programmes')
        .select(['slug', 'updated_at as changedAt'])
        .where('authority_id', '=', scope.authorityId)
        .where('status', 'in', [...shownStatuses])
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      const items = await shownItems(db, scope)
        .clearSelect()
        .select(['code', 'updated_at as changedAt'])
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit - programmes.length))
        .execute()
      return [
        ...programmes.map(({ slug, changedAt }) => ({ path: paths.one(slug), changedAt })),
        ...items.map(({ code, changedAt }) => ({ path: paths.task(code), changedAt })),
      ]
    },
  }
}
