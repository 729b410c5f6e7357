import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { localPath } from '../../../shared/lang.ts'
import { Button, FileField, Form, Notice } from '../../../ui/index.ts'
import { acceptedOfOffice, filesText } from '../../files/index.ts'
import type { Article } from '../article.ts'
import { type GuardedFile, isWaiting } from '../article-files.ts'
import { paths } from '../paths.ts'
import { wordsFor } from '../words-for.ts'

interface FilePanelProps {
  lang: Lang
  csrf: string
  article: Pick<Article, 'id' | 'kind'>
  files: readonly GuardedFile[]
  mayChange: boolean
  problems?: readonly string[] | undefined
}

/** Pictures and papers of an article: what the guard saw, the line for the text, and a form for more. */
export function FilePanel({ lang, csrf, article, files, mayChange, problems = [] }: FilePanelProps) {
  const words = wordsFor(lang, article.kind).files
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{words.title}</h2>
      {problems.length > 0 && (
        <Notice tone="late" live>
          {problems.map((problem) => (
            <p>{problem}</p>
          ))}
        </Notice>
      )}
      {files.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="article-files">
        {files.map((one) => (
          <li>
            <FileItem lang={lang} csrf={csrf} article={article} guarded={one} mayChange={mayChange} />
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form action={paths.files(article.id)} lang={lang} csrf={csrf} enctype="multipart/form-data">
          <p class="small muted">{words.lead}</p>
          <FileField name="files" label={words.choose} hint={words.chooseHint} accept={acceptedOfOffice} multiple />
          <Button look="second">{words.add}</Button>
        </Form>
      )}
    </section>
  )
}

interface FileItemProps extends Pick<FilePanelProps, 'lang' | 'csrf' | 'article' | 'mayChange'> {
  guarded: GuardedFile
}

function FileItem({ lang, csrf, article, guarded, mayChange }: FileItemProps) {
  const { file, findings, confirmedAt } = guarded
  const words = wordsFor(lang, article.kind).files
  const named = filesText[lang]
  const isPicture = file.mediaType === 'image/jpeg'
  return (
    <>
      <p>
        <a href={localPath(lang, `/tep/${file.id}`)} download>
          {isPicture && <img src={`/tep/${file.id}/nho`} alt="" width={96} loading="lazy" />} <bdi>{file.originalName}</bdi>
        </a>{' '}
        <span class="muted">
          {named.kind[file.mediaType]}, {named.size(file.bytes)}
        </span>
      </p>
      <p class="small muted">
        {words.code}{' '}
        <code>{isPicture ? `[[ảnh ${file.id} | | ]]` : `[[tệp ${file.id} | ${file.originalName.replace(/[[\]|\\]/g, ' ')}]]`}</code>
      </p>
      {findings.length > 0 && (
        <p>
          <b>{words.seen}</b> {findings.map(({ code, count }) => named.finding[code](count)).join('; ')}.{' '}
          {confirmedAt && words.confirmed(longInstant(lang, confirmedAt))}
        </p>
      )}
      {mayChange && (
        <div class="btn-row">
          {isWaiting(guarded) && (
            <Form action={paths.confirmFile(article.id, file.id)} lang={lang} csrf={csrf}>
              <Button look="second" small>
                {words.confirm} <span class="govuk-visually-hidden">{file.originalName}</span>
              </Button>
            </Form>
          )}
          <Form action={paths.removeFile(article.id, file.id)} lang={lang} csrf={csrf}>
            <Button look="quiet" small>
              {words.remove} <span class="govuk-visually-hidden">{file.originalName}</span>
            </Button>
          </Form>
        </div>
      )}
    </>
  )
}
