import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { PollFields } from './poll-fields.tsx'

interface CreatePageProps {
  lang: Lang
  csrf: string
  days: { opensOn: string; closesOn: string }
  refusal?: FormRefusal | undefined
}

export function CreatePage({ lang, csrf, days, refusal }: CreatePageProps) {
  const { office } = text[lang]
  const values = { ...days, mostChoices: '1', whoVotes: 'everybody', resultsShown: 'always' }
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} />
      <PageHead title={office.make} lead={office.fixed} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <Form action={paths.create} lang={lang} csrf={csrf}>
        <PollFields lang={lang} values={values} refusal={refusal} />
        <Button>{office.save}</Button>
      </Form>
    </>
  )
}
