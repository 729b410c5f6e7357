import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { namedId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry, type Facts } from '../history/index.ts'
import { daysOfYear, isOff, type OfficeCalendar } from './calendar.ts'
import type { Limit } from './rules.ts'

/** The office calendar, and each local target, as a matter with a public history: what is promised by them cannot move quietly. */
export const calendarMatter = { type: 'calendar', id: namedId('calendar') }
const targetMatter = (rule: string) => ({ type: 'localTarget', id: namedId(`localTarget:${rule}`) })

interface Notice {
  number: string
  on: CivilDate | null
}

/** Who entered it: an administrator, or the set-up of the server. */
const by = (actor: { personId: string } | null) => ({
  role: actor ? 'administrator' : null,
  personId: actor?.personId ?? null,
  at: new Date(),
})

const dayKind = (calendar: OfficeCalendar, date: CivilDate) => (isOff(calendar, date) ? 'off' : 'worked')

/** Each day that a notice changed, as it was and as it is. */
export async function noteDays(
  trx: Trx,
  scope: Scope,
  actor: { personId: string } | null,
  days: readonly CivilDate[],
  {
    before,
    after,
    names,
    notice,
  }: { before: OfficeCalendar; after: OfficeCalendar; names: ReadonlyMap<CivilDate, string>; notice: Notice },
): Promise<void> {
  for (const on of days.toSorted()) {
    const facts: Facts = { on, old: dayKind(before, on), new: dayKind(after, on), notice: notice.number, noticeOn: notice.on }
    const words = { name: names.get(on) ?? null, notice: notice.number }
    await appendEntry(trx, scope, calendarMatter, { type: 'calendar.dayChanged', audience: 'public', facts, words }, by(actor))
  }
}

/** A year's list of days off, from now on as the notice says and no longer provisional. */
export async function noteYear(
  trx: Trx,
  scope: Scope,
  actor: { personId: string } | null,
  year: number,
  { calendar, notice }: { calendar: OfficeCalendar; notice: Notice },
): Promise<void> {
  const days = daysOfYear(calendar, year)
  const off = days.filter((day) => day.off).map(({ date }) => date)
  const worked = days.filter((day) => !day.off).map(({ date }) => date)
  const facts: Facts = { year, off, worked, notice: notice.number, noticeOn: notice.on }
  const words = { notice: notice.number }
  await appendEntry(trx, scope, calendarMatter, { type: 'calendar.yearDecided', audience: 'public', facts, words }, by(actor))
}

/** A target that the office set itself: the number of days before, where there was one, and now. */
export async function noteTarget(
  trx: Trx,
  scope: Scope,
  actor: { personId: string } | null,
  target: { rule: string; limit: Limit; validFrom: CivilDate; documentNumber: string; note: string | null },
  before: Limit | null,
): Promise<void> {
  const { rule, limit, validFrom, documentNumber, note } = target
  const facts: Facts = {
    rule,
    oldValue: before?.value ?? null,
    oldUnit: before?.unit ?? null,
    value: limit.value,
    unit: limit.unit,
    validFrom,
    document: documentNumber,
  }
  const words = { document: documentNumber, note }
  await appendEntry(trx, scope, targetMatter(rule), { type: 'localTarget.set', audience: 'public', facts, words }, by(actor))
}
