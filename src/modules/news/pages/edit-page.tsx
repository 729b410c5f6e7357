import type { ComponentChildren } from 'preact'
import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, Checkbox, Details, ErrorSummary, Form, PageHead, Select, TextArea, TextField } from '../../../ui/index.ts'
import type { Article, Category } from '../article.ts'
import { categoryChoices } from '../category-choices.ts'
import type { EditFields } from '../edit-form.ts'
import { LEAD_MAX } from '../fields.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { wordsFor } from '../words-for.ts'
import { StatusTag } from './article-parts.tsx'

interface EditPageProps {
  lang: Lang
  csrf: string
  article: Article
  categories: readonly Category[]
  fields: EditFields
  refusal?: FormRefusal | undefined
  /** What a refusal of two editors shows: the other text, and the difference. */
  conflict?: ComponentChildren
  /** Above the form: a draft that was found, others who write. */
  notices?: ComponentChildren
  /** Something in the text that was sent looks like data of people. */
  asksChecked?: boolean
}

/** Everything about an article in one form; with scripts the text gets an editor of its own (island `article-editor`). */
export function EditPage({ lang, csrf, article, categories, fields, refusal, conflict, notices, asksChecked }: EditPageProps) {
  const { office: words, fields: labels, files, guard } = wordsFor(lang, article.kind)
  const isShown = article.status === 'published'
  const field = (name: Exclude<keyof EditFields, 'document' | 'markupBase'> | 'reason') => ({
    name,
    label: labels[name]!,
    value: typedOr(refusal, name, name === 'reason' ? '' : fields[name]),
    error: problemAt(refusal, name),
  })
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: words.title },
          { href: localPath(lang, paths.one(article.id)), text: article.title },
        ]}
        current={words.edit}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {notices}
      <PageHead title={words.edit} tags={<StatusTag lang={lang} status={article.status} />} />
      <Form action={paths.edit(article.id)} lang={lang} csrf={csrf} id="article-form">
        {conflict}
        <input type="hidden" name="edition" value={typedOr(refusal, 'edition', fields.edition)} />
        <TextField {...field('title')} hint={words.hints.title} required />
        <TextArea {...field('lead')} hint={words.hints.lead} rows={3} maxlength={LEAD_MAX} required={false} count />
        <input type="hidden" name="markupBase" value={typedOr(refusal, 'markupBase', fields.markupBase)} />
        <div data-article-editor={article.id} data-document={typedOr(refusal, 'document', fields.document)}>
          <TextArea
            {...field('markup')}
            hint={words.hints.markup}
            error={problemAt(refusal, 'markup') ?? problemAt(refusal, 'body')}
            rows={18}
            required
          />
        </div>
        <p class="small muted">
          <a href={localPath(lang, `${paths.one(article.id)}#files-title`)}>{files.title}</a>. {files.inEditor}
        </p>
        <MarkupHelp lang={lang} />
        {article.kind === 'article' && (
          <>
            <Select {...field('categoryId')} items={categoryChoices(lang, categories)} empty={words.noCategory} required={false} />
            <TextField {...field('tags')} hint={words.hints.tags} required={false} />
            <TextField {...field('author')} hint={words.hints.author} width={30} required={false} />
            <TextField {...field('source')} hint={words.hints.source} width={30} required={false} />
          </>
        )}
        {isShown && <TextArea {...field('reason')} hint={words.hints.revise} rows={2} required />}
        {asksChecked && <Checkbox name="checked" label={guard.checked} value="yes" />}
        <Button>{isShown ? words.saveRevision : words.save}</Button>
      </Form>
    </>
  )
}

function MarkupHelp({ lang }: { lang: Lang }) {
  const { title, lines } = text[lang].office.markupHelp
  return (
    <Details summary={title}>
      <dl class="markup-help">
        {lines.map(([sign, meaning]) => (
          <>
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </Details>
  )
}
