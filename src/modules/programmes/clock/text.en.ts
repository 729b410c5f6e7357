import { officeRules } from './office-rules.ts'
import type { vi } from './text.vi.ts'

const { remindedWorkingDaysBefore: before, headToldAfterWorkingDays: head, chairmanToldAfterWorkingDays: chairman } = officeRules
const things = (n: number) => (n === 1 ? '1 item' : `${n} items`)
const days = (n: number) => (n === 1 ? '1 working day' : `${n} working days`)

export const en: typeof vi = {
  mail: {
    name: 'Reminder of plans and programmes',
    subject: (day, n) => `Plans and programmes on ${day}: ${things(n)}`,
    greeting: (name) => `Dear ${name},`,
    lead: (day) => `What needs attention, on the morning of ${day}:`,
    section: {
      late: (n) => `LATE: ${things(n)}`,
      escalated: (n) => `LATE, TOLD TO YOU AS WELL: ${things(n)}`,
      asked: (n) => `REPORTS ASKED FOR: ${n}`,
      soon: (n) => `DUE SOON: ${things(n)}`,
    },
    partners: (n) => `YOUR AGENCY IS A PARTNER, NEW OR WITH ANOTHER DAY: ${things(n)}`,
    kind: { task: 'Item', programme: 'Programme of action not out:', report: 'Report' },
    due: (day) => `due ${day}`,
    late: (n) => `, ${days(n)} late`,
    opened: (day) => `new, due ${day}`,
    moved: (old, day) => `moved: from ${old} to ${day}`,
    noDay: 'no day named',
    more: (n) => `- and ${n} more, on the page My work`,
    local: `Rules of this site, not of the law: told ${before.join(', ')} working days before, right after the day, then weekly; late by ${days(head)} the head of the agency is told, by ${days(chairman)} the chairman; of a programme that is not out both are told at once. Reminders before the day can be turned off on your account page.`,
    closing: (authority) => `${authority}\nSent automatically on working mornings; please do not reply.`,
  },
  calendar: {
    title: 'My due days',
    lead: 'Due days of the items in your charge. Under the calendar the same stands as a list.',
    back: 'My work',
    month: (name) => `Month ${name}`,
    shortDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    dueOn: (n, day) => (n === 1 ? `1 item due on ${day}` : `${n} items due on ${day}`),
    none: 'Nothing of yours is due this month.',
    late: 'late',
    feed: 'Due days',
    own: 'My work',
    unitFeed: 'Due days of the agency',
    addresses: 'Address for calendar programs',
    addressHint:
      'Give this address to your calendar program to see due days there. Whoever has it can read them; made anew or taken back, the old address opens nothing.',
    madeAt: (at) => `There is an address, made on ${at}.`,
    noAddress: 'There is no address yet.',
    make: 'Make an address',
    again: 'Make a new one, drop the old one',
    revoke: 'Take back',
    made: 'The address of your calendar',
    madeHint: 'Copy it now: the system does not keep it and shows it this once.',
  },
  progress: {
    title: 'Progress over time',
    lead: (from, to) => `From ${from} to ${to}; the upright line is today. The columns say in words all that the bars show.`,
    head: { item: 'Item', days: 'Begin – due', status: 'State', bar: 'Bar of time' },
    late: 'late',
    none: 'No item has a due day yet.',
  },
  event: {
    'task.recomputed': 'Due day counted again by the office calendar',
    'task.roundMade': 'Made for this period',
  },
}
