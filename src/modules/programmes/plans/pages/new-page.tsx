import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, PageHead, TextArea, TextField } from '../../../../ui/index.ts'
import { TITLE_MAX } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { text } from '../text.ts'

interface NewPageProps {
  lang: Lang
  csrf: string
  /** Papers that are here, the newest first, for the list of suggestions. */
  papers: readonly { slug: string; subject: string }[]
  refusal?: FormRefusal | undefined
}

/** A new plan: from a file, from pasted text, from a paper that is here, or empty. */
export function NewPage({ lang, csrf, papers, refusal }: NewPageProps) {
  const { office, fields } = text[lang]
  const field = (name: string) => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
    required: false,
  })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} />
      <PageHead title={office.make} lead={office.newLead} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <Form action={paths.create} lang={lang} csrf={csrf} enctype="multipart/form-data">
        <TextField {...field('title')} hint={office.titleHint} maxlength={TITLE_MAX} />
        <TextField {...field('startsOn')} type="date" width={10} />
        <TextField {...field('endsOn')} type="date" width={10} />
        <div class={`govuk-form-group${problemAt(refusal, 'file') ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="file">
            {fields['file']}
          </label>
          <div id="file-hint" class="govuk-hint">
            {office.fileHint}
          </div>
          {problemAt(refusal, 'file') && <p class="govuk-error-message">{problemAt(refusal, 'file')}</p>}
          <input class="govuk-file-upload" type="file" id="file" name="file" accept=".docx,.odt" aria-describedby="file-hint" />
        </div>
        <TextArea {...field('text')} hint={office.textHint} rows={8} />
        <TextField {...field('document')} hint={office.documentHint} list="papers" />
        <datalist id="papers">
          {papers.map(({ slug, subject }) => (
            <option value={slug}>{subject}</option>
          ))}
        </datalist>
        <Button>{office.save}</Button>
      </Form>
    </>
  )
}
