import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead, Prose, Quote, TextArea, TextField } from '../../../ui/index.ts'
import type { Matter } from '../../history/index.ts'
import { currentText } from '../../personal-data/index.ts'
import { MOST_LETTERS, NAME_LETTERS, writeSubject } from '../comment.ts'
import type { PublicComment } from '../list-comments.ts'
import { paths } from '../paths.ts'
import type { Commented } from '../subject.ts'
import { text } from '../text.ts'
import { SECTION_ID } from './comment-section.tsx'

interface FormPageProps {
  lang: Lang
  csrf: string
  about: Commented & Matter
  /** What is answered. */
  parent: PublicComment | null
  /** Name of the account; null for somebody without. */
  account: string | null
  clientToken: string
  /** When the form was opened, signed. */
  opened: string
  refusal?: FormRefusal | undefined
}

/** Field that people do not see: programs fill it in. */
export const TRAP = 'website'

/** Writing a comment: a page of its own, whose form the island `comment-form` also puts beside the article. */
export function FormPage(props: FormPageProps) {
  const { lang, about, parent, refusal } = props
  const words = text[lang].form
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, `${about.href}#${SECTION_ID}`), text: about.title }]} current={words.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={parent ? words.titleReply : words.title} lead={words.lead} />
      <p>
        {words.about}: <a href={localPath(lang, about.href)}>{about.title}</a>
      </p>
      {about.open && <CommentForm {...props} />}
    </>
  )
}

function CommentForm({ lang, csrf, about, parent, account, clientToken, opened, refusal }: FormPageProps) {
  const words = text[lang]
  const field = (name: string) => ({
    name,
    label: words.fields[name]!,
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
  })
  return (
    <Form action={paths.form} lang={lang} csrf={csrf} id="gui-y-kien">
      <input type="hidden" name="subject" value={writeSubject(about)} />
      <input type="hidden" name="clientToken" value={clientToken} />
      <input type="hidden" name="opened" value={opened} />
      {parent && (
        <>
          <input type="hidden" name="parent" value={parent.id} />
          <p>
            {words.form.answers} <bdi>{parent.name}</bdi>:
          </p>
          <Quote tone="neutral">
            <Prose text={parent.body ?? ''} />
          </Quote>
        </>
      )}
      {account === null ? (
        <TextField {...field('name')} hint={words.form.nameHint} maxlength={NAME_LETTERS} width={30} autocomplete="name" required />
      ) : (
        <p>
          <bdi>{words.form.asAccount(account)}</bdi>
        </p>
      )}
      <TextField
        {...field('email')}
        hint={currentText('notifications', 'comment').words[lang]}
        type="email"
        maxlength={200}
        width={30}
        autocomplete="email"
        required={false}
      />
      <TextArea
        {...field('body')}
        hint={words.form.bodyHint(number(lang, MOST_LETTERS))}
        rows={6}
        maxlength={MOST_LETTERS}
        count
        required
      />
      <div class="trap" aria-hidden="true">
        <label for={TRAP}>{words.form.trap}</label>
        <input id={TRAP} name={TRAP} type="text" tabindex={-1} autocomplete="off" />
      </div>
      <p class="muted">{words.form.rules}</p>
      <p class="muted">{currentText('publication', 'comment').words[lang]}</p>
      <Button>{words.form.send}</Button>
    </Form>
  )
}
