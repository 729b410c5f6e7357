import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { longDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, Card, ErrorSummary, Form, Notice, PageHead, WithAside } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { AppointmentView } from '../views.ts'
import { Facts, HistoryList, StatusTag } from './appointment-parts.tsx'
import { whenWords } from './day-words.ts'

interface OwnPageProps {
  lang: Lang
  csrf: string
  view: AppointmentView
  done?: boolean | undefined
  refusal?: FormRefusal | undefined
}

/** The appointment as its filer sees it. */
export function OwnPage({ lang, csrf, view, done, refusal }: OwnPageProps) {
  const { appointment } = view
  const words = text[lang].track
  const aside = (
    <>
      {view.acts.includes('cancel') && (
        <Card title={words.cancelTitle}>
          <p>{words.cancelLead}</p>
          <Form action={paths.cancel} lang={lang} csrf={csrf}>
            <input type="hidden" name="version" value={appointment.version} />
            <Button look="danger">{text[lang].act.cancel}</Button>
          </Form>
        </Card>
      )}
      <Card title={words.close}>
        <p>{words.closeHint}</p>
        <Form action={paths.close} lang={lang} csrf={csrf}>
          <Button look="second">{words.close}</Button>
        </Form>
      </Card>
    </>
  )
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.schedule), text: text[lang].public.title }]} current={appointment.code} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && appointment.status === 'cancelled' && (
        <Notice tone="ok" live>
          <p>{words.cancelled}</p>
        </Notice>
      )}
      <PageHead
        title={whenWords(lang, appointment)}
        tags={<StatusTag lang={lang} appointment={appointment} />}
        meta={appointment.code}
        lead={words.now[appointment.status]}
      />
      <WithAside aside={aside}>
        {appointment.promisedOn && (
          <Notice>
            <p>{text[lang].shared.promised(longDate(lang, appointment.promisedOn))}</p>
          </Notice>
        )}
        <Facts lang={lang} view={view} />
        <HistoryList lang={lang} view={view} />
      </WithAside>
    </>
  )
}
