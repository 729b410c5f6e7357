import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longInstant, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Details, PageHead, Prose, Quote, StatTiles, Steps, Tag, type Tone } from '../../../../ui/index.ts'
import type { Petition, PetitionStatus } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'
import { CaseClock, mainClock } from './case-clock.tsx'
import { caseSteps } from './case-steps.ts'

const tones: Partial<Record<PetitionStatus, Tone>> = { received: 'soon', accepted: 'soon', answered: 'ok', closed: 'ok' }

/** Kind, status, and what came of it: the office's word and the filer's side by side. */
export function CaseTags({ lang, petition, today }: { lang: Lang; petition: Petition; today: CivilDate }) {
  const words = petitionText[lang]
  const late = petition.dueOn !== null && petition.dueOn < today
  return (
    <>
      <Tag>{words.kind[petition.kind]}</Tag>{' '}
      <Tag tone={tones[petition.status]}>{petition.closedAs ? words.closing[petition.closedAs] : words.status[petition.status]}</Tag>
      {petition.outcome && (
        <>
          {' '}
          <Tag tone={petition.outcome === 'solved' ? 'ok' : 'neutral'}>{words.outcome[petition.outcome]}</Tag>
        </>
      )}
      {petition.verdict && (
        <>
          {' '}
          <Tag tone={petition.verdict === 'yes' ? 'ok' : petition.verdict === 'no' ? 'late' : 'soon'}>
            {text[lang].register.verdict(words.verdict[petition.verdict])}
          </Tag>
        </>
      )}
      {late && (
        <>
          {' '}
          <Tag tone="late">{text[lang].matter.overdue(lateDays(petition.dueOn!, today))}</Tag>
        </>
      )}
    </>
  )
}

function lateDays(dueOn: CivilDate, today: CivilDate): number {
  return Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
}

interface Props {
  lang: Lang
  view: CaseView
  today: CivilDate
  reader: 'you' | 'public'
  crumb: { href: string; text: string }
  /** Between the crumbs and the head: what just happened. */
  children?: ComponentChildren
}

/** The top of a case: what it is, its clock, how far it has come. */
export function CaseHead({ lang, view, today, reader, crumb, children }: Props) {
  const { petition } = view
  const words = text[lang].matter
  const clock = mainClock(view.clocks)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, crumb.href), text: crumb.text }]} current={petition.code} />
      {children}
      <PageHead
        title={petition.subject}
        tags={<CaseTags lang={lang} petition={petition} today={today} />}
        meta={
          <>
            {words.code} <b>{petition.code}</b> · {words.sent(longInstant(lang, petition.receivedAt))}
            {view.hamletName && ` · ${view.hamletName}`}
          </>
        }
        aside={clock && <CaseClock lang={lang} clock={clock} today={today} />}
      />
      <div>
        <Steps label={words.steps} items={caseSteps(lang, view, reader)} />
      </div>
    </>
  )
}

/** What was promised, whether the day was moved, and whether the office says that it is done. */
function Promised({ lang, view: { petition, issued } }: { lang: Lang; view: CaseView }) {
  const own = text[lang].matter
  const first = issued?.promisedOn
  return (
    <p>
      {own.promised(shortDate(petition.promisedOn!))}
      {first && first !== petition.promisedOn && ` (${own.firstPromised(shortDate(first))})`}
      {petition.promiseKeptOn && `. ${own.promiseKept(shortDate(petition.promiseKeptOn))}`}
    </p>
  )
}

/** Answers from before the case was taken up again: they stay to be read. */
export function EarlierAnswers({ lang, view }: { lang: Lang; view: CaseView }) {
  const own = text[lang].matter
  return (
    <>
      {view.superseded.map((answer) => (
        <Details summary={own.earlierAnswer(answer.issuedAt ? longInstant(lang, answer.issuedAt) : '')}>
          <p>
            <Tag>{petitionText[lang].outcome[answer.outcome]}</Tag>
          </p>
          {answer.text && <Prose text={answer.text} />}
        </Details>
      ))}
    </>
  )
}

/** The office's outcome and the filer's verdict: two facts, side by side. */
export function OutcomeAndVerdict({ lang, view }: { lang: Lang; view: CaseView }) {
  const { petition, verdict } = view
  if (!petition.outcome) return null
  const words = petitionText[lang]
  const own = text[lang].matter
  const solved = petition.verdict
  return (
    <section class="part">
      <h2>{own.outcome}</h2>
      <StatTiles
        items={[
          { label: own.officeSays, value: words.outcome[petition.outcome], tone: petition.outcome === 'solved' ? 'ok' : undefined },
          {
            label: own.filerSays,
            value: solved ? words.verdict[solved] : own.noVerdict,
            tone: solved === 'yes' ? 'ok' : solved === 'no' ? 'late' : solved ? 'soon' : undefined,
          },
        ]}
      />
      {view.issued?.text && (
        <Quote>
          <h3>{own.answer}</h3>
          <Prose text={view.issued.text} />
        </Quote>
      )}
      {petition.promisedOn && <Promised lang={lang} view={view} />}
      {verdict ? (
        <p>
          {own.satisfaction}: {words.satisfaction[verdict.satisfaction as 1]} ({verdict.satisfaction}/5)
        </p>
      ) : (
        <p>{own.verdictPending}</p>
      )}
    </section>
  )
}
