import type { Lang } from '../../../../shared/lang.ts'
import { currentText } from '../../../personal-data/index.ts'

/** What is kept of a follower and for how long: the very sentence that the log of consents names. */
export function ConsentWords({ lang }: { lang: Lang }) {
  return <p class="small">{currentText('notifications', 'follow').words[lang]}</p>
}
