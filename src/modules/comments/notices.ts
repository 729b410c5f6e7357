import type { Db } from '../../platform/database.ts'
import type { NoticeSource } from '../notices/index.ts'
import { text } from './text.ts'
import './comments.table.ts'

/** How the administrator's outbox and the choice of mail name comments; the code opens nothing without its secret. */
export function commentNotices(db: Db): NoticeSource {
  const kinds = (lang: 'vi' | 'en') => ({ ...text[lang].mail.kinds })
  return {
    kinds: { vi: kinds('vi'), en: kinds('en') },
    choice: { vi: text.vi.mail.choice, en: text.en.mail.choice },
    matters: async (scope, _actor, ids) => {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('comments')
        .select(['id', 'code'])
        .where('authority_id', '=', scope.authorityId)
        .where('id', 'in', [...ids])
        .execute()
      return new Map(rows.map(({ id, code }) => [id, { text: code, href: null }]))
    },
  }
}
