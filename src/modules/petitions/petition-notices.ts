import type { Db } from '../../platform/database.ts'
import { hasRole } from '../accounts/index.ts'
import type { NoticeSource } from '../notices/index.ts'
import { noticeKindNames } from './notice-text.ts'
import { readers } from './office/roles.ts'
import './petitions.table.ts'

/** How the administrator's outbox names petitions; only who reads cases gets a link to them. */
export function petitionNotices(db: Db): NoticeSource {
  return {
    kinds: { vi: noticeKindNames('vi'), en: noticeKindNames('en') },
    matters: async (scope, actor, ids) => {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('petitions')
        .select(['id', 'code'])
        .where('authority_id', '=', scope.authorityId)
        .where('id', 'in', [...ids])
        .execute()
      const opens = hasRole(actor, ...readers)
      return new Map(rows.map(({ id, code }) => [id, { text: code, href: opens ? `/lam-viec/don/${code}` : null }]))
    },
  }
}
