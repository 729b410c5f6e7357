import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Card,
  Checkbox,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Prose,
  TextArea,
  TextField,
  WithAside,
} from '../../../ui/index.ts'
import type { DataRequest } from '../data-request.ts'
import type { DataRequestAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { DataRequestView } from '../views.ts'
import { Facts, HistoryList, StatusTag } from './request-parts.tsx'

interface RequestPageProps {
  lang: Lang
  csrf: string
  view: DataRequestView
  attempt?: { act: DataRequestAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
  mayReadConsents?: boolean | undefined
}

/** One request for officers: what is asked, what happened, and a form for each act that is lawful now. */
export function RequestPage({ lang, csrf, view, attempt, done, mayReadConsents }: RequestPageProps) {
  const { request, acts } = view
  const { office, act: names, kind } = text[lang]
  // What was typed is not lost when the act is no longer possible: it is shown as text.
  const lost = attempt && !acts.includes(attempt.act) ? attempt.refusal.typed['reason'] : undefined
  const aside = (
    <>
      <h2>{office.acts}</h2>
      {acts.length === 0 && <p>{office.noActs}</p>}
      {acts.map((act) => (
        <Card title={names[act]} level={3}>
          <ActForm lang={lang} csrf={csrf} act={act} request={request} refusal={attempt?.act === act ? attempt.refusal : undefined} />
        </Card>
      ))}
    </>
  )
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} current={request.code} />
      <ErrorSummary
        problems={attempt?.refusal.problems.map(({ field, text }) => ({ field: field && `${attempt.act}-${field}`, text })) ?? []}
      />
      {lost && <Prose text={lost} />}
      {done && (
        <Notice tone="ok" live>
          <p>{office.done}</p>
        </Notice>
      )}
      <PageHead title={kind[request.kind]} tags={<StatusTag lang={lang} request={request} />} meta={request.code} />
      <WithAside aside={aside}>
        <Facts lang={lang} view={view} />
        {mayReadConsents && request.subjectType !== 'account' && (
          <p>
            <a href={localPath(lang, paths.consentsOf(request.subjectCode))}>{text[lang].consents.link}</a>
          </p>
        )}
        <HistoryList lang={lang} view={view} />
      </WithAside>
    </>
  )
}

interface ActFormProps {
  lang: Lang
  csrf: string
  act: DataRequestAct
  request: DataRequest
  refusal: FormRefusal | undefined
}

/** The inputs of one act; the version tells whether somebody else was quicker. */
function ActForm({ lang, csrf, act, request, refusal }: ActFormProps) {
  const { fields, office, act: names } = text[lang]
  const field = (name: string) => ({
    name,
    id: `${act}-${name}`,
    label: fields[name]!,
    error: problemAt(refusal, name),
    required: true,
  })
  const erases = act === 'fulfil' && request.kind === 'erase'
  return (
    <Form action={paths.act(request.code, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={request.version} />
      {erases && (
        <>
          <Notice tone="late">
            <p>{office.eraseWarning}</p>
          </Notice>
          <TextField {...field('subjectCode')} value={typedOr(refusal, 'subjectCode')} hint={office.eraseCodeHint} width={20} exact />
          <Checkbox {...field('sure')} />
        </>
      )}
      {act === 'refuse' && <TextField {...field('basis')} value={typedOr(refusal, 'basis')} hint={office.basisHint} maxlength={300} />}
      {(act === 'refuse' || act === 'extend') && (
        <TextArea {...field('reason')} value={typedOr(refusal, 'reason')} hint={office.reasonHint} rows={3} maxlength={2000} />
      )}
      <Button look={erases || act === 'refuse' ? 'danger' : 'main'}>{names[act]}</Button>
    </Form>
  )
}
