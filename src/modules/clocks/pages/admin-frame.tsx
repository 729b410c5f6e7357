import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, ErrorSummary, Notice, PageHead } from '../../../ui/index.ts'
import type { FormProblem } from '../form-problems.ts'
import type { ClockText } from '../text.ts'

interface FrameProps {
  text: ClockText
  lang: Lang
  title: string
  lead: string
  problems: readonly FormProblem[]
  /** What was done just now. */
  done?: string | null
  children?: ComponentChildren
}

/** What the administrator's pages of this module have around them. */
export function AdminFrame({ text, lang, title, lead, problems, done, children }: FrameProps) {
  const words = text.admin
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec/quan-tri'), text: words.title }]} current={title} />
      <ErrorSummary problems={problems} />
      {done && problems.length === 0 && (
        <Notice tone="ok" live>
          {done}
        </Notice>
      )}
      <PageHead title={title} lead={lead} />
      {children}
    </>
  )
}
