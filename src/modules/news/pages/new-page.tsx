import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead, Select, TextField } from '../../../ui/index.ts'
import type { Category } from '../article.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface NewPageProps {
  lang: Lang
  csrf: string
  categories: readonly Category[]
  refusal?: FormRefusal | undefined
}

/** An article begins with its title: from then on it is kept. */
export function NewPage({ lang, csrf, categories, refusal }: NewPageProps) {
  const { office: words, fields } = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: words.title }]} current={words.add} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={words.add} lead={words.addLead} />
      <Form action={`${paths.office}/moi`} lang={lang} csrf={csrf}>
        <TextField
          name="title"
          label={fields['title']!}
          hint={words.hints.title}
          value={typedOr(refusal, 'title')}
          error={problemAt(refusal, 'title')}
          required
        />
        <Select
          name="categoryId"
          label={fields['categoryId']!}
          items={categories.map(({ id, name }) => ({ value: id, text: name }))}
          empty={words.noCategory}
          value={typedOr(refusal, 'categoryId')}
          error={problemAt(refusal, 'categoryId')}
          required={false}
        />
        <Button>{words.create}</Button>
      </Form>
    </>
  )
}
