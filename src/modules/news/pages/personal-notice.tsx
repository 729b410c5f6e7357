import type { Lang } from '../../../shared/lang.ts'
import { Notice } from '../../../ui/index.ts'
import type { personalFindings } from '../rules.ts'
import { text } from '../text.ts'

/** What looks like data of people in the text, word by word. */
export function PersonalNotice({ lang, findings }: { lang: Lang; findings: ReturnType<typeof personalFindings> }) {
  const { guard } = text[lang]
  if (findings.length === 0) return null
  return (
    <Notice tone="soon" title={guard.title}>
      <p>{guard.lead}</p>
      <ul>
        {findings.map(({ kind, words }) => (
          <li>
            <b>{words}</b> ({guard.kind[kind]})
          </li>
        ))}
      </ul>
    </Notice>
  )
}
