import { civilDateOf } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Appendix, Block, Letter } from '../../letters/index.ts'
import type { LoadedReport, ReportData } from '../reports/report.ts'
import { placeOf } from './load-out.ts'
import { frameOf } from './programme-letter.ts'
import { periodWords } from './report-letter.ts'
import { words } from './words.vi.ts'

/** An agency's periodic report: its own words, and the figures and items that nobody types. Until it is submitted it is a draft. */
export function periodicLetter({ report, data, unitName, planTitle }: LoadedReport, site: { name: string; shortName: string }): Letter {
  const { periodic } = words
  const isDraft = report.status === 'requested'
  const from = { authority: site.name, place: placeOf(site.shortName), unit: unitName, isDraft }
  return {
    ...frameOf(from, report.submittedOn ?? civilDateOf(report.updatedAt)),
    paper: 'report',
    subject: words.report.subject(planTitle, periodWords(report)),
    recipients: periodic.recipients(site.name),
    blocks: [
      ...own(periodic.result, report.result),
      { heading: periodic.figures, level: 1 },
      { paragraph: periodic.asOf(data.on) },
      { list: periodic.counts(data) },
      ...own(periodic.obstacles, report.obstacles),
      ...own(periodic.proposals, report.proposals),
    ],
    appendices: [itemsOf(data)],
  }
}

/** Words as they were written: each line its own paragraph. */
function own(heading: string, written: string | null): Block[] {
  const lines = (written ?? words.report.none).split('\n').filter((line) => line.trim() !== '')
  return [{ heading, level: 1 }, ...lines.map((paragraph) => ({ paragraph }))]
}

const shares = [5, 42, 12, 16, 16, 10, 14]

function itemsOf({ items }: ReportData): Appendix {
  const { title, heads, late } = words.periodic.items
  const columns = heads.map((head, i) => ({ head, share: shares[i]!, centred: i !== 1 && i !== 3 }))
  const rows = items.map((item, i) => [
    String(i + 1),
    item.title,
    item.dueOn ? shortDate(item.dueOn) : '',
    item.isLate ? late(words.status[item.status]) : words.status[item.status],
    item.target === null ? '' : `${item.reached ?? '–'} / ${item.target} ${item.unitOfMeasure ?? ''}`.replaceAll('.', ','),
    String(item.evidence),
    `${item.saidDone} / ${item.saidPartly} / ${item.saidNot}`,
  ])
  return { title, table: { columns, rows } }
}
