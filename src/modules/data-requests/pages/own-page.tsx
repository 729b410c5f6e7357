import type { CivilDate } from '../../../shared/civil-date.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ButtonLink, Card, ErrorSummary, Form, Notice, PageHead, SummaryList, WithAside } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { copyUntil } from '../rules.ts'
import { text } from '../text.ts'
import type { DataRequestView } from '../views.ts'
import { Facts, HistoryList, StatusTag } from './request-parts.tsx'

interface OwnPageProps {
  lang: Lang
  csrf: string
  view: DataRequestView
  today: CivilDate
  /** Shown right after sending. */
  secret?: string | undefined
  refusal?: FormRefusal | undefined
}

/** The request as its requester sees it. */
export function OwnPage({ lang, csrf, view, today, secret, refusal }: OwnPageProps) {
  const { request, acts } = view
  const { own, ask, act, kind, fields } = text[lang]
  const until = copyUntil(request)
  const aside = (
    <>
      {until && today <= until && (
        <Card title={own.copy}>
          <p>{own.copyHint(until)}</p>
          <ButtonLink href={localPath(lang, paths.copy)}>{own.copy}</ButtonLink>
          <p>
            <a href={localPath(lang, paths.copyJson)}>{own.copyJson}</a>
          </p>
        </Card>
      )}
      {acts.includes('cancel') && (
        <Card title={act.cancel}>
          <p>{own.cancelHint}</p>
          <Form action={paths.cancel} lang={lang} csrf={csrf}>
            <input type="hidden" name="version" value={request.version} />
            <Button look="danger">{act.cancel}</Button>
          </Form>
        </Card>
      )}
      <Card title={own.close}>
        <p>{own.closeHint}</p>
        <Form action={paths.close} lang={lang} csrf={csrf}>
          <Button look="second">{own.close}</Button>
        </Form>
      </Card>
    </>
  )
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.ask), text: ask.title }]} current={request.code} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead
        title={kind[request.kind]}
        tags={<StatusTag lang={lang} request={request} />}
        meta={request.code}
        lead={own.now[request.status]}
      />
      {secret && (
        <Notice tone="ok">
          <p>{own.keep}</p>
          <SummaryList
            rows={[
              { key: fields['code']!, value: <b class="num">{request.code}</b> },
              { key: fields['secret']!, value: <b class="num">{secret}</b> },
            ]}
          />
        </Notice>
      )}
      <WithAside aside={aside}>
        <Facts lang={lang} view={view} />
        <HistoryList lang={lang} view={view} />
      </WithAside>
    </>
  )
}
