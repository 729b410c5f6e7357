import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, Pager, Tabs } from '../../../ui/index.ts'
import { sorts } from '../comment.ts'
import type { Thread } from '../list-comments.ts'
import { paths } from '../paths.ts'
import type { Section } from '../section.ts'
import { text } from '../text.ts'
import { CommentCard } from './comment-card.tsx'

export interface CommentSectionProps {
  lang: Lang
  section: Section
}

/** Id of the section, for links to it. */
export const SECTION_ID = 'y-kien-ban-doc'

/** Comments under what they are about: part of its page, the same bytes for everybody. The form comes apart. */
export function CommentSection({ lang, section }: CommentSectionProps) {
  const { subject, open, count, sort, page } = section
  const words = text[lang]
  return (
    <section class="comments" id={SECTION_ID} aria-labelledby="y-kien-tieu-de">
      <h2 id="y-kien-tieu-de">
        {words.section.title} <span class="muted">({number(lang, count)})</span>
      </h2>
      {open ? (
        <div data-comment-place="">
          <ButtonLink href={localPath(lang, paths.formOf(subject))} look="second">
            {words.section.write}
          </ButtonLink>
        </div>
      ) : (
        <p class="muted">{words.section.closed}</p>
      )}
      {page.items.length > 1 || page.next ? (
        <Tabs
          label={words.section.sortLabel}
          items={sorts.map((one) => ({
            href: localPath(lang, `${paths.listOf(subject, { sort: one })}#${SECTION_ID}`),
            text: words.sort[one],
            current: one === sort,
          }))}
        />
      ) : null}
      {page.items.length === 0 ? (
        <p>{words.section.none}</p>
      ) : (
        <ol class="comment-list">
          {page.items.map((thread) => (
            <li>
              <ThreadItem lang={lang} thread={thread} section={section} />
            </li>
          ))}
        </ol>
      )}
      {section.leftOut && (
        <p>
          <a href={localPath(lang, `${paths.listOf(subject)}#${SECTION_ID}`)} rel="nofollow">
            {words.section.leftOut}
          </a>
        </p>
      )}
      <Pager
        next={
          page.next
            ? { href: localPath(lang, `${paths.listOf(subject, { sort, after: page.next })}#${SECTION_ID}`), text: words.section.more }
            : undefined
        }
      />
    </section>
  )
}

function ThreadItem({ lang, thread, section: { subject, open } }: CommentSectionProps & { thread: Thread }) {
  const words = text[lang].section
  const shown = thread.answers.filter(({ status }) => status === 'shown').length
  return (
    <>
      <CommentCard lang={lang} comment={thread} open={open} />
      {thread.answers.length > 0 && (
        <ol class="comment-answers">
          {thread.answers.map((answer) => (
            <li>
              <CommentCard lang={lang} comment={answer} open={open} />
            </li>
          ))}
        </ol>
      )}
      {thread.replies > shown && (
        <p class="comment-answers">
          <a href={localPath(lang, paths.listOf(subject, { parent: thread.id }))}>{words.allReplies(number(lang, thread.replies))}</a>
        </p>
      )}
    </>
  )
}
