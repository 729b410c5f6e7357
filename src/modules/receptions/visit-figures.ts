import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { isCivilDate } from '../../shared/civil-date.ts'
import { decodeCursor, type Page, pageOf } from '../../shared/keyset.ts'
import type { Scope } from '../accounts/index.ts'
import { type Entry, GROUP, type Occasion } from './entry.ts'
import { entryColumns } from './entry-repository.ts'
import type { Period } from './sources.ts'

/** Rows of the report's table of visits: lượt, người, vụ việc, đoàn đông người, by classification. */
export const visitMeasures = ['visits', 'people', 'matters', 'groups', 'groupPeople', 'complaint', 'denunciation', 'petition'] as const
export type VisitMeasure = (typeof visitMeasures)[number]

/** Measures that add people up; their lists show the visits of these people. */
export const countsPeople: readonly VisitMeasure[] = ['people', 'groupPeople']

const isGroup = sql<boolean>`e.people >= ${sql.lit(GROUP.people)}`

/** The visits that a figure counts. */
function wantedBy(measure: VisitMeasure, { from }: Period): RawBuilder<boolean> {
  switch (measure) {
    case 'visits':
    case 'people':
      return sql<boolean>`true`
    case 'groups':
    case 'groupPeople':
      return isGroup
    case 'matters':
      // A matter counts once in a period: with its first visit there.
      return sql<boolean>`not exists (select 1 from reception_entries o where o.authority_id = e.authority_id and o.root_id = e.root_id
        and o.received_on >= ${from}::date and (o.received_on, o.number) < (e.received_on, e.number))`
    default:
      return sql<boolean>`e.classification = ${sql.lit(measure)}`
  }
}

const within = ({ authorityId }: Scope, { from, to }: Period) =>
  sql`e.authority_id = ${authorityId} and e.received_on >= ${from}::date and e.received_on <= ${to}::date`

export type VisitCounts = Record<VisitMeasure, number>

/** Every figure of the table of visits, by occasion. */
export async function countVisits(db: Db, scope: Scope, period: Period): Promise<Map<Occasion, VisitCounts>> {
  const counts = visitMeasures.map((name) => {
    const filter = sql`filter (where ${wantedBy(name, period)})`
    const counted = countsPeople.includes(name) ? sql`coalesce(sum(e.people) ${filter}, 0)` : sql`count(*) ${filter}`
    return sql`${counted}::int as ${sql.id(name)}`
  })
  const { rows } = await sql<VisitCounts & { occasion: Occasion }>`
    select e.occasion, ${sql.join(counts)} from reception_entries e where ${within(scope, period)} group by e.occasion`.execute(db)
  return new Map(rows.map(({ occasion, ...figures }) => [occasion, figures as VisitCounts]))
}

/** The very visits behind one figure, the newest first. */
export async function listVisits(
  db: Db,
  scope: Scope,
  period: Period,
  figure: { measure: VisitMeasure; occasion: Occasion | null },
  after: string | null,
  limit: number,
): Promise<Page<Entry>> {
  const wanted: RawBuilder<unknown>[] = [within(scope, period), wantedBy(figure.measure, period)]
  if (figure.occasion) wanted.push(sql`e.occasion = ${figure.occasion}`)
  if (after) {
    const [on, number] = decodeCursor(after, [isCivilDate, (part) => /^\d{1,9}$/.test(part)])
    wanted.push(sql`(e.received_on, e.number) < (${on}::date, ${Number(number)})`)
  }
  const rows = await db
    .selectFrom('reception_entries as e')
    .select(entryColumns)
    .where(sql<boolean>`${sql.join(wanted, sql` and `)}`)
    .orderBy('received_on', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ receivedOn, number }) => [receivedOn, String(number)])
}
