import type { Db } from '../../platform/database.ts'
import { hasRole } from '../accounts/index.ts'
import type { NoticeSource } from '../notices/index.ts'
import { paths } from './paths.ts'
import { readers } from './rules.ts'
import { text } from './text.ts'
import './data-requests.table.ts'

/** How the administrator's outbox names requests; only who reads them gets a link. */
export function dataRequestNotices(db: Db): NoticeSource {
  const kinds = (lang: 'vi' | 'en') => ({ ...text[lang].mail.kinds })
  return {
    kinds: { vi: kinds('vi'), en: kinds('en') },
    matters: async (scope, actor, ids) => {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('data_requests')
        .select(['id', 'code'])
        .where('authority_id', '=', scope.authorityId)
        .where('id', 'in', [...ids])
        .execute()
      const opens = hasRole(actor, ...readers)
      return new Map(rows.map(({ id, code }) => [id, { text: code, href: opens ? paths.one(code) : null }]))
    },
  }
}
