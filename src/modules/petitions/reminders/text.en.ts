import { longDate } from '../../../shared/format.ts'
import { localRules } from '../local-rules.ts'
import type { ReminderText } from './text.ts'

const { remindWorkingDaysBefore: before, headToldAfterWorkingDays: head, chairmanToldAfterWorkingDays: chairman } = localRules
const cases = (n: number) => (n === 1 ? '1 case' : `${n} cases`)
const days = (n: number) => (n === 1 ? '1 working day' : `${n} working days`)

export const en: ReminderText = {
  kind: 'Reminder',
  bulkKind: 'Pressed on',
  subject: (day, total) => `Reminder for ${day}: ${cases(total)}`,
  greeting: (name) => `Dear ${name},`,
  lead: (day) => `Cases that need attention, on the morning of ${day}:`,
  section: {
    overdue: (total) => `OVERDUE: ${cases(total)}`,
    escalated: (total) => `OVERDUE, TOLD TO YOU AS WELL: ${cases(total)}`,
    today: (total) => `DUE TODAY: ${cases(total)}`,
    soon: (total) => `DUE WITHIN ${before} WORKING DAYS: ${cases(total)}`,
  },
  line: (code, kind, dueOn, late) => `- ${code} (${kind}), due ${longDate('en', dueOn)}${late > 0 ? `, ${days(late)} late` : ''}`,
  ofUnit: (unit) => `, ${unit}`,
  more: (n) => `- and ${n} more, in the inbox`,
  local: `A rule of this site, not of the law: told ${days(before)} before; overdue by ${days(head)} the head of the unit is told, by ${days(chairman)} the chairman. Reminders before the due day can be turned off on your account page.`,
  closing: (authority) => `${authority}\nSent automatically on working mornings; please do not reply.`,
  inbox: {
    title: 'Reminders today',
    overdue: (n) => `${cases(n)} of yours overdue`,
    escalated: (n) => `${cases(n)} of others overdue, for you to press on`,
    today: (n) => `${cases(n)} due today`,
    soon: (n) => `${cases(n)} due within ${days(before)}`,
  },
}
