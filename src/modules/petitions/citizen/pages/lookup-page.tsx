import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, ErrorSummary, Form, Notice, PageHead, TextField } from '../../../../ui/index.ts'
import { FOLLOWED } from '../../following/paths.ts'
import { text as followingText } from '../../following/text.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  csrf: string
  code: string
  problems: readonly FormProblem[]
  closed: boolean
  signedIn: boolean
}

export function LookupPage({ lang, csrf, code, problems, closed, signedIn }: Props) {
  const words = text[lang].lookup
  return (
    <>
      <ErrorSummary problems={problems} />
      {closed && (
        <Notice tone="ok" live>
          <p>{words.closed}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/tra-cuu" lang={lang} csrf={csrf}>
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={errorAt(problems, 'code')}
          value={code}
          width={20}
          autocomplete="off"
          exact
        />
        <TextField
          name="secret"
          label={words.secret}
          hint={words.secretHint}
          error={errorAt(problems, 'secret')}
          width={30}
          autocomplete="off"
          exact
        />
        <Button>{words.submit}</Button>
      </Form>
      <p class="section">{words.lost}</p>
      <p>
        {words.account}{' '}
        {signedIn && (
          <>
            <a href={localPath(lang, '/tai-khoan/don')}>{text[lang].own.title}</a> ·{' '}
            <a href={localPath(lang, FOLLOWED)}>{followingText[lang].list.title}</a>
          </>
        )}
      </p>
    </>
  )
}
