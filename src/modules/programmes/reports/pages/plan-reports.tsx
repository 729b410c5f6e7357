import { addDays, type CivilDate } from '../../../../shared/civil-date.ts'
import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Checkboxes,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Select,
  Tabs,
  Tag,
  TextField,
} from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { Programme } from '../../programme.ts'
import { reportPaths } from '../paths.ts'
import type { ReportRow } from '../report.ts'
import { daysLate } from '../rules.ts'
import { text } from '../text.ts'

interface Shared {
  lang: Lang
  plan: Pick<Programme, 'slug' | 'title'>
  periods: readonly string[]
  period: string | undefined
  reports: readonly ReportRow[]
  /** Names by unit. */
  units: ReadonlyMap<string, string>
  today: CivilDate
}

export interface OfficeReportsProps extends Shared {
  csrf: string
  /** Null: this person does not ask for reports. */
  request: { periods: readonly string[]; agencies: readonly string[] } | null
  refusal?: FormRefusal | undefined
  done?: boolean | undefined
}

/** Reports of a plan at the office, and the one press by which they are asked for. */
export function OfficeReportsPage(props: OfficeReportsProps) {
  const { lang, plan, request, refusal, done } = props
  const words = text[lang].plan
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: words.back },
          { href: localPath(lang, paths.officeOne(plan.slug)), text: plan.title },
        ]}
      />
      <PageHead title={words.title} lead={words.lead} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {words.asked}
        </Notice>
      )}
      <ReportsTable {...props} office />
      {request && <RequestForm {...props} request={request} />}
    </>
  )
}

function RequestForm({
  lang,
  plan,
  csrf,
  request,
  units,
  refusal,
  today,
}: OfficeReportsProps & { request: { periods: readonly string[]; agencies: readonly string[] } }) {
  const { plan: words, fields, periodName } = text[lang]
  if (request.agencies.length === 0) return <p>{words.noAgencies}</p>
  return (
    <>
      <h2>{words.request}</h2>
      <p>{words.requestHint}</p>
      <Form action={reportPaths.ofPlan(plan.slug)} lang={lang} csrf={csrf}>
        <Select
          name="period"
          label={fields['period']!}
          items={request.periods.map((name) => ({ value: name, text: periodName(name) }))}
          value={typedOr(refusal, 'period', request.periods[0])}
          error={problemAt(refusal, 'period')}
          required
        />
        <TextField
          name="dueOn"
          type="date"
          label={fields['dueOn']!}
          value={typedOr(refusal, 'dueOn', addDays(today, 14))}
          error={problemAt(refusal, 'dueOn')}
          required
        />
        <Details summary={fields['unitIds']!} open={problemAt(refusal, 'unitIds') !== undefined}>
          <Checkboxes
            name="unitIds"
            label={fields['unitIds']!}
            hint={words.unitsHint}
            items={request.agencies.map((id) => ({ value: id, text: units.get(id) ?? id }))}
            error={problemAt(refusal, 'unitIds')}
          />
        </Details>
        <Button>{words.request}</Button>
      </Form>
    </>
  )
}

/** What everybody sees: who was asked, who sent theirs, and by how many days late. */
export function PublicReportsPage(props: Shared) {
  const { lang, plan } = props
  const words = text[lang].plan
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.one(plan.slug)), text: plan.title }]} />
      <PageHead title={words.title} lead={words.publicLead} />
      <ReportsTable {...props} />
    </>
  )
}

function ReportsTable({ lang, plan, periods, period, reports, units, today, office }: Shared & { office?: boolean }) {
  const { plan: words, status: statusWords, periodName } = text[lang]
  if (period === undefined) return <EmptyState title={words.none} />
  const base = office ? reportPaths.ofPlan(plan.slug) : reportPaths.publicOfPlan(plan.slug)
  const missing = reports.filter(({ status }) => status === 'requested')
  return (
    <>
      <Tabs
        label={words.periods}
        items={periods.map((name) => ({
          href: localPath(lang, `${base}?ky=${name}`),
          text: periodName(name),
          current: name === period,
        }))}
      />
      <p>{words.summary(reports.length, missing.length, missing.filter((report) => daysLate(report, today) > 0).length)}</p>
      <DataTable
        caption={`${words.title}, ${periodName(period)}`}
        captionHidden
        stack
        head={[
          { text: words.head.unit },
          { text: words.head.report },
          { text: words.head.due },
          { text: words.head.status },
          { text: words.head.submitted },
        ]}
        rows={reports.map((report) => {
          const late = daysLate(report, today)
          const isMissing = report.status === 'requested'
          return {
            tone: late > 0 && isMissing ? ('late' as const) : undefined,
            cells: [
              units.get(report.unitId) ?? '–',
              office || report.status === 'accepted' ? (
                <a href={localPath(lang, reportPaths.one(report.code))}>{report.code}</a>
              ) : (
                report.code
              ),
              shortDate(report.dueOn),
              <>
                <Tag tone={report.status === 'accepted' ? 'ok' : late > 0 && isMissing ? 'late' : 'neutral'}>
                  {statusWords[report.status]}
                </Tag>
                {late > 0 && ` ${words.late(late)}`}
              </>,
              report.submittedOn ? shortDate(report.submittedOn) : '–',
            ],
          }
        })}
      />
    </>
  )
}
