import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { type OpenDay, type Part, parts, type ReceptionDay } from './appointment.ts'
import { holdingPlace, withFree } from './rules.ts'
import './appointments.table.ts'

const columns = ['on_date as on', 'part', 'place', 'starts', 'ends', 'leader', 'capacity', 'published_on as publishedOn'] as const

/** Places taken, by day and part. A day holds a few dozen appointments, so they are counted where they stand. */
const taken = sql<number>`(select count(*)::int from appointments where appointments.authority_id = reception_days.authority_id
  and appointments.on_date = reception_days.on_date and appointments.part = reception_days.part and status in (${sql.join([...holdingPlace])}))`

const checks = [isCivilDate, (part: string) => parts.includes(part as Part)]

/** Reception days from a day on, in order, with what is left of each. A closed day for which nobody asked is for the keepers alone. */
export async function listDays(
  db: Db,
  scope: Scope,
  from: CivilDate,
  after: string | null,
  limit: number,
  { closed = false }: { closed?: boolean } = {},
): Promise<Page<OpenDay>> {
  let query = db
    .selectFrom('reception_days')
    .select(columns)
    .select(taken.as('taken'))
    .where('authority_id', '=', scope.authorityId)
    .where('on_date', '>=', from)
  if (!closed) query = query.where(sql<boolean>`(capacity > 0 or ${taken} > 0)`)
  if (after) {
    const [on, part] = decodeCursor(after, checks)
    query = query.where(sql<boolean>`(on_date, part <> 'morning') > (${on}::date, ${part !== 'morning'})`)
  }
  const rows = await query
    .orderBy('on_date')
    .orderBy(sql`part <> 'morning'`)
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows.map((row) => withFree(row, row.taken)),
    limit,
    (day) => [day.on, day.part],
  )
}

/** The parts of one day, locked: until the transaction ends nobody else can take a place of them. */
export function lockDay(trx: Trx, scope: Scope, on: CivilDate): Promise<ReceptionDay[]> {
  return trx
    .selectFrom('reception_days')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('on_date', '=', on)
    .orderBy('part')
    .forUpdate()
    .execute()
}

/**
 * Refuses when more places are taken than there are. The day must be locked, and the appointment in question written.
 * @throws DomainError day_full 409: the transaction is rolled back
 */
export async function requirePlace(trx: Trx, scope: Scope, day: ReceptionDay): Promise<void> {
  const { n } = await trx
    .selectFrom('appointments')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('authority_id', '=', scope.authorityId)
    .where('on_date', '=', day.on)
    .where('part', '=', day.part)
    .where('status', 'in', [...holdingPlace])
    .executeTakeFirstOrThrow()
  if (n > day.capacity) throw new DomainError('day_full', 409, { on: day.on })
}

/** Adds a day, or changes it; the day of its publication stays. */
export async function saveDay(trx: Trx, scope: Scope, day: ReceptionDay): Promise<void> {
  const { place, starts, ends, leader, capacity } = day
  await trx
    .insertInto('reception_days')
    .values({
      authority_id: scope.authorityId,
      on_date: day.on,
      part: day.part,
      place,
      starts,
      ends,
      leader,
      capacity,
      published_on: day.publishedOn,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'on_date', 'part']).doUpdateSet({ place, starts, ends, leader, capacity }))
    .execute()
}

/**
 * Closes a day: nobody else may ask, who has a place keeps it. The row stays, so that the proposal does not bring the day back.
 * @throws NotFound
 */
export async function closeDay(trx: Trx, scope: Scope, { on, part }: Pick<ReceptionDay, 'on' | 'part'>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('reception_days')
    .set({ capacity: 0 })
    .where('authority_id', '=', scope.authorityId)
    .where('on_date', '=', on)
    .where('part', '=', part)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound()
}
