import type { Lang } from '../../shared/lang.ts'
import { localPath } from '../../shared/lang.ts'
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
    <ul class="file-list">
      {files.map((file) => (
        <li key={file.id} class="file-list__item">
          <a class="file-list__link" href={localPath(lang, `/tep/${file.id}`)} download>
            {file.thumbKey && (
              <img class="file-list__thumb" src={`/tep/${file.id}/nho`} alt={t.thumbnailOf(file.originalName)} loading="lazy" />
            )}
            <bdi class="file-list__name">{file.originalName}</bdi>
          </a>{' '}
          <span class="file-list__about">
            {file.mediaType === 'application/pdf' ? t.pdf : t.photo}, {t.size(file.bytes)}
          </span>
        </li>
      ))}
    </ul>
  )
}
