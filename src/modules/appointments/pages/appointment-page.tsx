import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Card, ErrorSummary, Notice, PageHead, Prose, WithAside } from '../../../ui/index.ts'
import type { OpenDay } from '../appointment.ts'
import type { AppointmentAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { AppointmentView } from '../views.ts'
import { ActForm } from './act-form.tsx'
import { Facts, HistoryList, StatusTag } from './appointment-parts.tsx'
import { whenWords } from './day-words.ts'

interface AppointmentPageProps {
  lang: Lang
  csrf: string
  view: AppointmentView
  days: readonly OpenDay[]
  attempt?: { act: AppointmentAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
  /** Writes the reception book. */
  mayEnter?: boolean | undefined
}

/** One appointment for officers: what was asked, what happened, and a form for each act that is lawful now. */
export function AppointmentPage({ lang, csrf, view, days, attempt, done, mayEnter }: AppointmentPageProps) {
  const { appointment, acts, minutes } = view
  const words = text[lang].office
  // What was typed is not lost when the act is no longer possible: it is shown as text.
  const lost = attempt && !acts.includes(attempt.act) ? (attempt.refusal.typed['words'] ?? attempt.refusal.typed['reason']) : undefined
  const aside = (
    <>
      <h2>{words.acts}</h2>
      {acts.length === 0 && <p>{words.noActs}</p>}
      {mayEnter && appointment.status === 'held' && (
        <p>
          <a href={localPath(lang, paths.enter(appointment.code))}>{words.enter}</a>
        </p>
      )}
      {acts.map((act) => (
        <Card title={text[lang].act[act]} level={3}>
          <ActForm
            lang={lang}
            csrf={csrf}
            act={act}
            appointment={appointment}
            days={days}
            refusal={attempt?.act === act ? attempt.refusal : undefined}
          />
        </Card>
      ))}
    </>
  )
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: words.title }]} current={appointment.code} />
      <ErrorSummary
        problems={attempt?.refusal.problems.map(({ field, text }) => ({ field: field && `${attempt.act}-${field}`, text })) ?? []}
      />
      {lost && <Prose text={lost} />}
      {done && (
        <Notice tone="ok" live>
          <p>{words.done}</p>
        </Notice>
      )}
      <PageHead
        title={appointment.subject}
        tags={<StatusTag lang={lang} appointment={appointment} />}
        meta={`${appointment.code} · ${whenWords(lang, appointment)}`}
      />
      <WithAside aside={aside}>
        <Facts lang={lang} view={view} />
        {minutes.length > 0 && (
          <>
            <h2>{words.minutes}</h2>
            {minutes.map((message) => (
              <Prose text={message.body ?? ''} />
            ))}
          </>
        )}
        <HistoryList lang={lang} view={view} />
      </WithAside>
    </>
  )
}
