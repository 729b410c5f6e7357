import type { NoticeSource } from '../notices/index.ts'
import { ANNOUNCEMENT } from './tell-person.ts'
import { text } from './text.ts'

/** Adds the name of the announcement to the kinds of mail of a feature. */
export function withAnnouncement(source: NoticeSource): NoticeSource {
  const kinds = (lang: 'vi' | 'en') => ({ ...source.kinds[lang], [ANNOUNCEMENT]: text[lang].mail.kind })
  return { ...source, kinds: { vi: kinds('vi'), en: kinds('en') } }
}
