import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ArticleList, ButtonLink, EmptyState, PageHead, Pager } from '../../../../ui/index.ts'
import { FOLLOWED } from '../../following/paths.ts'
import { text as followingText } from '../../following/text.ts'
import type { Petition } from '../../petition.ts'
import { text } from '../text.ts'
import { petitionArticle } from './petition-article.tsx'

interface Props {
  lang: Lang
  page: { items: readonly Petition[]; next: string | null }
  first: boolean
  today: CivilDate
}

export function OwnListPage({ lang, page, first, today }: Props) {
  const words = text[lang].own
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {page.items.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>
            <ButtonLink href={localPath(lang, '/gui-don')}>{words.file}</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <ArticleList level={2} items={page.items.map((petition) => petitionArticle(lang, petition, `/tra-cuu/${petition.code}`, today))} />
      )}
      <p class="section">
        <a href={localPath(lang, FOLLOWED)}>{followingText[lang].list.title}</a>
      </p>
      <Pager
        previous={first ? undefined : { href: localPath(lang, '/tai-khoan/don'), text: text[lang].register.first }}
        next={page.next ? { href: localPath(lang, `/tai-khoan/don?after=${page.next}`) } : undefined}
      />
    </>
  )
}
