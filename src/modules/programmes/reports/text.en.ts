import type { vi } from './text.vi.ts'

function periodName(name: string): string {
  const [year, part] = name.split('-') as [string, string | undefined]
  if (!part) return `Year ${year}`
  if (part.startsWith('Q')) return `Quarter ${part.slice(1)}/${year}`
  return part.startsWith('H') ? `${part === 'H1' ? 'First' : 'Second'} half of ${year}` : `Month ${Number(part.slice(1))}/${year}`
}

export const en: typeof vi = {
  periodName,
  status: { requested: 'Not in', submitted: 'Submitted', accepted: 'Accepted' },
  every: { quarter: 'Quarterly', 'half-year': 'Half-yearly', year: 'Yearly' },
  act: { write: 'Write the words of the report', submit: 'Submit the report', accept: 'Accept', return: 'Return' },
  fields: {
    period: 'Period',
    dueOn: 'Due',
    unitIds: 'Agencies',
    result: 'What was done',
    obstacles: 'Obstacles',
    proposals: 'Proposals',
    reason: 'Reason for returning',
  },
  errors: {
    nobody_to_ask: 'No further report was asked for: the agencies were asked for this period already, or no agency has its programme out.',
    own_agency_report: 'You submitted this report, so somebody else accepts it.',
  },
  plan: {
    title: 'Periodic reports',
    lead: 'One report for each agency and period. The figures come from the items of the programme, nobody types them.',
    back: 'Plans and programmes',
    request: 'Ask for reports',
    requestHint: 'Each agency whose programme is out gets a report to complete. Who was asked for this period already is not asked again.',
    unitsHint: 'None ticked: every agency whose programme is out.',
    noAgencies: 'No agency has its programme under this plan out yet, so no report can be asked for.',
    none: 'No report was asked for yet.',
    periods: 'Periods',
    head: { unit: 'Agency', report: 'Report', due: 'Due', status: 'State', submitted: 'Submitted' },
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    summary: (all, missing, late) => `${all} reports asked for; ${missing} not in, ${late} of them late.`,
    asked: 'The agencies have been asked to report.',
    publicLead: 'Reports that this plan asks of the agencies: who sent theirs, who did not, and by how many days late.',
  },
  one: {
    title: (period, unit) => `Report, ${period}: ${unit}`,
    done: 'Saved.',
    facts: 'About this report',
    plan: 'Plan',
    programme: 'Programme',
    period: 'Period',
    days: 'From – to',
    figures: 'Figures',
    asOf: (day) => `Figures of ${day}, from the items of the programme.`,
    snapped: (day) => `Figures as on the day of submission, ${day}; what changed later does not change the report.`,
    figureHead: ['Figure', 'Items'],
    total: 'Items in all',
    late: 'Of them late',
    withEvidence: 'With evidence',
    saying: 'What the people say: done / partly / not done',
    items: 'Item by item',
    itemHead: { code: 'Item', status: 'State', due: 'Due', indicator: 'Target', evidence: 'Evidence', saying: 'What the people say' },
    noItems: 'The programme has no items yet.',
    isLate: 'late',
    words: 'The agency’s words',
    noWords: 'Nothing written yet.',
    acts: 'What you can do',
    noActs: 'There is nothing for you to do here now.',
    own: 'You submitted it, so somebody else accepts it.',
    submitHint: 'The figures are kept as they stand when it is submitted. After that it can be changed only when it is returned.',
    history: 'What happened',
  },
  taskStatus: {
    draft: 'Draft',
    planned: 'Not begun',
    inProgress: 'In progress',
    reported: 'Reported done',
    done: 'Done',
    cancelled: 'Given up',
  },
  event: {
    'programme.reportsRequested': 'Agencies asked for periodic reports',
    'report.requested': 'Report asked for',
    'report.written': 'Words written',
    'report.submitted': 'Report submitted',
    'report.returned': 'Report returned',
    'report.accepted': 'Report accepted',
  },
  role: { writer: 'Officer of the agency', head: 'Head of the agency', chairman: 'Chairman', editor: 'Editor', clock: 'The system' },
}
