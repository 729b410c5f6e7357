import { sql } from 'kysely'
import { addDays, type CivilDate } from '../../../shared/civil-date.ts'
import type { PetitionQuery } from '../list-petitions.ts'
import type { CaseFilter } from './case-filter.ts'
import { PROMISE_SOON_DAYS } from './measures.ts'
import { periodOf } from './period.ts'

/** Vietnamese midnight with which a day begins: the register's index is by the instant. */
const startOf = (day: CivilDate) => `${day}T00:00:00+07:00`

/** A promise that the office still owes; the same words as in the index of promises. */
export const standingPromise = sql<boolean>`status = 'answered' and outcome = 'promised' and promised_on is not null and promise_kept_on is null and verdict is distinct from 'yes'`

/** Adds the conditions of these filters; each says what `countsFor` says of the same case. */
export function withCaseFilter(query: PetitionQuery, filter: CaseFilter, today: CivilDate): PetitionQuery {
  let narrowed = query
  const add = (condition: ReturnType<typeof sql<boolean>>) => {
    narrowed = narrowed.where(condition)
  }
  const received = filter.received && periodOf(filter.received)
  if (received) add(sql`received_at >= ${startOf(received.from)}::timestamptz and received_at < ${startOf(received.until)}::timestamptz`)
  const answered = filter.answered && periodOf(filter.answered)
  if (answered) add(sql`answered_on >= ${answered.from}::date and answered_on < ${answered.until}::date`)
  if (filter.open) add(sql`status in ('received', 'accepted', 'suspended')`)
  if (filter.late === 'yes') add(sql`answered_on is not null and answered_late`)
  if (filter.late === 'no') add(sql`answered_on is not null and answered_late is not true`)
  if (filter.extended) add(sql`extended and answered_on is not null`)
  if (filter.verdict) add(sql`answered_on is not null and verdict = ${filter.verdict}`)
  if (filter.promise) {
    add(standingPromise)
    if (filter.promise === 'passed') add(sql`promised_on < ${today}::date`)
    else add(sql`promised_on >= ${today}::date and promised_on <= ${addDays(today, PROMISE_SOON_DAYS)}::date`)
  }
  if (filter.owner) add(sql`officer_id is null`)
  return narrowed
}
