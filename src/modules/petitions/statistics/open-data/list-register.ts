import { sql } from 'kysely'
import type { Db } from '../../../../platform/database.ts'
import { type CivilDate, isCivilDate } from '../../../../shared/civil-date.ts'
import { isUuid } from '../../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../../shared/keyset.ts'
import { listUnits, type Scope } from '../../../accounts/index.ts'
import type { Outcome, PetitionKind, PetitionStatus, Verdict } from '../../petition.ts'

/** A public case without a word of anybody: nothing here tells who filed it or what about. */
export interface RegisterRow {
  code: string
  kind: PetitionKind
  status: PetitionStatus
  unitId: string | null
  unit: string | null
  receivedOn: CivilDate
  acceptedOn: CivilDate | null
  dueOn: CivilDate | null
  answeredOn: CivilDate | null
  late: boolean | null
  extended: boolean
  outcome: Outcome | null
  promisedOn: CivilDate | null
  verdict: Verdict | null
}

const isInstant = (part: string) => isCivilDate(part.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/.test(part.slice(10))

/** The public register, newest first: only what the filer agreed to and an officer cleared. */
export async function listRegisterRows(db: Db, scope: Scope, after: string | null, limit: number): Promise<Page<RegisterRow>> {
  let query = db
    .selectFrom('petitions')
    .select([
      'id',
      'code',
      'kind',
      'status',
      'unit_id as unitId',
      'received_on as receivedOn',
      'accepted_on as acceptedOn',
      'due_on as dueOn',
      'answered_on as answeredOn',
      'answered_late as late',
      'extended',
      'outcome',
      'promised_on as promisedOn',
      'verdict',
      sql<string>`to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactly'),
    ])
    .where('authority_id', '=', scope.authorityId)
    .where(sql<boolean>`publish and cleared_at is not null and status <> 'withdrawn'`)
  if (after) {
    const [at, id] = decodeCursor(after, [isInstant, isUuid])
    query = query.where(sql<boolean>`(received_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const [rows, units] = await Promise.all([
    query
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute(),
    listUnits(db, scope),
  ])
  const names = new Map(units.map((unit) => [unit.id, unit.shortName]))
  const { items, next } = pageOf(rows, limit, (row) => [row.exactly, row.id])
  return { items: items.map(({ id: _, exactly: __, ...row }) => ({ ...row, unit: row.unitId && (names.get(row.unitId) ?? null) })), next }
}

/** All of it, page after page: any number of cases in little memory. */
export async function* walkRegister(db: Db, scope: Scope, limit = 500): AsyncGenerator<RegisterRow[]> {
  let after: string | null = null
  do {
    const page: Page<RegisterRow> = await listRegisterRows(db, scope, after, limit)
    yield page.items
    after = page.next
  } while (after)
}
