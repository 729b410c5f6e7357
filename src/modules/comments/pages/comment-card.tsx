import { civilDateOf } from '../../../shared/civil-date.ts'
import { clockTime, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Prose, Tag } from '../../../ui/index.ts'
import { moderationText } from '../../moderation/index.ts'
import { subjectOf } from '../comment.ts'
import type { PublicComment } from '../list-comments.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface CommentCardProps {
  lang: Lang
  comment: PublicComment
  /** Takes answers now. */
  open: boolean
}

/** One comment, or what stands in its place. Its words are text and nothing else: addresses in it are no links. */
export function CommentCard({ lang, comment, open }: CommentCardProps) {
  const words = text[lang].section
  const id = paths.anchor(comment.id)
  if (comment.status !== 'shown' || comment.body === null)
    return (
      <div class="comment comment-gone" id={id}>
        <p class="muted">{goneWords(lang, comment)}</p>
      </div>
    )
  const name = comment.name ?? ''
  return (
    <div class="comment" id={id}>
      <p class="comment-head">
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <time dateTime={comment.sentAt.toISOString()}>
          {shortDate(civilDateOf(comment.sentAt))} {clockTime(comment.sentAt)}
        </time>{' '}
        {!comment.seen && <Tag tone="soon">{words.unseen}</Tag>}
      </p>
      <Prose text={comment.body} />
      {open && (
        <p class="comment-do">
          <a href={localPath(lang, paths.formOf(subjectOf(comment), comment.id))} data-comment-form={id} rel="nofollow">
            {words.reply}
            <span class="govuk-visually-hidden">
              : <bdi>{name}</bdi>
            </span>
          </a>
        </p>
      )}
    </div>
  )
}

function goneWords(lang: Lang, { status, reason }: PublicComment): string {
  const words = text[lang].section
  if (reason) return words.removed(moderationText[lang].reason[reason])
  if (status === 'withdrawn') return words.withdrawn
  return status === 'waiting' ? words.waitingAgain : words.gone
}
