import type { VisitsText } from './text.ts'

export const en: VisitsText = {
  footer: { title: 'Visits', online: 'Online now', today: 'Today', month: 'This month', total: 'All visits' },
  page: {
    title: 'Visits',
    lead: 'How many visits this site had, by day and by month, in Vietnamese time. Robots are counted apart.',
    daysOf: (month) => `Days of ${month}`,
    monthsOf: (year) => `Months of ${year}`,
    chartDays: (month) => `Visits on each day of ${month}. The table below holds the same numbers.`,
    chartMonths: (year) => `Visits in each month of ${year}. The table below holds the same numbers.`,
    day: 'Day',
    month: 'Month',
    visits: 'Visits',
    pages: 'Pages opened',
    robots: 'Pages opened by robots',
    previous: (month) => `Month ${month}`,
    next: (month) => `Month ${month}`,
    carriedOver: (on, today, month, total) =>
      `On ${on} the counters of the earlier portal were carried over and go on: ${today} that day, ${month} that month, ${total} in all.`,
    readOn: (on, online) => `The earlier portal showed these figures on ${on}, with ${online} online. Its days before that are not known.`,
    notCounted: 'Nothing was counted yet in this period.',
    howTitle: 'How it is counted',
    how: [
      'A visit is all the pages that one browser opens until no page was opened for 30 minutes. Loading a page again adds nothing.',
      'A visit belongs to the day on which it began, in Vietnamese time. Online are the visits that opened a page within the last 5 minutes.',
      'Search engines and other robots are counted apart, by the name that they give themselves.',
      'To count, the browser keeps one cookie with a random number until it is closed. No IP address is stored, nor who you are; what is left of a visit is deleted within minutes of its end.',
      'For whoever refuses the cookie, each page is a new visit.',
    ],
    data: 'Take the data',
    days: 'By day',
    months: 'By month',
    spreadsheet: 'CSV for spreadsheets',
  },
  dataset: {
    title: 'Visits',
    about: 'Each row is a day, or a month (parameter by: day or month), the newest first. The page of visits says how they are counted.',
    fields: {
      startsOn: 'The day, or the first day of the month, YYYY-MM-DD',
      visits: 'Visits, with those carried over from the earlier site',
      carriedOver: 'Of these: carried over from the earlier site',
      pages: 'Pages opened',
      robotPages: 'Pages opened by robots, not counted above',
    },
  },
  fields: { ky: 'Month', by: 'By day or by month', after: 'Next page', limit: 'Rows', bom: 'For spreadsheets' },
}
