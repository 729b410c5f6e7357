import type { Lang } from '../../../shared/lang.ts'
import { Button, Details, ErrorSummary, Form, Notice, PageHead, PasswordField, TextField } from '../../../ui/index.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { TypedForm } from '../idle/typed.ts'
import { text } from '../text.ts'
import { TypedCarried } from './typed-parts.tsx'

export interface SignInPageProps {
  lang: Lang
  csrf: string
  /** Path of this site to go to afterwards. */
  back: string | null
  username?: string
  problems?: readonly FormProblem[]
  /** A form that came when the session was over. */
  typed?: TypedForm | null
  /** The session was over. */
  ended?: boolean
}

export function SignInPage({ lang, csrf, back, username, problems = [], typed = null, ended = false }: SignInPageProps) {
  const words = text[lang]
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.signIn.title} lead={words.signIn.lead} />
      {problems.length === 0 && ended && <Notice>{typed ? words.typed.kept : words.signIn.ended}</Notice>}
      {problems.length === 0 && !ended && back && <Notice>{words.signIn.askedFor}</Notice>}
      <Form action="/dang-nhap" lang={lang} csrf={csrf}>
        {back && <input type="hidden" name="tiep" value={back} />}
        {typed && <TypedCarried lang={lang} typed={typed} />}
        <TextField
          name="username"
          label={words.fields['username']!}
          hint={words.signIn.usernameHint}
          value={username}
          error={errorAt(problems, 'username')}
          autocomplete="username"
          width={20}
          exact
        />
        <PasswordField
          name="password"
          label={words.fields['password']!}
          error={errorAt(problems, 'password')}
          autocomplete="current-password"
        />
        <Button>{words.signIn.submit}</Button>
      </Form>
      <Details summary={words.signIn.forgotten}>{words.signIn.forgottenHow}</Details>
    </>
  )
}
