import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, PageHead, Pager } from '../../../ui/index.ts'
import type { PublicComment } from '../list-comments.ts'
import { paths } from '../paths.ts'
import type { Section } from '../section.ts'
import type { Commented } from '../subject.ts'
import { text } from '../text.ts'
import { CommentCard } from './comment-card.tsx'
import { CommentSection, SECTION_ID } from './comment-section.tsx'

interface ListPageProps {
  lang: Lang
  about: Commented
  section: Section
}

/** All comments of one subject, in any order, page by page. */
export function ListPage({ lang, about, section }: ListPageProps) {
  return (
    <>
      <Back lang={lang} about={about} />
      <PageHead title={text[lang].list.title(about.title)} />
      <CommentSection lang={lang} section={section} />
    </>
  )
}

interface AnswersPageProps {
  lang: Lang
  about: Commented
  section: Pick<Section, 'subject' | 'open'>
  parent: PublicComment
  page: Page<PublicComment>
}

/** One comment and every answer to it. */
export function AnswersPage({ lang, about, section: { subject, open }, parent, page }: AnswersPageProps) {
  const words = text[lang]
  const next = page.next && localPath(lang, paths.listOf(subject, { parent: parent.id, after: page.next }))
  return (
    <>
      <Back lang={lang} about={about} />
      <PageHead title={words.list.title(about.title)} />
      <CommentCard lang={lang} comment={parent} open={open} />
      <h2>{words.list.answersTo}</h2>
      <ol class="comment-answers">
        {page.items.map((answer) => (
          <li>
            <CommentCard lang={lang} comment={answer} open={open} />
          </li>
        ))}
      </ol>
      <Pager next={next ? { href: next } : undefined} />
    </>
  )
}

function Back({ lang, about }: { lang: Lang; about: Commented }) {
  return (
    <Breadcrumbs items={[{ href: localPath(lang, `${about.href}#${SECTION_ID}`), text: about.title }]} current={text[lang].section.title} />
  )
}
