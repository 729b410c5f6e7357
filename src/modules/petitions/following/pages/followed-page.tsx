import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ArticleList, ButtonLink, EmptyState, Notice, PageHead, Pager } from '../../../../ui/index.ts'
import { petitionArticle } from '../../citizen/pages/petition-article.tsx'
import { text as citizenText } from '../../citizen/text.ts'
import type { Petition } from '../../petition.ts'
import { FOLLOWED } from '../paths.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  page: { items: readonly Petition[]; next: string | null }
  first: boolean
  /** Codes of cases that left the register. */
  ended: readonly string[]
  today: CivilDate
}

/** What a signed-in resident follows. */
export function FollowedPage({ lang, page, first, ended, today }: Props) {
  const words = text[lang].list
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {ended.length > 0 && (
        <Notice tone="soon">
          {ended.map((code) => (
            <p>{words.ended(code)}</p>
          ))}
        </Notice>
      )}
      {page.items.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>
            <ButtonLink href={localPath(lang, '/don')}>{words.emptyLink}</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <ArticleList level={2} items={page.items.map((petition) => petitionArticle(lang, petition, `/don/${petition.code}`, today))} />
      )}
      <p class="section">
        <a href={localPath(lang, '/tai-khoan/don')}>{citizenText[lang].own.title}</a>
      </p>
      <Pager
        previous={first ? undefined : { href: localPath(lang, FOLLOWED), text: citizenText[lang].register.first }}
        next={page.next ? { href: localPath(lang, `${FOLLOWED}?after=${page.next}`) } : undefined}
      />
    </>
  )
}
