import { type Lang, localPath } from '../../../shared/lang.ts'
import { PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { PublicView } from '../views.ts'
import { Byline } from './article-page.tsx'
import { NewsLine } from './article-parts.tsx'
import { DocumentView, type ShownFiles } from './document-view.tsx'

/** The article alone, as it goes on paper. */
export function PrintPage({ lang, view, files, address }: { lang: Lang; view: PublicView; files: ShownFiles; address: string }) {
  const { article } = view
  const words = text[lang].public
  return (
    <article class="article">
      <p class="no-print">
        <a href={localPath(lang, paths.article(article.slug))}>{words.back}</a>{' '}
        <button type="button" class="govuk-button btn-2 btn-small" data-print hidden>
          {words.print}
        </button>
      </p>
      <PageHead title={article.title} meta={<NewsLine lang={lang} article={article} counted={{}} />} lead={article.lead} />
      <DocumentView doc={article.body} files={files} />
      <Byline lang={lang} view={view} />
      <p class="small muted">{words.printed(address)}</p>
    </article>
  )
}
