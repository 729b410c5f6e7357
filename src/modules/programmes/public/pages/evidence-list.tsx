import { civilDateOf } from '../../../../shared/civil-date.ts'
import { shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { EmptyState } from '../../../../ui/index.ts'
import { FileList, type StoredFile } from '../../../files/index.ts'
import type { ItemView } from '../load-item.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  evidence: ItemView['evidence']
  files: readonly StoredFile[]
}

/** What shows that it was done, each a way to look for oneself. What was taken back stays, with the reason. */
export function EvidenceList({ lang, evidence, files }: Props) {
  const t = text[lang].item
  const fileOf = new Map(files.map((file) => [file.id, file]))
  if (evidence.length === 0) return <EmptyState title={t.noEvidence} />
  return (
    <ul>
      {evidence.map(({ refType, refId, caption, link, addedAt, removedAt, removedBecause }) => {
        const file = refType === 'file' ? fileOf.get(refId) : undefined
        return (
          <li>
            {removedAt ? <s>{caption}</s> : <b>{caption}</b>}{' '}
            <span class="small muted">
              {t.evidenceType[refType]}, {t.evidenceAdded(shortDate(civilDateOf(addedAt)))}
            </span>
            {removedAt ? (
              <p class="small">
                {t.evidenceRemoved} {shortDate(civilDateOf(removedAt))}: {removedBecause}
              </p>
            ) : (
              <>
                {link && (
                  <p>
                    <a href={localPath(lang, link.href)}>{link.text}</a>
                  </p>
                )}
                {file && <FileList lang={lang} files={[file]} />}
                {!link && !file && <p class="small muted">{t.evidenceHidden}</p>}
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
