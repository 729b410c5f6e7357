import { Fragment } from 'preact'
import { longInstant } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'
import { Messages } from '../../ui/index.ts'
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
  if (messages.length === 0) return <p>{t.none}</p>
  const own = reader === 'filer' ? 'fromFiler' : 'toFiler'
  return (
    <Messages
      items={messages.map(({ kind, authorId, body, createdAt }) => {
        const author = authorId === null ? undefined : authorName?.(authorId)
        return {
          from: author ? `${t.from[reader][kind]}, ${author}` : t.from[reader][kind],
          when: longInstant(lang, createdAt),
          dateTime: createdAt.toISOString(),
          side: kind === 'internal' ? 'internal' : kind === own ? 'out' : 'in',
          children: body === null ? <p>{t.erased}</p> : <PlainText words={body} />,
        }
      })}
    />
  )
}

/** Blank lines part paragraphs, single line breaks stay. Each paragraph finds its own direction, so that no mark in it turns the page. */
function PlainText({ words }: { words: string }) {
  return (
    <>
      {words.split(/\n{2,}/).map((paragraph) => (
        <p dir="auto">
          {paragraph.split('\n').map((line, row) => (
            <Fragment>
              {row > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  )
}
