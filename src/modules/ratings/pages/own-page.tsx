import { localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, PageHead } from '../../../ui/index.ts'
import type { RatedArticle } from '../rated-article.ts'
import { text } from '../text.ts'
import { RatingSection, type RatingSectionProps } from './rating-section.tsx'

interface OwnPageProps extends RatingSectionProps {
  article: RatedArticle
  mine: NonNullable<RatingSectionProps['mine']>
}

/** One reader's own rating of one article: to see, change, take back. */
export function OwnPage(props: OwnPageProps) {
  const { lang, article } = props
  const words = text[lang].page
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, article.path), text: article.title }]} />
      <PageHead title={words.title(article.title)} />
      <RatingSection {...props} />
      <p class="small muted">{words.privacy}</p>
      <p>
        <a href={localPath(lang, article.path)}>{words.back}</a>
      </p>
    </>
  )
}
