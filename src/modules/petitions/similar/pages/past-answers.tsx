import { longDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Details, Notice, Prose } from '../../../../ui/index.ts'
import { text as petitionText } from '../../text.ts'
import { contradictions, type PastAnswer } from '../past-answers.ts'
import { text } from '../text.ts'

/** Beside the answer box: what was answered to cases like this, and where the answers contradict each other. */
export function PastAnswers({ lang, answers }: { lang: Lang; answers: readonly PastAnswer[] }) {
  if (answers.length === 0) return null
  const words = text[lang].past
  const names = petitionText[lang]
  const differing = contradictions(answers)
  return (
    <section class="part">
      <h3>{words.title}</h3>
      <p class="muted">{words.lead}</p>
      {differing.length > 0 && (
        <Notice tone="soon">
          <p>{words.differ(differing.map((outcome) => names.outcome[outcome]).join(' / '))}</p>
        </Notice>
      )}
      {answers.map((answer) => (
        <Details
          summary={`${answer.code} · ${answer.subject} · ${words.answered(longDate(lang, answer.answeredOn!), answer.outcome ? names.outcome[answer.outcome] : '')}`}
        >
          <p>
            {answer.verdict ? names.verdict[answer.verdict] : words.noVerdict} ·{' '}
            <a href={localPath(lang, `/lam-viec/don/${answer.code}`)}>{answer.code}</a>
          </p>
          {answer.text && <Prose text={answer.text} />}
        </Details>
      ))}
    </section>
  )
}
