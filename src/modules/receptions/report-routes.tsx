import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { workbook, XLSX } from '../../platform/spreadsheet.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { sendPage } from '../../ui/page.tsx'
import { requireRole } from '../accounts/index.ts'
import { countAlarmed } from './alarmed.ts'
import { bookRows } from './book-rows.ts'
import { listCutoffs } from './cutoffs.ts'
import { type Occasion, occasions } from './entry.ts'
import type { ReceptionOptions } from './feature.ts'
import { FigureQuery, labels, type ReportPeriod, ReportQuery } from './fields.ts'
import { type Figure, FigurePage, figureName } from './pages/figure-page.tsx'
import { basisWords, ReportPage, reportName } from './pages/report-page.tsx'
import { paths } from './paths.ts'
import { cutoffOf, periodOf, quarterOf } from './periods.ts'
import { ALL, reportTables } from './report.ts'
import { columnName, measureName } from './report-names.ts'
import { reportSheet } from './report-sheet.ts'
import { readers } from './rules.ts'
import { type CaseMeasure, caseMeasures } from './sources.ts'
import { text } from './text.ts'
import { countsPeople, listVisits, type VisitMeasure, visitMeasures } from './visit-figures.ts'

const ROWS = 30
const YEARS = 6
const frame = { current: '/lam-viec', noindex: true, office: true, wide: true }

/** `/lam-viec/bao-cao`: the periodic report, each figure with what it counts, and its file. */
export async function reportRoutes(app: FastifyInstance, options: ReceptionOptions): Promise<void> {
  const { db, cases, now } = options

  /** The days of the report that is asked for; the running quarter unless said. */
  async function asked(request: FastifyRequest, query: { nam?: number | undefined; ky?: ReportPeriod | undefined }) {
    const cutoffs = await listCutoffs(db, request.scope)
    const today = civilDateOf(now())
    const current = quarterOf(today, cutoffs)
    const year = query.nam ?? current.year
    const report = query.ky ?? current.report
    const period = periodOf(year, report, cutoffs)
    return { year, report, period, cutoff: cutoffOf(year, report, cutoffs), running: period.to >= today, newest: current.year }
  }

  app.get(paths.report, async (request, reply) => {
    requireRole(request, readers)
    const { lang, scope } = request
    const { newest, ...shown } = await asked(request, parseInput(ReportQuery, request.query, labels))
    const tables = await reportTables(db, cases, scope, shown.period)
    const years = [...new Set([...Array.from({ length: YEARS }, (_, i) => newest - i), shown.year])].toSorted((a, b) => b - a)
    const alarmed = await countAlarmed(options, request)
    const page = <ReportPage lang={lang} cases={cases} {...shown} tables={tables} years={years} alarmed={alarmed} />
    return sendPage(request, reply, { ...frame, title: text[lang].report.title }, page)
  })

  app.get(paths.reportFile, async (request, reply) => {
    requireRole(request, readers)
    const { lang, scope, site } = request
    const { year, report, period, cutoff } = await asked(request, parseInput(ReportQuery, request.query, labels))
    const head = { authority: site.name, name: reportName(lang, year, report), basis: basisWords(lang, cutoff), period }
    const tables = await reportTables(db, cases, scope, period)
    const file = await workbook(tables.map((table) => reportSheet(lang, cases, head, table)))
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="bao-cao_${year}_${report}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(file)
  })

  app.get(paths.figure, async (request, reply) => {
    requireRole(request, readers)
    const { lang, scope } = request
    const query = parseInput(FigureQuery, request.query, labels)
    const { bang, hang, cot, after } = query
    const { year, report, period } = await asked(request, query)
    const tables = await reportTables(db, cases, scope, period)
    const table = tables.find(({ name }) => name === bang)!
    const value = table.rows.find(({ measure }) => measure === hang)?.values[table.columns.indexOf(cot)]
    if (value === undefined) throw new NotFound()
    const visits = bang === 'tiep' && countsPeople.includes(hang as VisitMeasure) ? visitsBehind(table, hang, cot) : null
    const figure: Figure = {
      year,
      report,
      period,
      measure: measureName(lang, cases, bang, hang),
      column: columnName(lang, cases, bang, cot),
      query: { bang, hang, cot },
      value,
      visits,
    }
    const list = bang === 'tiep' ? { visits: await visitRows(request, period, hang, cot, after) } : { cases: await caseRows() }
    const head = { ...frame, title: `${figureName(lang, figure)}, ${reportName(lang, year, report)}`, islands: ['office-keys'] as const }
    return sendPage(request, reply, head, <FigurePage lang={lang} cases={cases} figure={figure} continued={after !== null} list={list} />)

    async function caseRows() {
      const measure = caseMeasures.find((one) => one === hang) as CaseMeasure
      return cases.list(scope, period, { measure, kind: cot === ALL ? null : cot }, after, ROWS)
    }
  })

  async function visitRows(
    request: FastifyRequest,
    period: Parameters<typeof listVisits>[2],
    hang: string,
    cot: string,
    after: string | null,
  ) {
    const measure = visitMeasures.find((one) => one === hang) as VisitMeasure
    const occasion = occasions.find((one): one is Occasion => one === cot) ?? null
    const page = await listVisits(db, request.scope, period, { measure, occasion }, after, ROWS)
    // Without who came, for everybody: what a denouncer said stays hidden as well.
    return { items: await bookRows(db, cases, request.scope, page.items, false), next: page.next }
  }
}

/** How many visits the people of a figure made: the same cell of the table's count of visits or groups. */
function visitsBehind(table: Awaited<ReturnType<typeof reportTables>>[number], hang: string, cot: string): number {
  const counted = hang === 'groupPeople' ? 'groups' : 'visits'
  return table.rows.find(({ measure }) => measure === counted)!.values[table.columns.indexOf(cot)]!
}
