import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { Batch, Subject } from './batch.ts'
import { addView } from './batch.ts'
import { ALL_TIME, monthOf, readFigures, type VisitFigures } from './figures.ts'
import './visits.table.ts'

interface Scope {
  authorityId: number
}

/** Any number that no other advisory lock of ours has. */
const LOCK = 220_220

/** Writes what one process gathered, all or nothing, and once even if it is tried again. Gives the figures as they stand then. */
export async function writeBatch(db: Db, scope: Scope, batch: Batch, now: Date): Promise<VisitFigures> {
  return db.transaction().execute(async (trx) => {
    // One batch of an authority at a time, a few milliseconds each second and process: no two can wait for each other.
    await sql`select pg_advisory_xact_lock(${LOCK}, ${scope.authorityId})`.execute(trx)
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('visit_batches')
      .values({ authority_id: scope.authorityId, id: batch.id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 0n) {
      await writeTotals(trx, scope, batch)
      await writeSeen(trx, scope, batch)
      await writeViews(trx, scope, batch)
    }
    return readFigures(trx, scope, now)
  })
}

async function writeTotals(trx: Trx, scope: Scope, batch: Batch): Promise<void> {
  const rows = new Map<string, { authority_id: number; period: 'day' | 'month' | 'all'; starts_on: typeof ALL_TIME } & Totals>()
  for (const [day, count] of batch.days) {
    for (const [period, starts_on] of [['day', day] as const, ['month', monthOf(day)] as const, ['all', ALL_TIME] as const]) {
      const key = `${period} ${starts_on}`
      const row = rows.get(key) ?? { authority_id: scope.authorityId, period, starts_on, visits: 0, pages: 0, robot_pages: 0 }
      row.visits += count.visits
      row.pages += count.pages
      row.robot_pages += count.robotPages
      rows.set(key, row)
    }
  }
  if (rows.size === 0) return
  await trx
    .insertInto('visit_totals')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'period', 'starts_on']).doUpdateSet({
        visits: sql`visit_totals.visits + excluded.visits`,
        pages: sql`visit_totals.pages + excluded.pages`,
        robot_pages: sql`visit_totals.robot_pages + excluded.robot_pages`,
      }),
    )
    .execute()
}

interface Totals {
  visits: number
  pages: number
  robot_pages: number
}

/** Moves visits to the minute in which they were seen last, each from the minute where it stood, and lets new ones in. */
async function writeSeen(trx: Trx, scope: Scope, batch: Batch): Promise<void> {
  const minutes = new Map(batch.arrivals)
  const members = new Map(batch.memberArrivals)
  const add = (minute: number, n: number, isMember: boolean) => {
    minutes.set(minute, (minutes.get(minute) ?? 0) + n)
    if (isMember) members.set(minute, (members.get(minute) ?? 0) + n)
  }
  if (batch.seen.size > 0) {
    const visits = [...batch.seen.keys()]
    const all = [...batch.seen.values()]
    const [from, to] = [all.map((seen) => seen.from), all.map((seen) => seen.minute)]
    const [fromMember, toMember] = [all.map((seen) => seen.fromMember), all.map((seen) => seen.member)]
    await sql`
      insert into open_visits (authority_id, visit, minute, member)
      select ${scope.authorityId}, visit, minute, member
      from unnest(${visits}::text[], ${from}::integer[], ${fromMember}::boolean[]) as given (visit, minute, member)
      on conflict do nothing`.execute(trx)
    const moved = await sql<{ was: number; wasMember: boolean; minute: number; member: boolean; n: number }>`
      with stood as (
        select open_visits.visit, open_visits.minute as was, open_visits.member as was_member, given.minute, given.member
        from unnest(${visits}::text[], ${to}::integer[], ${toMember}::boolean[]) as given (visit, minute, member)
        join open_visits on open_visits.authority_id = ${scope.authorityId} and open_visits.visit = given.visit
        where given.minute > open_visits.minute or (given.minute = open_visits.minute and given.member <> open_visits.member)
      ), moved as (
        update open_visits set minute = stood.minute, member = stood.member from stood
        where open_visits.authority_id = ${scope.authorityId} and open_visits.visit = stood.visit
        returning stood.was, stood.was_member, stood.minute, stood.member
      )
      select was, was_member as "wasMember", minute, member, count(*)::integer as n from moved group by 1, 2, 3, 4`.execute(trx)
    for (const { was, wasMember, minute, member, n } of moved.rows) {
      add(was, -n, wasMember)
      add(minute, n, member)
    }
  }
  const rows = [...minutes]
    .map(([minute, visits]) => ({ authority_id: scope.authorityId, minute, visits, members: members.get(minute) ?? 0 }))
    .filter(({ visits, members }) => visits !== 0 || members !== 0)
  if (rows.length === 0) return
  await trx
    .insertInto('online_minutes')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'minute']).doUpdateSet({
        visits: sql`online_minutes.visits + excluded.visits`,
        members: sql`online_minutes.members + excluded.members`,
      }),
    )
    .execute()
}

/** Views after a visit's first page count when their row is new: whichever process saw them, and however often. */
async function writeViews(trx: Trx, scope: Scope, batch: Batch): Promise<void> {
  const counted: Pick<Batch, 'views'> = { views: new Map([...batch.views].map(([key, count]) => [key, { ...count }])) }
  if (batch.laterViews.size > 0) {
    const later = [...batch.laterViews.values()]
    const { rows } = await sql<Subject & { n: number }>`
      with fresh as (
        insert into open_visit_views (authority_id, visit, subject_type, subject_id)
        select ${scope.authorityId}, visit, type, id
        from unnest(${later.map((view) => view.visit)}::text[], ${later.map((view) => view.subject.type)}::text[],
          ${later.map((view) => view.subject.id)}::text[]) as given (visit, type, id)
        on conflict do nothing
        returning subject_type, subject_id
      )
      select subject_type as type, subject_id as id, count(*)::integer as n from fresh group by 1, 2`.execute(trx)
    for (const { type, id, n } of rows) addView(counted, { type, id }, { views: n })
  }
  const rows = [...counted.views.values()].map(({ subject, views, robotViews }) => ({
    authority_id: scope.authorityId,
    subject_type: subject.type,
    subject_id: subject.id,
    views,
    robot_views: robotViews,
  }))
  if (rows.length === 0) return
  await trx
    .insertInto('view_totals')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'subject_type', 'subject_id']).doUpdateSet({
        views: sql`view_totals.views + excluded.views`,
        robot_views: sql`view_totals.robot_views + excluded.robot_views`,
      }),
    )
    .execute()
}
