import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listStaff, type Scope } from '../../accounts/index.ts'
import type { OfficeCalendar } from '../../clocks/index.ts'
import type { PetitionKind } from '../petition.ts'
import '../petitions.table.ts'
import { NO_DUE_DATE } from '../rules.ts'
import { type DueCase, lastSoonDay, type Office, type Section, whoIsTold } from './who-is-told.ts'

/** Rows read at once. */
const PAGE = 1_000
/** Cases named in one section of a mail; the rest are counted. */
export const NAMED = 20

export interface RemindedCase extends DueCase {
  id: string
  code: string
  kind: PetitionKind
}

/** One section of one person's mail: how many, and the most urgent by name. */
export interface ReminderSection {
  total: number
  named: RemindedCase[]
}
export type Reminder = Partial<Record<Section, ReminderSection>>

/** Everybody's reminders of this morning, by person. */
export async function collectReminders(db: Db, scope: Scope, calendar: OfficeCalendar, today: CivilDate): Promise<Map<string, Reminder>> {
  const office = await officeOn(db, scope, today)
  const reminders = new Map<string, Reminder>()
  for await (const one of dueCases(db, scope, lastSoonDay(calendar, today))) {
    for (const [personId, section] of whoIsTold(office, calendar, one, today)) {
      const reminder = reminders.get(personId) ?? {}
      reminders.set(personId, reminder)
      const part = reminder[section] ?? { total: 0, named: [] }
      reminder[section] = part
      part.total++
      if (part.named.length < NAMED) part.named.push(one)
    }
  }
  return reminders
}

export async function officeOn(db: Db, scope: Scope, today: CivilDate): Promise<Office> {
  const staff = await listStaff(db, scope, { on: today })
  const having = (role: (typeof staff)[number]['roles'][number]) => staff.filter((person) => person.roles.includes(role))
  const ids = (people: typeof staff) => people.map((person) => person.personId)
  const heads = having('unitHead').filter((person) => person.unitId !== null)
  return {
    unitOf: new Map([...having('caseOfficer'), ...heads].flatMap(({ personId, unitId }) => (unitId ? [[personId, unitId]] : []))),
    headsOf: new Map([...Map.groupBy(heads, (person) => person.unitId!)].map(([unitId, people]) => [unitId, ids(people)])),
    receptionOfficers: ids(having('receptionOfficer')),
    chairmen: ids(having('chairman')),
  }
}

/** Cases in work and promises that run, soonest first, page by page. */
async function* dueCases(db: Db, scope: Scope, until: CivilDate): AsyncGenerator<RemindedCase> {
  const due = sql<CivilDate>`coalesce(due_on, date '${sql.raw(NO_DUE_DATE)}')`
  const inWork = sql<boolean>`status in ('received', 'accepted', 'suspended')`
  const promised = sql<boolean>`status = 'answered' and outcome = 'promised' and promise_kept_on is null`
  for (const [which, on] of [
    [inWork, due],
    [promised, sql<CivilDate>`due_on`],
  ] as const) {
    let after: RemindedCase | undefined
    do {
      let query = db
        .selectFrom('petitions')
        .select(['id', 'code', 'kind', 'unit_id as unitId', 'officer_id as officerId', on.as('dueOn')])
        .where('authority_id', '=', scope.authorityId)
        .where(which)
        .where(sql<boolean>`${on} <= ${until}::date`)
      if (after) query = query.where(sql<boolean>`(${on}, id) > (${after.dueOn}::date, ${after.id}::uuid)`)
      const rows: RemindedCase[] = await query.orderBy(on).orderBy('id').limit(PAGE).execute()
      yield* rows
      after = rows.length === PAGE ? rows.at(-1) : undefined
    } while (after)
  }
}
