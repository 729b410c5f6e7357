import type { Db } from '../../platform/database.ts'
import type { Lang } from '../../shared/lang.ts'
import { hasRole } from '../accounts/index.ts'
import type { NoticeSource } from '../notices/index.ts'
import { noticeText } from './notice-text.ts'
import { readers } from './office/roles.ts'
import './petitions.table.ts'

/** Names of all mails about a case. */
export function kindsOf(lang: Lang): Readonly<Record<string, string>> {
  const { kinds, digest } = noticeText[lang]
  return { ...kinds, 'petition.digest': digest.kind }
}

/** How the administrator's outbox names petitions; only who reads cases gets a link to them. */
export function petitionNotices(db: Db): NoticeSource {
  return {
    kinds: { vi: kindsOf('vi'), en: kindsOf('en') },
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
