import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { longInstant, number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Prose,
  SummaryList,
  Tag,
  TextArea,
} from '../../../../ui/index.ts'
import type { Entry } from '../../../history/index.ts'
import { outPaths } from '../../out/paths.ts'
import { paths } from '../../paths.ts'
import { reportPaths } from '../paths.ts'
import type { LoadedReport, ReportData } from '../report.ts'
import type { ReportAct } from '../report-lifecycle.ts'
import { text } from '../text.ts'

export interface ReportPageProps {
  lang: Lang
  csrf: string
  loaded: LoadedReport
  /** Empty for whoever only reads. */
  history: readonly Entry[]
  acts: readonly ReportAct[]
  /** Somebody reads it from outside the office. */
  isOutside: boolean
  attempt?: { act: ReportAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
}

/** One agency's report: figures from the data, its own words, and what may be done. */
export function ReportPage(props: ReportPageProps) {
  const { lang, loaded, history, acts, isOutside, attempt, done } = props
  const { report, data, unitName, planTitle, planSlug, programmeTitle } = loaded
  const { one: words, status, fields, periodName, event, role, plan } = text[lang]
  const base = isOutside ? reportPaths.publicOfPlan(planSlug) : reportPaths.ofPlan(planSlug)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, base), text: plan.title }]} />
      <PageHead
        title={words.title(periodName(report.period), unitName)}
        tags={<Tag tone={report.status === 'accepted' ? 'ok' : 'neutral'}>{status[report.status]}</Tag>}
        meta={report.code}
      />
      <ErrorSummary problems={attempt?.refusal.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {words.done}
        </Notice>
      )}
      <h2>{words.facts}</h2>
      <SummaryList
        rows={[
          { key: words.plan, value: <a href={localPath(lang, paths.one(planSlug))}>{planTitle}</a> },
          { key: words.programme, value: programmeTitle },
          { key: words.days, value: `${shortDate(report.from)} – ${shortDate(report.to)}` },
          { key: fields['dueOn']!, value: shortDate(report.dueOn) },
        ]}
      />
      <p>
        <a href={outPaths.periodic(report.code)}>{words.paper}</a>
      </p>
      <h2>{words.words}</h2>
      <Words lang={lang} loaded={loaded} />
      <Figures lang={lang} data={data} isSnapped={report.data !== null} />
      {!isOutside && (
        <>
          <h2>{words.acts}</h2>
          {acts.length === 0 && <p>{words.noActs}</p>}
          <div class="acts part">
            {acts.map((act) => (
              <ActForm {...props} act={act} />
            ))}
          </div>
          <h2>{words.history}</h2>
          <ul>
            {history.map((entry) => (
              <li>
                {longInstant(lang, entry.at)}: {event[entry.type]} ({role[entry.actorRole ?? ''] ?? '–'})
                {entry.words['reason'] && <> – {entry.words['reason']}</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Words({ lang, loaded: { report } }: Pick<ReportPageProps, 'lang' | 'loaded'>) {
  const { one: words, fields } = text[lang]
  const written = (['result', 'obstacles', 'proposals'] as const).filter((field) => report[field] !== null)
  if (written.length === 0) return <p>{words.noWords}</p>
  return (
    <>
      {written.map((field) => (
        <>
          <h3>{fields[field]}</h3>
          <Prose text={report[field]!} />
        </>
      ))}
    </>
  )
}

function Figures({ lang, data, isSnapped }: { lang: Lang; data: ReportData; isSnapped: boolean }) {
  const { one: words, taskStatus } = text[lang]
  const statuses = ['done', 'reported', 'inProgress', 'planned', 'cancelled'] as const
  const figure = (name: string, n: number | string) => ({ cells: [name, typeof n === 'number' ? number(lang, n) : n] })
  const said = (one: { done: number; partly: number; not: number }) => `${one.done} / ${one.partly} / ${one.not}`
  return (
    <>
      <h2>{words.figures}</h2>
      <p>{(isSnapped ? words.snapped : words.asOf)(shortDate(data.on))}</p>
      <DataTable
        caption={words.figures}
        captionHidden
        rowHeads
        head={[{ text: words.figureHead[0]! }, { text: words.figureHead[1]!, numeric: true }]}
        rows={[
          figure(words.total, data.total),
          ...statuses.map((status) => figure(taskStatus[status], data.byStatus[status])),
          figure(words.late, data.late),
          figure(words.withEvidence, data.withEvidence),
          figure(words.saying, said(data.saying)),
        ]}
      />
      <h2>{words.items}</h2>
      <DataTable
        caption={words.items}
        captionHidden
        dense
        stack
        head={[
          { text: words.itemHead.code },
          { text: words.itemHead.status },
          { text: words.itemHead.due },
          { text: words.itemHead.indicator },
          { text: words.itemHead.evidence, numeric: true },
          { text: words.itemHead.saying },
        ]}
        rows={data.items.map((item) => ({
          tone: item.isLate ? ('late' as const) : undefined,
          cells: [
            <>
              <a href={localPath(lang, paths.task(item.code))}>{item.code}</a> <span class="any-break">{item.title}</span>
            </>,
            `${taskStatus[item.status]}${item.isLate ? `, ${words.isLate}` : ''}`,
            item.dueOn ? shortDate(item.dueOn) : '–',
            item.target === null ? (item.indicator ?? '–') : `${item.reached ?? '–'} / ${item.target} ${item.unitOfMeasure ?? ''}`,
            number(lang, item.evidence),
            said({ done: item.saidDone, partly: item.saidPartly, not: item.saidNot }),
          ],
        }))}
        empty={<EmptyState title={words.noItems} />}
      />
    </>
  )
}

function ActForm({ lang, csrf, loaded: { report }, act, attempt }: ReportPageProps & { act: ReportAct }) {
  const { act: actWords, fields, one: words } = text[lang]
  const refusal = attempt?.act === act ? attempt.refusal : undefined
  const area = (name: 'result' | 'obstacles' | 'proposals', required: boolean) => (
    <TextArea
      name={name}
      label={fields[name]!}
      rows={5}
      value={typedOr(refusal, name, report[name] ?? '')}
      error={problemAt(refusal, name)}
      required={required}
    />
  )
  const form = (
    <Form action={reportPaths.act(report.code, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={report.version} />
      {act === 'write' && (
        <>
          {area('result', true)}
          {area('obstacles', false)}
          {area('proposals', false)}
        </>
      )}
      {act === 'submit' && <p>{words.submitHint}</p>}
      {act === 'return' && (
        <TextArea
          name="reason"
          label={fields['reason']!}
          rows={3}
          value={typedOr(refusal, 'reason')}
          error={problemAt(refusal, 'reason')}
          required
        />
      )}
      <Button look={act === 'return' ? 'danger' : act === 'write' ? 'second' : 'main'}>{actWords[act]}</Button>
    </Form>
  )
  return act === 'return' ? (
    <Details summary={actWords[act]} open={refusal !== undefined}>
      {form}
    </Details>
  ) : (
    form
  )
}
