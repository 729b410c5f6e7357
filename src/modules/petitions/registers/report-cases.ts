import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { addDays, type CivilDate, isCivilDate } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { Scope } from '../../accounts/index.ts'
import { outcomes, type PetitionKind } from '../petition.ts'
import '../petitions.table.ts'

/** First and last day of a report. */
export interface Period {
  from: CivilDate
  to: CivilDate
}

const names = (types: readonly string[]) => sql.join(types.map((type) => sql.lit(type)))

/** History entries after which a case stands differently; `reportedBack` and `closed` come after one of these and change no column. */
const ended = ['petition.declined', 'petition.guided', 'petition.transferred', 'petition.answered', 'petition.withdrawn'] as const
const taken = ['petition.accepted', 'petition.resumed', 'petition.reopened', 'petition.suspended'] as const

const noCompetence = sql<boolean>`c.ground = 'notWithinCompetence'`
const is = (types: readonly string[]) => sql<boolean>`c.state in (${names(types)})`
const answered = is(['petition.answered'])

/**
 * What a report counts, each by the state of the case at the end of the period as the history tells it: a later act does not change
 * the figures of a period that is over.
 */
const measures = {
  carried: sql<boolean>`c.origin = 'carried'`,
  received: sql<boolean>`c.origin = 'received'`,
  reopened: sql<boolean>`c.origin = 'reopened'`,
  total: sql<boolean>`true`,
  accepted: is([...taken, 'petition.answered']),
  ineligible: sql<boolean>`${is(['petition.declined'])} and not ${noCompetence}`,
  outside: sql<boolean>`(${is(['petition.guided', 'petition.transferred'])} or (${is(['petition.declined'])} and ${noCompetence}))`,
  withdrawn: is(['petition.withdrawn']),
  unprocessed: is(['petition.received']),
  open: is(taken),
  settled: answered,
  ...(Object.fromEntries(outcomes.map((outcome) => [outcome, sql<boolean>`${answered} and c.outcome = ${sql.lit(outcome)}`])) as Record<
    (typeof outcomes)[number],
    RawBuilder<boolean>
  >),
  onTime: sql<boolean>`${answered} and c.due_on is not null and c.state_on <= c.due_on`,
  late: sql<boolean>`${answered} and c.due_on is not null and c.state_on > c.due_on`,
} as const
export type CaseMeasure = keyof typeof measures
const caseMeasures = Object.keys(measures) as CaseMeasure[]

const midnight = (day: CivilDate) => sql`${`${day}T00:00:00+07:00`}::timestamptz`

/** The last entry before an instant that changed how the case stands. */
const standingBefore = (instant: RawBuilder<unknown>) => sql`(
  select h.type, h.at, h.facts from history_entries h
  where h.authority_id = p.authority_id and h.matter_type = 'petition' and h.matter_id = p.id and h.at < ${instant}
    and h.type in (${names([...ended, ...taken])})
  order by h.seq desc limit 1)`

/**
 * The cases of a period: received in it, open at its beginning, or taken up again in it. Found by the days of receipt and of ending,
 * each by its index.
 */
function casesOf({ authorityId }: Scope, { from, to }: Period): RawBuilder<unknown> {
  const start = midnight(from)
  const end = midnight(addDays(to, 1))
  const columns = sql`p.authority_id, p.id, p.code, p.kind, p.subject, p.received_on`
  return sql`
    with p as (
      select ${columns} from petitions p where p.authority_id = ${authorityId} and p.received_at >= ${start} and p.received_at < ${end}
      union
      select ${columns} from petitions p
      where p.authority_id = ${authorityId} and p.status in ('received', 'accepted', 'suspended') and p.received_on < ${from}::date
      union
      select ${columns} from history_entries h join petitions p on p.authority_id = h.authority_id and p.id = h.matter_id
      where h.authority_id = ${authorityId} and h.matter_type = 'petition' and h.type in (${names(ended)}) and h.at >= ${start}
        and p.received_on < ${from}::date
    ), c as materialized (
      select p.*, coalesce(e.type, 'petition.received') as state, (e.at at time zone 'Asia/Ho_Chi_Minh')::date as state_on,
        e.facts ->> 'ground' as ground, e.facts ->> 'outcome' as outcome, (e.facts ->> 'dueOn')::date as due_on,
        case when p.received_on >= ${from}::date then 'received'
          when b.type is null or b.type in (${names(taken)}) then 'carried'
          when r.reopened then 'reopened'
        end as origin
      from p
      left join lateral ${standingBefore(end)} e on true
      left join lateral ${standingBefore(start)} b on true
      left join lateral (
        select true as reopened from history_entries h
        where h.authority_id = p.authority_id and h.matter_type = 'petition' and h.matter_id = p.id and h.type = 'petition.reopened'
          and h.at >= ${start} and h.at < ${end}
        limit 1) r on true
    )`
}

export type CaseCounts = Record<CaseMeasure, number>

/** Every figure of the table of cases, by kind. */
export async function countCases(db: Db, scope: Scope, period: Period): Promise<Map<PetitionKind, CaseCounts>> {
  const counts = sql.join(caseMeasures.map((name) => sql`count(*) filter (where ${measures[name]})::int as ${sql.id(name)}`))
  const { rows } = await sql<CaseCounts & { kind: PetitionKind }>`
    ${casesOf(scope, period)} select c.kind, ${counts} from c where c.origin is not null group by c.kind`.execute(db)
  return new Map(rows.map(({ kind, ...figures }) => [kind, figures as CaseCounts]))
}

export interface ReportedCase {
  id: string
  code: string
  subject: string
  kind: PetitionKind
  receivedOn: CivilDate
  /** The history entry that says how it stood at the end of the period, and its day; null while nothing was done. */
  state: string
  stateOn: CivilDate | null
}

/** The very cases behind one figure, the newest first. */
export async function listCases(
  db: Db,
  scope: Scope,
  period: Period,
  figure: { measure: CaseMeasure; kind: string | null },
  after: string | null,
  limit: number,
): Promise<Page<ReportedCase>> {
  const wanted: RawBuilder<unknown>[] = [sql`c.origin is not null`, measures[figure.measure]]
  if (figure.kind) wanted.push(sql`c.kind = ${figure.kind}`)
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDate, isUuid])
    wanted.push(sql`(c.received_on, c.id) < (${on}::date, ${id}::uuid)`)
  }
  const { rows } = await sql<ReportedCase>`
    ${casesOf(scope, period)} select c.id, c.code, c.subject, c.kind, c.received_on as "receivedOn", c.state, c.state_on as "stateOn"
    from c where ${sql.join(wanted, sql` and `)} order by c.received_on desc, c.id desc limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit, ({ receivedOn, id }) => [receivedOn, id])
}
