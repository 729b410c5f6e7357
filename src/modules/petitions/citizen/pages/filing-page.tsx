import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, Details, ErrorSummary, Form, Notice, PageHead, Radios, TextArea, TextField } from '../../../../ui/index.ts'
import type { StoredFile } from '../../../files/index.ts'
import { BehalfPart } from '../../behalf/behalf-part.tsx'
import { BODY_MAX, SUBJECT_MAX } from '../../fields.ts'
import { petitionKinds } from '../../petition.ts'
import { SimilarPlace } from '../../similar/pages/similar-list.tsx'
import type { DraftForm } from '../draft-form.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { PlaceChoices } from '../place-choices.ts'
import { text } from '../text.ts'
import { FilesPart, PersonPart, PlacePart } from './filing-parts.tsx'

export interface FilingPageProps {
  lang: Lang
  csrf: string
  values: DraftForm
  problems: readonly FormProblem[]
  places: PlaceChoices['groups']
  files: readonly StoredFile[]
  /** Code of what this browser filed before. */
  filedCode: string | null
  /** The server keeps a draft of this browser. */
  begun: boolean
  /** Started afresh: what the browser kept of the old text goes too. */
  fresh: boolean
}

/** One page, one form; all of it works without scripts. */
export function FilingPage(props: FilingPageProps) {
  const { lang, csrf, values, problems, filedCode, begun, fresh } = props
  const words = text[lang].form
  const kinds = [...petitionKinds, 'denunciation'] as const
  return (
    <>
      {fresh && <span data-draft-clear="gui-don" hidden />}
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lead={words.lead} />
      {filedCode && (
        <Notice>
          <p>
            {words.filedBefore(filedCode)} <a href={localPath(lang, '/gui-don/xong')}>{words.filedBeforeLink}</a>
          </p>
        </Notice>
      )}
      <Form action="/gui-don" lang={lang} csrf={csrf} enctype="multipart/form-data" draft="gui-don">
        <Radios
          name="kind"
          label={words.kind}
          big
          error={errorAt(problems, 'kind')}
          value={values.kind}
          items={kinds.map((kind) => ({ value: kind, ...words.kinds[kind] }))}
        />
        <p>
          <a href={localPath(lang, '/gui-don/to-cao')}>{words.denunciationLink}</a>
        </p>
        <h2>{words.what}</h2>
        <TextField
          name="subject"
          label={words.subject}
          hint={words.subjectHint}
          error={errorAt(problems, 'subject')}
          value={values.subject}
          maxlength={SUBJECT_MAX}
          similar="viec-giong"
        />
        <SimilarPlace lang={lang} id="viec-giong" />
        <TextArea
          name="body"
          label={words.body}
          hint={words.bodyHint}
          error={errorAt(problems, 'body')}
          value={values.body}
          rows={7}
          maxlength={BODY_MAX}
          count
        />
        <PlacePart {...props} />
        <FilesPart {...props} />
        <BehalfPart lang={lang} values={values} errorAt={(field) => errorAt(problems, field)} />
        <PersonPart {...props} />
        <h2>{words.publishing}</h2>
        <Radios
          name="publish"
          label={words.publish}
          hint={words.publishHint}
          error={errorAt(problems, 'publish')}
          value={values.publish}
          items={[
            { value: 'yes', text: words.yes },
            { value: 'no', text: words.no },
          ]}
        />
        <Details summary={words.data}>
          {words.dataLines.map((line) => (
            <p>{line}</p>
          ))}
        </Details>
        <Button>{words.submit}</Button>
      </Form>
      {begun && (
        <div class="section">
          <p>{words.kept}</p>
          <Form action="/gui-don/moi" lang={lang} csrf={csrf}>
            <Button look="quiet" small>
              {words.startOver}
            </Button>
          </Form>
        </div>
      )}
    </>
  )
}
