import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, Card, ErrorSummary, Form, Notice, Prose, Quote, WithAside } from '../../../../ui/index.ts'
import { FileList } from '../../../files/index.ts'
import { MessageList } from '../../../messages/index.ts'
import { ChoiceForm, type NoticeChoice, noticesText } from '../../../notices/index.ts'
import { BehalfCard } from '../../behalf/behalf-card.tsx'
import { text as behalfText } from '../../behalf/text.ts'
import { isOpen } from '../../petition.ts'
import { slipPaths } from '../../receipt-slip/paths.ts'
import { text as receiptText } from '../../receipt-slip/text.ts'
import type { CaseView } from '../../views.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { text } from '../text.ts'
import { AddForm } from './add-form.tsx'
import { CaseClock, mainClock } from './case-clock.tsx'
import { CaseHead, EarlierAnswers, OutcomeAndVerdict } from './case-head.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { Dialogues } from './dialogues.tsx'
import { AppealForm, ReopenForm, WithdrawPartForm } from './filer-forms.tsx'
import { RateForm } from './rate-form.tsx'

/** Forms of the filer's own case. */
export const ownForms = ['rate', 'add', 'withdraw', 'withdrawPart', 'withdrawConsent', 'reopen', 'appeal', 'mail'] as const
export type OwnForm = (typeof ownForms)[number]

/** What the page says after a form was sent. */
export const ownDones = ['rated', 'added', 'withdrawn', 'partWithdrawn', 'consentWithdrawn', 'reopened', 'appealed', 'mailChosen'] as const

/** What came of a form of this page. */
export interface CaseForm {
  form?: OwnForm | undefined
  /** What was typed, when it was refused. */
  typed?: Readonly<Record<string, string>> | undefined
  problems?: readonly FormProblem[]
  conflict?: { happened: { event: string; at: Date } | null }
  done?: (typeof ownDones)[number] | null
}

interface Props extends CaseForm {
  lang: Lang
  csrf: string
  view: CaseView
  /** Null: the filer left no address to write to. */
  mail: NoticeChoice | null
  today: CivilDate
}

/** The filer's own case. */
export function OwnCasePage({ lang, csrf, view, mail, today, form, typed = {}, problems = [], conflict, done }: Props) {
  const words = text[lang].matter
  const { acts } = text[lang]
  const { petition } = view
  const mayRate = view.acts.includes('rate')
  const mayAdd = isOpen(petition)
  const main = mainClock(view.clocks)
  const others = view.clocks.filter((clock) => clock !== main)
  const shown = form === 'add' ? mayAdd : form !== undefined && form !== 'withdraw' && form !== 'mail' && view.acts.includes(form)
  const own = (name: CaseForm['form']) => ({ typed: form === name ? typed : {}, problems: form === name ? problems : [] })
  const summary = problems.map((problem) => ({ ...problem, field: problem.field && `${form}-${problem.field}` }))
  return (
    <>
      <ErrorSummary problems={summary} />
      <CaseHead lang={lang} view={view} today={today} reader="you" crumb={{ href: '/tra-cuu', text: text[lang].lookup.title }}>
        {done && (
          <Notice tone="ok" live>
            <p>{done === 'mailChosen' ? noticesText[lang].choice.saved : acts[done]}</p>
          </Notice>
        )}
        {petition.awaitingSince && mayAdd && (
          <Notice tone="soon" title={words.awaiting}>
            <p>
              {words.awaitingHint} <a href="#bo-sung">{acts.add}</a>
            </p>
          </Notice>
        )}
        {conflict && <Conflict lang={lang} conflict={conflict} typed={shown ? {} : typed} />}
      </CaseHead>
      <WithAside
        aside={
          <>
            {others.map((clock) => (
              <CaseClock lang={lang} clock={clock} today={today} />
            ))}
            {view.behalf && (
              <Card title={behalfText[lang].form.behalf}>
                <BehalfCard lang={lang} facts={view.behalf} parties={view.parties} inOffice={false} />
              </Card>
            )}
            <Card title={words.publication}>
              <p>{!petition.publish ? words.publicNo : view.public ? words.publicYes : words.publicWaiting}</p>
              {view.public && (
                <p>
                  <a href={localPath(lang, `/don/${petition.code}`)}>{words.publicLink}</a>
                </p>
              )}
              {view.acts.includes('withdrawConsent') && (
                <Form action={`/tra-cuu/${petition.code}/rut-dong-y`} lang={lang} csrf={csrf}>
                  <input type="hidden" name="version" value={petition.version} />
                  <p class="small muted">{acts.withdrawConsentLead}</p>
                  <Button look="second" small>
                    {acts.withdrawConsent}
                  </Button>
                </Form>
              )}
            </Card>
            <Card title={receiptText[lang].link}>
              <p>{receiptText[lang].linkHint}</p>
              <p>
                <a href={localPath(lang, slipPaths.page(petition.code))}>{receiptText[lang].title(petition.code)}</a>
              </p>
            </Card>
            <Card title={words.close}>
              <p>{words.closeHint}</p>
              <Form action="/tra-cuu/dong" lang={lang} csrf={csrf}>
                <Button look="second" small>
                  {words.close}
                </Button>
              </Form>
            </Card>
            {view.acts.includes('withdraw') && (
              <p>
                <a href={localPath(lang, `/tra-cuu/${petition.code}/rut`)}>{acts.withdrawLink}</a>
              </p>
            )}
          </>
        }
      >
        <OutcomeAndVerdict lang={lang} view={view} />
        {view.verdict?.words && (
          <Quote tone="neutral">
            <Prose text={view.verdict.words} />
          </Quote>
        )}
        <EarlierAnswers lang={lang} view={view} />
        {mayRate && <RateForm lang={lang} csrf={csrf} petition={petition} again={view.verdict !== null} {...own('rate')} />}
        {view.acts.includes('reopen') && <ReopenForm lang={lang} csrf={csrf} petition={petition} {...own('reopen')} />}
        {view.acts.includes('appeal') && <AppealForm lang={lang} csrf={csrf} petition={petition} {...own('appeal')} />}
        <Dialogues lang={lang} view={view} />
        <section class="part">
          <h2>{words.history}</h2>
          <CaseTimeline lang={lang} view={view} />
        </section>
        <section class="part">
          <h2>{words.whatWasSent}</h2>
          <Prose text={petition.body} />
          {view.firstInstance && <p class="small muted">{words.firstInstance(view.firstInstance.code, view.firstInstance.authority)}</p>}
        </section>
        {view.files.length > 0 && (
          <section class="part">
            <h2>{words.files}</h2>
            <FileList lang={lang} files={view.files} />
          </section>
        )}
        {view.messages.length > 0 && (
          <section class="part">
            <h2>{words.messages}</h2>
            <MessageList lang={lang} messages={view.messages} reader="filer" />
          </section>
        )}
        {mayAdd && (
          <AddForm
            lang={lang}
            csrf={csrf}
            petition={petition}
            have={view.files.filter((file) => file.role === 'petition').length}
            {...own('add')}
          />
        )}
        {view.acts.includes('withdrawPart') && <WithdrawPartForm lang={lang} csrf={csrf} petition={petition} {...own('withdrawPart')} />}
        {mail && (
          <ChoiceForm
            lang={lang}
            csrf={csrf}
            action={`/tra-cuu/${petition.code}/thu-bao`}
            choice={mail}
            id="mail-choice"
            error={errorAt(own('mail').problems, 'choice')}
          />
        )}
      </WithAside>
    </>
  )
}

/** Somebody was quicker: what happened, and the words that were not sent, where their form is gone. */
function Conflict({
  lang,
  conflict,
  typed,
}: {
  lang: Lang
  conflict: NonNullable<CaseForm['conflict']>
  typed: Readonly<Record<string, string>>
}) {
  const { acts } = text[lang]
  const lost = [typed['words'], typed['reason']].filter((words): words is string => Boolean(words))
  return (
    <Notice tone="soon" live>
      <p>{acts.conflict}</p>
      {conflict.happened && <p>{acts.conflictWhat(conflict.happened.event, longInstant(lang, conflict.happened.at))}</p>}
      {lost.length > 0 && (
        <>
          <p>{acts.typed}</p>
          {lost.map((words) => (
            <Quote tone="neutral">
              <Prose text={words} />
            </Quote>
          ))}
        </>
      )}
    </Notice>
  )
}
