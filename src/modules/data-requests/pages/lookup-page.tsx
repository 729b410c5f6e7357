import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead, TextField } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

export function LookupPage({ lang, csrf, refusal }: { lang: Lang; csrf: string; refusal?: FormRefusal | undefined }) {
  const { own, fields, ask } = text[lang]
  const field = (name: string) => ({ name, label: fields[name]!, error: problemAt(refusal, name), exact: true, required: true })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.ask), text: ask.title }]} current={own.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={own.title} lead={own.lead} />
      <Form action={paths.own} lang={lang} csrf={csrf}>
        <TextField {...field('code')} hint={own.codeHint} value={typedOr(refusal, 'code')} width={20} />
        <TextField {...field('secret')} hint={own.secretHint} width={30} autocomplete="off" />
        <Button>{own.submit}</Button>
      </Form>
    </>
  )
}
