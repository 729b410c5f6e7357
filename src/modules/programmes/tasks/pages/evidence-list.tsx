import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Tag } from '../../../../ui/index.ts'
import { filesText } from '../../../files/index.ts'
import { text } from '../text.ts'
import type { ShownEvidence } from '../view-task.ts'

/** What shows that it was done; what was taken back stays with its reason. */
export function EvidenceList({ lang, evidence }: { lang: Lang; evidence: readonly ShownEvidence[] }) {
  const { page } = text[lang]
  return (
    <section class="part" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{page.evidence}</h2>
      {evidence.every(({ removedAt }) => removedAt !== null) && <p class="muted">{page.noEvidence}</p>}
      <ol>
        {evidence.map((one) => (
          <li>
            <Piece lang={lang} one={one} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Piece({ lang, one }: { lang: Lang; one: ShownEvidence }) {
  const { page, evidenceType } = text[lang]
  if (one.removedBecause !== null)
    return (
      <p>
        <s>{one.caption}</s> {page.removed(one.removedBecause)}
      </p>
    )
  const isPublic = one.file?.stored.visibility === 'public'
  return (
    <>
      <p>
        {one.caption}: {evidenceType[one.refType]}{' '}
        {one.link ? (
          <a href={localPath(lang, one.link.href)}>
            <bdi>{one.link.text}</bdi>
          </a>
        ) : (
          <span class="muted">{page.unseen}</span>
        )}{' '}
        {one.file && <Tag tone={isPublic ? 'ok' : 'soon'}>{isPublic ? page.filePublic : page.fileInternal}</Tag>}{' '}
        <span class="small muted">{longInstant(lang, one.addedAt)}</span>
      </p>
      {one.file && one.file.findings.length > 0 && (
        <p class="small">
          <b>{page.seen}</b> {one.file.findings.map(({ code, count }) => filesText[lang].finding[code](count)).join('; ')}
        </p>
      )}
    </>
  )
}
