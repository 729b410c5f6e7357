import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Details, ErrorSummary, Form, PageHead, TextField } from '../../../ui/index.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { TypedForm } from '../idle/typed.ts'
import { text } from '../text.ts'
import { TypedCarried } from './typed-parts.tsx'

export interface CodePageProps {
  lang: Lang
  csrf: string
  back: string | null
  problems?: readonly FormProblem[]
  /** A form that came when the session was over. */
  typed?: TypedForm | null
}

/** Second step of signing in. */
export function CodePage({ lang, csrf, back, problems = [], typed = null }: CodePageProps) {
  const words = text[lang]
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.code.title} lead={words.code.lead} />
      <Form action="/dang-nhap/ma-xac-nhan" lang={lang} csrf={csrf}>
        {back && <input type="hidden" name="tiep" value={back} />}
        {typed && <TypedCarried lang={lang} typed={typed} />}
        <TextField
          name="code"
          label={words.fields['code']!}
          hint={words.code.hint}
          error={errorAt(problems, 'code')}
          autocomplete="one-time-code"
          width={10}
          exact
        />
        <Button>{words.code.submit}</Button>
      </Form>
      <Details summary={words.code.lost}>{words.code.lostHow}</Details>
      <p>
        <a href={localPath(lang, '/dang-nhap')}>{words.code.again}</a>
      </p>
    </>
  )
}
