import { type FormRefusal, problemAt } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, ErrorSummary, Form, PageHead, TextField } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface LookupPageProps {
  lang: Lang
  csrf: string
  code: string
  refusal?: FormRefusal | undefined
}

/** Asks for the secret, whether there is such a comment or not. */
export function LookupPage({ lang, csrf, code, refusal }: LookupPageProps) {
  const { lookup, fields } = text[lang]
  return (
    <>
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={lookup.title} lead={lookup.lead} />
      <Form action={paths.own(code)} lang={lang} csrf={csrf}>
        <TextField
          name="secret"
          label={fields['secret']!}
          error={problemAt(refusal, 'secret')}
          width={30}
          autocomplete="off"
          exact
          required
        />
        <Button>{lookup.submit}</Button>
      </Form>
    </>
  )
}
