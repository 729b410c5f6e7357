import { randomUUID } from 'node:crypto'
import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import { type CalendarDay, daysOfYear, indexOf } from './calendar.ts'
import { listDecidedYears, loadCalendar } from './load-calendar.ts'
import { announcedYears, listedYears, nationalDays, noticesOf } from './national-calendar.ts'
import { noteDays, noteYear } from './note-changes.ts'
import { isWeekend } from './statutory-days.ts'

export interface CalendarChange {
  notice: { number: string; on: CivilDate | null }
  /** Days that become off or worked. */
  set?: readonly { date: CivilDate; kind: 'off' | 'worked'; name: string }[]
  /** Days that go back to what they are without this authority: the plain week, or the product's own list in a provisional year. */
  clear?: readonly CivilDate[]
  /** The year's list, as it then stands, is what the notice says: no longer "tạm tính". */
  confirmYear?: number
}

/**
 * The administrator changes the office calendar by a notice. Running clocks are recomputed afterwards (`recomputeRunning`), from `since` on.
 * @returns the first day that may count differently
 */
export async function changeCalendar(
  trx: Trx,
  scope: Scope,
  actor: { personId: string },
  change: CalendarChange,
): Promise<{ since: CivilDate }> {
  const { notice, set = [], clear = [], confirmYear } = change
  const changed: CivilDate[] = [...set.map((day) => day.date), ...clear]
  if (changed.length === 0 && confirmYear === undefined) throw new DomainError('nothing_to_change', 422)
  for (const date of changed) indexOf(date)
  // The first change starts from what the product knows, so that announced years stay announced.
  await seedCalendar(trx, scope)
  const before = await loadCalendar(trx, scope)
  if (clear.length > 0)
    await trx.deleteFrom('calendar_days').where('authority_id', '=', scope.authorityId).where('on_date', 'in', clear).execute()
  await saveDays(
    trx,
    scope,
    set.map(({ date, kind, name }) => ({
      date,
      off: kind === 'off',
      holiday: 'other',
      kind: kind === 'worked' && isWeekend(date) ? 'workday' : 'swap',
      name,
      sure: 'local',
      source: [],
      notice,
    })),
  )
  await newRevision(trx, scope)
  if (confirmYear !== undefined) await confirm(trx, scope, confirmYear, notice)
  await trx
    .insertInto('calendar_changes')
    .values({
      authority_id: scope.authorityId,
      actor_id: actor.personId,
      notice_number: notice.number,
      notice_on: notice.on,
      facts: JSON.stringify({ set, clear, confirmYear: confirmYear ?? null }),
    })
    .execute()
  const after = await loadCalendar(trx, scope)
  await noteDays(trx, scope, actor, changed, { before, after, names: new Map(set.map(({ date, name }) => [date, name])), notice })
  if (confirmYear !== undefined) await noteYear(trx, scope, actor, confirmYear, { calendar: after, notice })
  return { since: changed.toSorted()[0] ?? `${confirmYear!}-01-01` }
}

/** Writes the year's list down, so that later versions of the product cannot change what was announced. */
async function confirm(trx: Trx, scope: Scope, year: number, notice: CalendarChange['notice']): Promise<void> {
  if ((await listDecidedYears(trx, scope)).includes(year)) throw new DomainError('year_already_decided', 409, { year })
  const calendar = await loadCalendar(trx, scope)
  const days = daysOfYear(calendar, year).map((day) => ({
    ...day,
    sure: day.sure === 'computed' ? 'local' : day.sure,
    notice: day.notice ?? notice,
  }))
  await saveDays(trx, scope, days)
  await trx
    .insertInto('calendar_years')
    .values({ authority_id: scope.authorityId, year, notice_number: notice.number, notice_on: notice.on })
    .execute()
  await newRevision(trx, scope)
}

/** Gives a new authority the days that the product knows, with their notices; does nothing where days stand already. */
export async function seedCalendar(trx: Trx, scope: Scope): Promise<void> {
  await lockCalendar(trx, scope)
  if ((await listDecidedYears(trx, scope)).length > 0) return
  await saveDays(trx, scope, listedYears.filter((year) => announcedYears.includes(year)).flatMap(nationalDays))
  const years = announcedYears.map((year) => ({
    authority_id: scope.authorityId,
    year,
    notice_number: noticesOf(year).join('; '),
    notice_on: null,
  }))
  await trx.insertInto('calendar_years').values(years).execute()
  await newRevision(trx, scope)
}

async function saveDays(trx: Trx, scope: Scope, days: readonly CalendarDay[]): Promise<void> {
  if (days.length === 0) return
  await trx
    .insertInto('calendar_days')
    .values(
      days.map((day) => ({
        authority_id: scope.authorityId,
        on_date: day.date,
        kind: day.off ? ('off' as const) : ('worked' as const),
        holiday: day.holiday,
        day_kind: day.kind,
        name: day.name,
        notice_number: day.notice?.number ?? null,
        notice_on: day.notice?.on ?? null,
        sure: day.sure,
        source: [...day.source],
      })),
    )
    .onConflict((row) =>
      row.columns(['authority_id', 'on_date']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        holiday: eb.ref('excluded.holiday'),
        day_kind: eb.ref('excluded.day_kind'),
        name: eb.ref('excluded.name'),
        notice_number: eb.ref('excluded.notice_number'),
        notice_on: eb.ref('excluded.notice_on'),
        sure: eb.ref('excluded.sure'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute()
}

/** Two administrators change the calendar one after the other. */
export async function lockCalendar(trx: Trx, scope: Scope): Promise<void> {
  await trx.selectFrom('authorities').select('id').where('id', '=', scope.authorityId).forNoKeyUpdate().executeTakeFirst()
}

async function newRevision(trx: Trx, scope: Scope): Promise<void> {
  const revision = randomUUID()
  await trx
    .insertInto('calendar_revisions')
    .values({ authority_id: scope.authorityId, revision })
    .onConflict((row) => row.column('authority_id').doUpdateSet({ revision }))
    .execute()
}
