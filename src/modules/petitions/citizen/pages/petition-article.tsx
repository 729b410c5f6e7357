import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import type { Article } from '../../../../ui/index.ts'
import type { Petition } from '../../petition.ts'
import { timeLeft } from './case-clock.tsx'
import { CaseTags } from './case-head.tsx'

/** A case in a list. */
export function petitionArticle(lang: Lang, petition: Petition, path: string, today: CivilDate, unitName?: string): Article {
  const due = petition.dueOn && petition.dueOn >= today ? timeLeft(lang, petition.dueOn, today) : null
  return {
    href: localPath(lang, path),
    title: petition.subject,
    tags: <CaseTags lang={lang} petition={petition} today={today} />,
    meta: [petition.code, longInstant(lang, petition.receivedAt), unitName, due].filter(Boolean).join(' · '),
  }
}
