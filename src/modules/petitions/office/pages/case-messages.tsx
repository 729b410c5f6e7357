import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, Form, Messages, type Message as Shown, Tag, TextArea } from '../../../../ui/index.ts'
import type { Message } from '../../../messages/index.ts'
import { CaseNotices } from '../../../notices/index.ts'
import { noticeKindNames } from '../../notice-text.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { type Attempt, inputId } from '../attempt.ts'
import { text } from '../text.ts'
import type { CasePageProps } from './case-page.tsx'
import { Words } from './marked-text.tsx'

/** Two conversations that are never mixed: with the filer, and among officers. */
export function CaseMessages({ lang, csrf, view, mayWrite, attempt }: CasePageProps) {
  const words = text[lang].messages
  const withFiler = view.messages.filter((message) => message.kind !== 'internal')
  const notes = view.messages.filter((message) => message.kind === 'internal')
  const address = `/lam-viec/don/${encodeURIComponent(view.petition.code)}`
  const shown = (message: Message) => shownMessage(lang, message, view)
  return (
    <>
      <section class="part" id="trao-doi">
        <h2>{words.title}</h2>
        {withFiler.length > 0 ? <Messages items={withFiler.map(shown)} /> : <p class="muted">{words.none}</p>}
        {mayWrite && (
          <Form action={localPath(lang, `${address}/tin`)} csrf={csrf}>
            <TextArea {...field('message', words.toFiler, words.toFilerHint, attempt)} rows={3} />
            <Button look="second">{words.send}</Button>
          </Form>
        )}
      </section>
      <CaseNotices lang={lang} notices={view.notices} kinds={noticeKindNames(lang)} addresses={view.filer !== null} />
      <section class="part" id="ghi-chu">
        <h2>
          {words.notes} <Tag tone="soon">{words.internal}</Tag>
        </h2>
        <p class="small muted">{words.notesHint}</p>
        {notes.length > 0 ? <Messages items={notes.map(shown)} /> : <p class="muted">{words.noNotes}</p>}
        {mayWrite && (
          <Form action={localPath(lang, `${address}/ghi-chu`)} csrf={csrf}>
            <TextArea {...field('note', words.note, undefined, attempt)} rows={3} />
            <Button look="second">{words.saveNote}</Button>
          </Form>
        )}
      </section>
    </>
  )
}

function field(name: 'message' | 'note', label: string, hint: string | undefined, attempt: Attempt | null) {
  const mine = attempt?.act === name ? attempt : null
  const id = inputId(name, 'words')
  const typed = mine?.typed['words']
  return {
    name: 'words',
    id,
    label,
    hint,
    value: typeof typed === 'string' ? typed : undefined,
    error: mine?.problems.find((problem) => problem.field === id)?.text,
  }
}

/** Who wrote it, as what: the role stands in the history and stays when the account or the unit is no more. */
function authorOf(lang: Lang, { history, people }: CaseView, { id, authorId }: Message): string {
  const role = history.find(({ facts }) => facts['messageId'] === id)?.actorRole
  const as = role ? (petitionText[lang].role[role] ?? role) : text[lang].case.somebody
  const name = authorId && people.get(authorId)
  if (!name) return as
  return role ? `${name} (${as})` : name
}

function shownMessage(lang: Lang, message: Message, view: CaseView): Shown {
  const words = text[lang].messages
  const name = authorOf(lang, view, message)
  const from = { fromFiler: words.filer, toFiler: words.officerTo(name), internal: name }[message.kind]
  const side = ({ fromFiler: 'in', toFiler: 'out', internal: 'internal' } as const)[message.kind]
  return {
    from,
    side,
    when: longInstant(lang, message.createdAt),
    dateTime: message.createdAt.toISOString(),
    tag: message.kind === 'internal' ? <Tag tone="soon">{words.internal}</Tag> : undefined,
    children: message.body === null ? <p class="muted">{words.erased}</p> : <Words lang={lang} words={message.body} />,
  }
}
