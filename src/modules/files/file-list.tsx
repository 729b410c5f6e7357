import { type Lang, localPath } from '../../shared/lang.ts'
import type { StoredFile } from './file.ts'
import { text } from './text.ts'

interface Props {
  lang: Lang
  files: readonly Pick<StoredFile, 'id' | 'originalName' | 'mediaType' | 'bytes' | 'thumbKey'>[]
}

/** The files of a matter: a small picture where there is one, the name, what it is and how large. */
export function FileList({ lang, files }: Props) {
  const t = text[lang]
  return (
    <ul class="photo-list">
      {files.map((file) => (
        <li key={file.id}>
          <a href={localPath(lang, `/tep/${file.id}`)} download>
            {/* Empty alternative: the name stands beside it in the same link. */}
            {file.thumbKey && <img src={`/tep/${file.id}/nho`} alt="" width={96} loading="lazy" />}
            <bdi>{file.originalName}</bdi>
          </a>{' '}
          <span>
            {t.kind[file.mediaType]}, {t.size(file.bytes)}
          </span>
        </li>
      ))}
    </ul>
  )
}
