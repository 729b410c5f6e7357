import type { CivilDate } from '../../shared/civil-date.ts'
import { shortDate, weekdayName } from '../../shared/format.ts'
import type { CalendarDay } from './calendar.ts'
import type { Step } from './explain.ts'
import type { ClockText } from './text.ts'

const on = (value: unknown) => shortDate(String(value) as CivilDate)

const holidays: ClockText['holidays'] = {
  newYear: 'New Year’s Day',
  lunarNewYear: 'Lunar New Year (Tết)',
  hungKings: 'Hùng Kings’ Commemoration Day',
  victory: 'Victory Day',
  labour: 'Labour Day',
  national: 'National Day',
  culture: 'Vietnamese Culture Day',
  swap: 'Swapped working day',
  other: 'Marked day',
}

/** Days that an administrator named keep that name; the others are called by their holiday. */
const dayName = (day: CalendarDay) => {
  if (day.holiday === 'other') return day.name ?? holidays.other
  return day.kind === 'compensatory' ? `${holidays[day.holiday]} (day off in lieu)` : holidays[day.holiday]
}

const offName = (step: Step) => (step.day ? dayName(step.day) : `${weekdayName('en', step.date)}, weekly rest day`)

const because: Record<Step['code'], (step: Step) => string> = {
  firstDay: () => 'The first day is not counted (Civil Code Đ147)',
  running: () => 'Counts as one day',
  runningOff: (step) => `${offName(step)}: a day off inside the limit still counts`,
  working: () => 'Working day, counts',
  workedWeekend: (step) => `${step.day ? dayName(step.day) : weekdayName('en', step.date)}: a weekend day that is worked, counts`,
  off: (step) => `${offName(step)}: not counted`,
  lastDay: () => 'Last day of the limit',
  lastDayOff: (step) => `${offName(step)}: the last day is off, so the limit ends on the next working day (Civil Code Đ148 clause 5)`,
  movedTo: () => 'Next working day: the limit ends at the end of this day',
  suspended: () => 'Suspended, not counted',
  resumedDay: () => 'The day of resumption is not counted; the days left are counted from the next day',
  latestDay: () => 'Latest day on which it must be done',
}

const stages: Record<string, string> = {
  initialResult: 'Notice of the first result',
  acceptance: 'Acceptance',
  resolution: 'Resolution, answer',
  promise: 'Keeping a promise',
}

const variants: Record<string, string> = {
  complex: 'complex case',
  remote: 'remote area, hard to reach',
  multipleLocationsOrDelegatedVerification: 'verification in several places or delegated',
  simpleAvailable: 'simple, available information',
  ministerDecision: 'decision of a minister',
  shortenedProcedure: 'shortened procedure',
  viaProcessorOrThirdParty: 'through a processor or third party',
}

const startEvents: Record<string, string> = {
  received: 'Received',
  accepted: 'Accepted',
  accept: 'Accepted',
  issueAnswer: 'Answered',
  answered: 'Answered',
  promised: 'Promised',
  reopened: 'Reopened',
}

const sure: Record<string, string> = {
  V: 'Read in the text',
  'V-pre2026': 'Read in the consolidated text before Law 136/2025/QH15; to be checked again',
  'V-superseded': 'Read in a text that has since been replaced; to be checked again',
  'V-absence': 'Read: the text gives no number of days',
  V2: 'Read in a secondary source; to be checked against the text',
  K: 'General knowledge; not checked against a text',
  U: 'Unknown; the office must set it',
  computed: 'Computed from the law and the lunar calendar; not announced yet',
  local: 'Set by the office itself',
  promise: 'Promised by the office',
}

export const en: ClockText = {
  history: {
    'calendar.dayChanged': 'A day of the office calendar changed',
    'calendar.yearDecided': 'The year’s days off decided',
    'localTarget.set': 'A target set by the office',
    'rules.recorded': 'The rules on time limits that the software counts by',
    'rules.changed': 'A rule on time limits is counted differently',
  },
  errors: {
    unknown_rule: (d) => `There is no rule “${String(d.rule)}”.`,
    rule_not_in_force: (d) =>
      `The rule “${String(d.rule)}” is not in force on ${on(d.on)}${d.from ? ` (in force from ${on(d.from)}${d.to ? ` to ${on(d.to)}` : ''})` : ''}.`,
    rule_without_number: (d) => `The law gives no number of days for “${String(d.rule)}”; the office may set a local target.`,
    rule_not_a_due_date: (d) => `“${String(d.rule)}” is a frequency, a period or a number of hours and gives no due date.`,
    unknown_variant: (d) => `The rule “${String(d.rule)}” has no variant “${String(d.variant)}”.`,
    wrong_date: () => 'The date must exist and be written year-month-day, for example 2026-02-10.',
    date_out_of_range: () => 'The calendar reaches from 01/01/2000 to 31/12/2199.',
    malformed_line: () => 'This line is not JSON of the form {"rule","from","variant"?}.',
    line_too_long: () => 'This line is too long.',
    suspended_before_start: (d) => `A limit cannot be suspended before it starts (${on(d.start)}).`,
    resumed_before_suspension: (d) => `A limit cannot be resumed before the day of suspension (${on(d.suspendedOn)}).`,
    clock_running: () => 'This limit is running already.',
    clock_suspended: () => 'The limit is suspended; it must be resumed first.',
    clock_not_suspended: () => 'The limit is not suspended.',
    clock_not_open: () => 'The case has no open limit at this step.',
    clock_not_local: () => 'A limit set by law cannot be extended in this way.',
    clock_not_complex: (d) => `The rule “${String(d.rule)}” has no limit of its own for complex cases.`,
    clock_not_extendable: () => 'This rule allows no extension.',
    already_extended: () => 'This limit has been extended once; the law allows it once only.',
    already_complex: () => 'The case has already been found complex.',
    wrong_criteria: () => 'Choose at least one of the seven criteria of a complex case.',
    due_not_later: (d) => `The new date must be after the present due date (${on(d.dueOn)}).`,
    rule_has_number: (d) => `The law gives a number of days for “${String(d.rule)}”; no local target replaces the law.`,
    year_already_decided: (d) => `The calendar of ${String(d.year)} has been confirmed already.`,
    nothing_to_change: () => 'Give at least one day to change, or confirm the year.',
  },
  units: { calendarDay: 'days', workingDay: 'working days', month: 'months' },
  limit: ({ value, unit }) => `${value} ${value === 1 ? en.units[unit].slice(0, -1) : en.units[unit]}`,
  ruleName: (rule) => rule.stepEn,
  clockStart: (rule) => rule.clockStartEn ?? '',
  holidays,
  dayKinds: {
    statutory: 'Public holiday',
    compensatory: 'Day off in lieu',
    swap: 'Swap',
    provisional: 'Expected',
    workday: 'Worked',
  },
  dayName,
  because: (step) => because[step.code](step),
  counted: { yes: 'Counted', no: 'Not counted' },
  provisional: 'provisional',
  provisionalLong: 'Provisional: the days off of this year have not been announced and are computed from the law; the due date may change.',
  sure: (mark) => sure[mark] ?? mark,
  states: { running: 'Running', suspended: 'Suspended', met: 'Met', stopped: 'Ended' },
  stages: (stage) => stages[stage] ?? stage,
  local: 'local target (mục tiêu của địa phương)',
  criteria: [
    'One matter, to be verified in two places or more',
    'Two matters or more to be verified',
    'Many complainants on one matter, or the interests of many people',
    'A foreign element',
    'The management of several agencies is concerned',
    'The agencies concerned still disagree',
    'Conflicting evidence that needs time or an expert opinion',
  ],
  variants: (variant) =>
    variant
      .split('+')
      .map((word) => variants[word] ?? word)
      .join('; '),
  fields: {
    rule: 'Rule',
    from: 'Starting day',
    variant: 'Variant',
    year: 'Year',
    date: 'Date',
    kind: 'This day is',
    name: 'Name or reason',
    noticeNumber: 'Number of the notice',
    noticeOn: 'Date of the notice',
    value: 'Number of days or months',
    unit: 'Unit',
    validFrom: 'From',
    documentNumber: 'Number of the document',
    note: 'Note',
  },
  admin: { title: 'Administration', saved: 'Saved.' },
  explanation: {
    calendarChanged: 'The calendar changed after this limit had ended, so the table below may differ from the due date on record.',
    fixedNote: 'This date was named by the office; it is not counted in days.',
    title: 'Why is it due on this day?',
    rule: 'Rule',
    article: 'Article',
    version: 'Version applied',
    versionDates: (from, to) => (from ? `in force from ${on(from)}${to ? ` to ${on(to)}` : ''}` : 'no date of force given'),
    limit: 'Limit',
    variant: 'Variant',
    event: 'Starting event',
    startedOn: 'Started on',
    dueOn: 'Due on',
    latestOn: 'Latest day',
    originalDueOn: 'First due on',
    metOn: 'Met on',
    state: 'State',
    late: 'late',
    sure: 'How sure',
    sources: 'Sources',
    localNote: 'This is a local target (mục tiêu của địa phương) that the office set itself; the law gives no number of days for this.',
    remaining: (days) =>
      `The limit is suspended with ${days} ${days === 1 ? 'day' : 'days'} left, which will be counted from the day of resumption.`,
    calendarNote: 'Holidays inside the limit count; only a last day that is off moves, to the next working day.',
    backNote:
      'Counted back from the event. The law is silent on a latest day that is off, so the day is left as it is; the office had better act earlier.',
    skippedTitle: 'Days that are not counted',
    nothingSkipped: 'No day is skipped.',
    allDaysTitle: 'Day by day',
    pausesTitle: 'Suspensions',
    noPauses: 'The limit has never been suspended.',
    pauseFrom: 'From',
    pauseTo: 'Resumed on',
    stillPaused: 'not resumed yet',
    historyTitle: 'What happened to this limit',
    happened: 'What',
    by: 'By',
    history: {
      started: 'Started',
      suspended: 'Suspended',
      resumed: 'Resumed',
      extended: 'Extended',
      recomputed: 'Recomputed because the calendar changed',
      met: 'Met',
      stopped: 'Ended',
    },
    ground: 'Ground',
    dueMoved: (from, to) => `${shortDate(from)} → ${shortDate(to)}`,
    day: 'Day',
    countedColumn: 'Counted?',
    because: 'Why',
    startEvents: (event) => startEvents[event] ?? event,
    grounds: (ground) =>
      ({
        complex: 'Found in writing to be a complex case',
        localExtension: 'Local target extended',
        ruleExtension: 'Extended once, as the rule allows',
        calendar: 'The calendar changed',
      })[ground] ?? ground,
  },
  tryPage: {
    title: 'Find a due date',
    lead: 'Choose a rule and a starting day to see the due date, and why it is that day.',
    ruleLabel: 'Rule',
    fromLabel: 'Starting day',
    fromHint: 'For example: 2026-02-10',
    variantLabel: 'Variant',
    variantNone: 'Ordinary',
    submit: 'Find',
  },
  calendarPage: {
    title: (year) => `Office calendar ${year}`,
    lead: 'The week is worked from Monday to Friday. The table shows the days that differ: holidays, days in lieu, swaps. Every change needs the number of its notice; running limits are then recomputed.',
    decided: 'The calendar of this year has been announced.',
    undecided: 'The calendar of this year is provisional: nothing has been announced.',
    notices: 'Notices',
    previousYear: (year) => `Year ${year}`,
    nextYear: (year) => `Year ${year}`,
    dateColumn: 'Date',
    nameColumn: 'Name',
    kindColumn: 'Kind',
    noticeColumn: 'Notice',
    sureColumn: 'How sure',
    worked: 'worked',
    off: 'off',
    removeButton: 'Back to normal',
    addTitle: 'Change one day',
    dateLabel: 'Date (year-month-day)',
    kindLabel: 'This day is',
    kindOff: 'Off',
    kindWorked: 'Worked',
    nameLabel: 'Name or short reason',
    noticeNumberLabel: 'Number of the notice',
    noticeOnLabel: 'Date of the notice',
    addButton: 'Enter in the calendar',
    confirmTitle: (year) => `Confirm the calendar of ${year}`,
    confirmLead:
      'When the official notice is out and the table agrees with it, confirm the year; its due dates then lose the mark “provisional”.',
    confirmButton: 'Confirm the whole year',
    recompute: 'Running limits are recomputed after saving.',
    none: 'No day of this year differs.',
    movedTitle: 'Due dates that the calendar moved',
    movedStage: 'Due date',
    movedFrom: 'Before',
    movedTo: 'Now',
    movedAt: 'At',
    moved: (count) =>
      count === 0 ? 'Saved. No limit moved.' : `Saved. ${count} ${count === 1 ? 'limit has' : 'limits have'} a new due date.`,
  },
  targetsPage: {
    title: 'Local targets',
    lead: 'Where the law gives no number of days the office sets a target of its own. It is always labelled “local target” (mục tiêu của địa phương) and never called a legal limit. A new target governs limits that start from its first day on.',
    currentTitle: 'Targets that are set',
    none: 'No target is set; these matters have no due date yet.',
    ruleColumn: 'Matter',
    targetColumn: 'Local target',
    fromColumn: 'From',
    documentColumn: 'Document',
    noteColumn: 'Note',
    setTitle: 'Set a local target',
    ruleLabel: 'Matter',
    valueLabel: 'Number of days or months (1 to 365)',
    unitLabel: 'Unit',
    validFromLabel: 'From (year-month-day)',
    documentLabel: 'Number of the document that sets it',
    noteLabel: 'Note (optional)',
    submit: 'Set the local target',
  },
  command: {
    usage: `Finds one due date and explains it.

  congdan deadline --rule ID --from YYYY-MM-DD [--variant VARIANT] [--json] [--lang vi|en]
  congdan deadline --batch     reads JSON lines {"rule","from","variant"?}, writes {"dueOn"} or {"error"} a line

Example: congdan deadline --rule complaint.resolve_first --from 2026-02-10 --variant complex`,
    dueOn: (date) => `Due: end of ${date}`,
    latestOn: (date) => `Latest: ${date}`,
    limit: (limit, start) => `Limit: ${limit}${start ? `, from ${start}` : ''}`,
    backLimit: (limit, start) => `Limit: at least ${limit} ${start}`,
    basis: (basis) => `Article: ${basis}`,
    version: (id, dates) => `Version applied: ${id}, ${dates}`,
    variant: (variant) => `Variant: ${variant}`,
    sure: (words) => `How sure: ${words}`,
    source: (source) => `Source: ${source}`,
    eachDay: 'Day by day:',
    wrongUse: (detail) => `Wrong use: ${detail}`,
  },
}
