import type { Db } from '../../platform/database.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import { DeskPanel } from './pages/desk-panel.tsx'
import { RatingSection } from './pages/rating-section.tsx'
import { averageOf } from './rating.ts'
import { countByStars, getTotals } from './rating-repository.ts'

interface OnPage {
  lang: Lang
  scope: Scope
  article: { id: string; slug: string; ratingsOn: boolean }
}

/** What programs and search engines are told. */
export async function ratingTotals(db: Db, scope: Scope, articleId: string) {
  const { sum, count } = await getTotals(db, scope, articleId)
  return { sum, count, average: averageOf({ sum, count }) }
}

/** Below an article, on its kept page: the same for everybody. The page is kept under `ratingTags`. */
export async function ratingSection(db: Db, { lang, scope, article }: OnPage) {
  const totals = await getTotals(db, scope, article.id)
  return <RatingSection lang={lang} article={article} totals={totals} open={article.ratingsOn} />
}

/** On the article's page of the desk. */
export async function ratingDesk(db: Db, { lang, scope, article }: OnPage) {
  const [totals, byStars] = await Promise.all([getTotals(db, scope, article.id), countByStars(db, scope, article.id)])
  return <DeskPanel lang={lang} totals={totals} byStars={byStars} />
}
