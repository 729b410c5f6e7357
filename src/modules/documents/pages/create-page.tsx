import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { DocumentFields, TextFields } from './document-fields.tsx'

export function CreatePage({ lang, csrf, refusal }: { lang: Lang; csrf: string; refusal?: FormRefusal | undefined }) {
  const { office } = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} />
      <PageHead title={office.make} lead={office.makeLead} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <Form action={paths.create} lang={lang} csrf={csrf} enctype="multipart/form-data">
        <TextFields lang={lang} refusal={refusal} />
        <DocumentFields lang={lang} values={{}} refusal={refusal} fromText />
        <Button>{office.save}</Button>
      </Form>
    </>
  )
}
