import { instantText } from '../../../shared/civil-date.ts'
import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { PageHead } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { Article } from '../article.ts'
import { wordsFor } from '../words-for.ts'
import { Corrections } from './article-page.tsx'
import { DocumentView, type ShownFiles } from './document-view.tsx'

interface StaticPageProps {
  lang: Lang
  page: Article
  /** Publication, corrections, withdrawal. */
  history: readonly Entry[]
  files: ShownFiles
}

/** `/trang/…`: a text of the office itself; no author, no numbers, nobody's comments. */
export function StaticPage({ lang, page, history, files }: StaticPageProps) {
  const words = wordsFor(lang, 'page').public
  const isAsPublished = history.every(({ type }) => type === 'article.published')
  return (
    <article class="article">
      <PageHead title={page.title} lead={page.lead} />
      <DocumentView doc={page.body} files={files} />
      {isAsPublished && page.publishedAt && (
        <p class="small muted">
          {words.publishedOn} <time dateTime={instantText(page.publishedAt)}>{longInstant(lang, page.publishedAt)}</time>
        </p>
      )}
      <Corrections lang={lang} history={history} kind="page" />
    </article>
  )
}
