import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, Form, PageHead, Prose, SummaryList, type SummaryRow } from '../../../../ui/index.ts'
import { FileList, type StoredFile } from '../../../files/index.ts'
import { behalfSummary } from '../../behalf/behalf-summary.tsx'
import { text as behalfText } from '../../behalf/text.ts'
import type { PetitionInput } from '../../fields.ts'
import type { SimilarCase } from '../../similar/find-similar.ts'
import { SimilarList } from '../../similar/pages/similar-list.tsx'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  csrf: string
  input: PetitionInput
  /** Hamlet and exact place in words; blank when neither was given. */
  place: string
  files: readonly StoredFile[]
  /** Public cases that sound like this one. */
  similar: readonly SimilarCase[]
}

/** Everything once more, each answer with its way back; nothing has been sent. */
export function CheckPage({ lang, csrf, input, place, files, similar }: Props) {
  const words = text[lang].check
  const { form } = text[lang]
  const row = (field: string, key: string, value: SummaryRow['value']): SummaryRow => ({
    key,
    value: value || words.none,
    action: { href: localPath(lang, `/gui-don#${field}`), text: words.change },
  })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/gui-don'), text: form.title }]} current={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <SummaryList
        rows={[
          row('kind', form.kind, form.kinds[input.kind].text),
          row('subject', form.subject, input.subject),
          row('body', form.body, <Prose text={input.body} />),
          row('hamlet', words.place, place),
          row('lat', words.pin, input.location && `${input.location.lat}, ${input.location.lon}`),
          row('name', form.name, input.filer.name),
          row('phone', form.phone, input.filer.phone),
          row('email', form.email, input.filer.email),
          row('address', form.address, input.filer.address),
          row('identityNumber', behalfText[lang].fields['identityNumber']!, input.filer.identityNumber),
          row('behalf', behalfText[lang].form.behalf, behalfSummary(lang, input)),
          row('publish', form.publishing, input.publish ? words.publishYes : words.publishNo),
        ]}
      />
      <h2>{words.files}</h2>
      {files.length === 0 && <p>{words.noFiles}</p>}
      {files.map((file) => (
        <div class="section">
          <FileList lang={lang} files={[file]} />
          <Form action={`/gui-don/tep/${file.id}/bo`} lang={lang} csrf={csrf}>
            <Button look="quiet" small>
              {words.remove} <span class="govuk-visually-hidden">{file.originalName}</span>
            </Button>
          </Form>
        </div>
      ))}
      <p>
        <a href={localPath(lang, '/gui-don#files')}>{words.addFiles}</a>
      </p>
      <SimilarList lang={lang} cases={similar} />
      <p>{words.sendHint}</p>
      <Form action="/gui-don/gui" lang={lang} csrf={csrf}>
        <Button>{words.send}</Button>
      </Form>
    </>
  )
}
