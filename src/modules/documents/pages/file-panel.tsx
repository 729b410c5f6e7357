import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, FileField, Form, Notice, Tag } from '../../../ui/index.ts'
import { acceptedOfOffice, filesText } from '../../files/index.ts'
import type { Document } from '../document.ts'
import type { DocumentFile } from '../document-files.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface FilePanelProps {
  lang: Lang
  csrf: string
  document: Pick<Document, 'slug'>
  files: readonly DocumentFile[]
  mayChange: boolean
  /** Why files that were just sent were not taken. */
  problems: readonly string[]
}

/** The papers of a document: what the guard saw in each, and whether everybody may have it. */
export function FilePanel({ lang, csrf, document, files, mayChange, problems }: FilePanelProps) {
  const { office } = text[lang]
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{office.files}</h2>
      <p class="small muted">{office.filesLead}</p>
      {problems.length > 0 && (
        <Notice tone="late" live>
          {problems.map((problem) => (
            <p>{problem}</p>
          ))}
        </Notice>
      )}
      {files.length === 0 && <p class="muted">{office.noFiles}</p>}
      <ul class="article-files">
        {files.map((one) => (
          <FileItem {...{ lang, csrf, document, one, mayChange }} />
        ))}
      </ul>
      {mayChange && (
        <Form action={paths.files(document.slug)} lang={lang} csrf={csrf} enctype="multipart/form-data">
          <FileField name="files" label={office.addFile} accept={acceptedOfOffice} multiple />
          <Button look="second">{office.addFile}</Button>
        </Form>
      )}
    </section>
  )
}

function FileItem({ lang, csrf, document, one, mayChange }: Omit<FilePanelProps, 'files' | 'problems'> & { one: DocumentFile }) {
  const { office } = text[lang]
  const { file, findings } = one
  const isPublic = file.visibility === 'public'
  const named = filesText[lang]
  return (
    <li>
      <p>
        <a href={localPath(lang, `/tep/${file.id}`)} download>
          <bdi>{file.originalName}</bdi>
        </a>{' '}
        <span class="muted">
          {named.kind[file.mediaType]}, {named.size(file.bytes)}
        </span>{' '}
        <Tag tone={isPublic ? 'ok' : 'neutral'}>{isPublic ? office.shown : office.hidden}</Tag>
      </p>
      {findings.length > 0 && (
        <p>
          <b>{office.seen}</b> {findings.map(({ code, count }) => named.finding[code](count)).join('; ')}.
        </p>
      )}
      {mayChange && (
        <Form action={paths.showFile(document.slug, file.id)} lang={lang} csrf={csrf}>
          <input type="hidden" name="shown" value={isPublic ? 'no' : 'yes'} />
          <Button look="second" small>
            {isPublic ? office.hide : office.show} <span class="govuk-visually-hidden">{file.originalName}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}
