import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Tag, type Tone } from '../../../ui/index.ts'
import type { Notice, NoticeState } from '../notice.ts'
import { text } from '../text.ts'

const tones: Record<NoticeState, Tone> = {
  queued: 'neutral',
  gathered: 'neutral',
  sent: 'ok',
  digested: 'ok',
  failed: 'late',
  kept: 'soon',
  silenced: 'neutral',
}

/** Sent, waiting or failed: when, after how many tries, and why. */
export function StateCell({ lang, notice }: { lang: Lang; notice: Pick<Notice, 'state' | 'attempts' | 'problem' | 'sentAt'> }) {
  const words = text[lang]
  const { state, attempts, problem, sentAt } = notice
  return (
    <>
      <Tag tone={tones[state]}>{words.states[state]}</Tag>
      {sentAt && <div class="govuk-hint">{words.sentAt(longInstant(lang, sentAt))}</div>}
      {problem && (
        <div class="govuk-hint">
          {words.problems[problem]}. {state === 'queued' ? words.retrying(attempts) : words.attempts(attempts)}.
        </div>
      )}
    </>
  )
}
