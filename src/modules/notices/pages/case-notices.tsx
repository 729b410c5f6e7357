import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { DataTable } from '../../../ui/index.ts'
import type { CaseNotice } from '../list-case-notices.ts'
import { text } from '../text.ts'
import { StateCell } from './state-cell.tsx'

export interface CaseNoticesProps {
  lang: Lang
  notices: readonly CaseNotice[]
  /** Names by kind. */
  kinds: Readonly<Record<string, string>>
  /** False for who may not know how to reach the person. */
  addresses: boolean
}

/** Which mails about a case went out; drawn on the officers' page of that case. */
export function CaseNotices({ lang, notices, kinds, addresses }: CaseNoticesProps) {
  const words = text[lang].ofCase
  const { columns } = words
  return (
    <section class="part" id="thu-bao">
      <h2>{words.title}</h2>
      {notices.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          dense
          stack
          head={[columns.queued, columns.kind, columns.state, ...(addresses ? [columns.to] : [])].map((name) => ({ text: name }))}
          rows={notices.map((notice) => ({
            tone: notice.state === 'failed' ? 'late' : undefined,
            cells: [
              longInstant(lang, notice.queuedAt),
              kinds[notice.kind] ?? notice.kind,
              <StateCell lang={lang} notice={notice} />,
              ...(addresses ? [notice.maskedTo ?? text[lang].erased] : []),
            ],
          }))}
        />
      )}
    </section>
  )
}
