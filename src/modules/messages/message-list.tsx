import { Fragment } from 'preact'
import { longInstant } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Message } from './message.ts'
import { text } from './text.ts'

interface Props {
  lang: Lang
  messages: readonly Message[]
  /** Name to show for an officer; the filer is never named here. */
  authorName?: (authorId: string) => string | undefined
  /** Who reads: the filer sees "you" on their own messages. */
  reader: 'filer' | 'office'
}

/** The conversation as plain text: nothing that was typed becomes a link or markup. */
export function MessageList({ lang, messages, authorName, reader }: Props) {
  const t = text[lang]
  if (messages.length === 0) return <p class="message-list__empty">{t.none}</p>
  return (
    <ol class="message-list">
      {messages.map((message) => (
        <li key={message.id} class={`message message--${message.kind}`}>
          <p class="message__head">
            <strong class="message__from">{t.from[reader][message.kind]}</strong>
            {message.authorId && authorName?.(message.authorId) && (
              <span class="message__author">{`, ${authorName(message.authorId)}`}</span>
            )}{' '}
            <time class="message__time" dateTime={message.createdAt.toISOString()}>
              {longInstant(lang, message.createdAt)}
            </time>
          </p>
          {message.body === null ? <p class="message__erased">{t.erased}</p> : <PlainText words={message.body} />}
        </li>
      ))}
    </ol>
  )
}

/** Blank lines part paragraphs, single line breaks stay. Each paragraph finds its own direction, so that no mark in it turns the page. */
function PlainText({ words }: { words: string }) {
  return (
    <div class="message__body">
      {words.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at} dir="auto">
          {paragraph.split('\n').map((line, row) => (
            <Fragment key={row}>
              {row > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}
