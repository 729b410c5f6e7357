import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longDate, longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, ErrorSummary, IdentityBar, Notice, Tag, WithAside } from '../../../../ui/index.ts'
import type { PastAnswer } from '../../similar/past-answers.ts'
import type { Offer } from '../../templates/offer-templates.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import type { Attempt } from '../attempt.ts'
import type { DeskChoices, OfficeAct } from '../case-desk.ts'
import { dueWords } from '../due-words.ts'
import { text } from '../text.ts'
import { ActForms } from './act-forms.tsx'
import { CaseAside } from './case-aside.tsx'
import { AnswerAndVerdict, CaseContent, Dialogues, Drafts, EarlierAnswers, FirstSettlement } from './case-content.tsx'
import { CaseMessages } from './case-messages.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { namesOf } from './guard-summary.tsx'
import { StateTag } from './inbox-table.tsx'
import { GuardedNames, Marked } from './marked-text.tsx'

export interface CasePageProps {
  lang: Lang
  csrf: string
  view: CaseView
  /** What this officer may do now. */
  acts: readonly OfficeAct[]
  choices: DeskChoices
  today: CivilDate
  /** False for the auditor: no form, no button. */
  mayWrite: boolean
  /** A reception officer may give the filer a new secret. */
  mayRenew: boolean
  /** Answers to cases like this one, while an answer is being written. */
  pastAnswers: readonly PastAnswer[]
  /** Templates that an answer may begin with. */
  offer: Offer
  attempt: Attempt | null
  /** The act that has just been done, from the address: looked up, never shown as it came. */
  done: string | null
}

/** Everything at hand about one case, and the next lawful acts on the same page. */
export function CasePage(props: CasePageProps) {
  const { lang, view, attempt, acts, mayWrite } = props
  const { petition } = view
  const words = text[lang]
  return (
    <GuardedNames.Provider value={namesOf(view)}>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: words.case.inbox }]} current={petition.code} />
      <Outcome {...props} />
      <IdentityBar
        code={petition.code}
        title={<bdi>{petition.subject}</bdi>}
        tags={<Standing {...props} />}
        actions={acts.length > 0 ? <a href="#viec-tiep">{words.acts.title}</a> : undefined}
      />
      <div class="page-head">
        <h1 dir="auto">
          <Marked lang={lang} words={petition.subject} guard={petition.publish} />
        </h1>
        <p class="meta">
          {words.case.channelAt(petitionText[lang].channel[petition.channel], longInstant(lang, petition.receivedAt))}.{' '}
          {publication(lang, view)}{' '}
          {view.public && <a href={localPath(lang, `/don/${encodeURIComponent(petition.code)}`)}>{words.case.publicPage}</a>}
        </p>
      </div>
      <WithAside aside={<CaseAside {...props} />}>
        <CaseContent lang={lang} view={view} />
        <FirstSettlement lang={lang} view={view} />
        <Drafts lang={lang} view={view} />
        <AnswerAndVerdict lang={lang} view={view} />
        <Dialogues lang={lang} view={view} />
        <EarlierAnswers lang={lang} view={view} />
        <section class="part" id="viec-tiep" aria-labelledby="viec-tiep-ten">
          <h2 id="viec-tiep-ten">{words.acts.title}</h2>
          {mayWrite || acts.length > 0 ? <ActForms {...props} /> : <p>{words.acts.readsOnly}</p>}
        </section>
        {attempt && <KeptWords lang={lang} attempt={attempt} acts={acts} />}
        <CaseTimeline lang={lang} view={view} />
        <CaseMessages {...props} />
      </WithAside>
    </GuardedNames.Provider>
  )
}

/** What came of the last press: done, or why not. */
function Outcome({ lang, attempt, done }: CasePageProps) {
  const words = text[lang].case
  if (attempt) {
    return (
      <>
        <ErrorSummary title={words.refusedTitle} problems={attempt.problems} />
        {attempt.happened && (
          <Notice tone="soon">
            <p>{attempt.happened}</p>
          </Notice>
        )}
      </>
    )
  }
  const sentence = done && Object.hasOwn(words.done, done) ? words.done[done as keyof typeof words.done] : null
  if (!sentence) return null
  return (
    <Notice tone="ok" live>
      <p>{sentence}</p>
    </Notice>
  )
}

function Standing({ lang, view, today }: CasePageProps) {
  const { petition } = view
  const due = petition.dueOn ? dueWords(lang, petition.dueOn, today) : null
  return (
    <>
      <Tag>{petitionText[lang].kind[petition.kind]}</Tag>
      <StateTag lang={lang} petition={petition} />
      {due && petition.dueOn && (
        <Tag tone={due.tone}>
          {longDate(lang, petition.dueOn)}: {due.words}
        </Tag>
      )}
    </>
  )
}

function publication(lang: Lang, { petition, public: isPublic }: CaseView): string {
  const words = text[lang].case
  if (isPublic && petition.clearedAt) return words.isPublic(longInstant(lang, petition.clearedAt))
  return petition.publish ? words.agreedToPublish : words.doesNotPublish
}

/** Typed for an act whose form is no longer there: nothing that somebody wrote is lost. */
function KeptWords({ lang, attempt, acts }: { lang: Lang; attempt: Attempt; acts: readonly string[] }) {
  if (attempt.act === 'message' || attempt.act === 'note' || acts.includes(attempt.act)) return null
  const typed = Object.entries(attempt.typed).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '',
  )
  if (typed.length === 0) return null
  const words = text[lang].case
  const labels = petitionText[lang].fields
  return (
    <Notice tone="soon" title={words.keptTitle}>
      <p>{words.keptHint}</p>
      {typed.map(([name, value]) => (
        <div class="govuk-form-group">
          <label class="govuk-label" for={`giu-${name}`}>
            {labels[name] ?? name}
          </label>
          <textarea class="govuk-textarea" id={`giu-${name}`} rows={4} readOnly>
            {value}
          </textarea>
        </div>
      ))}
    </Notice>
  )
}
