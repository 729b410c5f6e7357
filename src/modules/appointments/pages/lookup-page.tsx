import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead, TextField } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

export function LookupPage({ lang, csrf, refusal }: { lang: Lang; csrf: string; refusal?: FormRefusal | undefined }) {
  const words = text[lang].track
  const { fields } = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.schedule), text: text[lang].public.title }]} current={words.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action={paths.track} lang={lang} csrf={csrf}>
        <TextField
          name="code"
          label={fields['code']!}
          hint={words.codeHint}
          value={typedOr(refusal, 'code')}
          error={problemAt(refusal, 'code')}
          width={20}
          exact
          required
        />
        <TextField
          name="secret"
          label={fields['secret']!}
          hint={words.secretHint}
          error={problemAt(refusal, 'secret')}
          width={30}
          autocomplete="off"
          exact
          required
        />
        <Button>{words.submit}</Button>
      </Form>
    </>
  )
}
