import type { Lang } from '../../../shared/lang.ts'
import { Button, ErrorSummary, Form, Notice, PageHead, PasswordField } from '../../../ui/index.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { PASSWORD_MIN } from '../password-rules.ts'
import { text } from '../text.ts'

export interface PasswordPageProps {
  lang: Lang
  csrf: string
  username: string
  temporary: boolean
  problems?: readonly FormProblem[]
}

export function PasswordPage({ lang, csrf, username, temporary, problems = [] }: PasswordPageProps) {
  const words = text[lang]
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.password.title} lead={temporary ? undefined : words.password.lead} />
      {temporary && <Notice tone="soon">{words.password.temporary}</Notice>}
      <Form action="/tai-khoan/mat-khau" lang={lang} csrf={csrf}>
        {/* For password managers: whose password this is. */}
        <input type="hidden" autocomplete="username" value={username} />
        <PasswordField
          name="currentPassword"
          label={words.fields['currentPassword']!}
          error={errorAt(problems, 'currentPassword')}
          autocomplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={words.fields['newPassword']!}
          hint={words.password.hint(PASSWORD_MIN)}
          error={errorAt(problems, 'newPassword')}
          autocomplete="new-password"
        />
        <Button>{words.password.submit}</Button>
      </Form>
    </>
  )
}
