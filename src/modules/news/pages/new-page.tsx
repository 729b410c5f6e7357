import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead, Select, TextField } from '../../../ui/index.ts'
import type { ArticleKind, Category } from '../article.ts'
import { categoryChoices } from '../category-choices.ts'
import { paths } from '../paths.ts'
import { wordsFor } from '../words-for.ts'

interface NewPageProps {
  lang: Lang
  kind: ArticleKind
  csrf: string
  categories: readonly Category[]
  refusal?: FormRefusal | undefined
}

/** An article begins with its title: from then on it is kept. */
export function NewPage({ lang, kind, csrf, categories, refusal }: NewPageProps) {
  const { office: words, fields } = wordsFor(lang, kind)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: words.title }]} current={words.add} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={words.add} lead={words.addLead} />
      <Form action={`${paths.office}/moi`} lang={lang} csrf={csrf}>
        {kind === 'page' && <input type="hidden" name="kind" value="page" />}
        <TextField
          name="title"
          label={fields['title']!}
          hint={words.hints.title}
          value={typedOr(refusal, 'title')}
          error={problemAt(refusal, 'title')}
          required
        />
        {kind === 'article' && (
          <Select
            name="categoryId"
            label={fields['categoryId']!}
            items={categoryChoices(lang, categories)}
            empty={words.noCategory}
            value={typedOr(refusal, 'categoryId')}
            error={problemAt(refusal, 'categoryId')}
            required={false}
          />
        )}
        <Button>{words.create}</Button>
      </Form>
    </>
  )
}
