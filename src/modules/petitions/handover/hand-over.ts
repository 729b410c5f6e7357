import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import { type Actor, listStaff, type Scope } from '../../accounts/index.ts'
import { appendEntries } from '../../history/index.ts'
import { recountMany } from '../../tallies/index.ts'
import { matterOf, type Petition, type PetitionStep, petitionSteps } from '../petition.ts'
import { lockPetitions } from '../petition-repository.ts'
import { countsFor, tagsOf } from '../rules.ts'
import { standingPromise } from '../statistics/case-conditions.ts'
import { labels } from './inputs.ts'
import { HANDOVER } from './paths.ts'
import '../petitions.table.ts'

/** Cases that are moved together, each batch in a transaction of its own: broken off, it is gone on with by sending it again. */
const BATCH = 250

export interface Handover {
  /** Whose cases: the officer's user name or id. */
  from: string
  /** Who gets them; null: they go back to the unit's desk. */
  to: string | null
  actor: Actor
  /** Only within this unit; null: anywhere. */
  unitId: string | null
  role: string
}

/** What an officer holds: open cases by step, and promises not yet kept. */
export interface Held {
  steps: Partial<Record<PetitionStep, number>>
  total: number
}

/** Everything that somebody must go on with: open cases, and answered ones whose promise stands. */
const inHand = sql<boolean>`(status in ('received', 'accepted', 'suspended') or (${standingPromise}))`

export async function heldBy(db: Db, scope: Scope, officerId: string, unitId: string | null): Promise<Held> {
  let query = db
    .selectFrom('petitions')
    .select(['step', (eb) => eb.fn.countAll<string>().as('n')])
    .where('authority_id', '=', scope.authorityId)
    .where('officer_id', '=', officerId)
    .where(inHand)
  if (unitId) query = query.where('unit_id', '=', unitId)
  const rows = await query.groupBy('step').execute()
  const steps = Object.fromEntries(
    petitionSteps.flatMap((step) => rows.filter((row) => row.step === step).map((row) => [step, Number(row.n)])),
  )
  return { steps, total: Object.values(steps).reduce((sum, n) => sum + n, 0) }
}

/** For the page of a person: how much they have in hand, and where it is handed over. */
export async function casesInHand(db: Db, scope: Scope, personId: string): Promise<{ count: number; href: string }> {
  return { count: (await heldBy(db, scope, personId, null)).total, href: `${HANDOVER}?from=${encodeURIComponent(personId)}` }
}

/**
 * All cases in an officer's hand go to a colleague of the same unit, or back to the unit's desk: each with its entry in the history
 * and its counts. Safe to send again: what has moved is no longer there.
 * @returns how many were moved
 * @throws InvalidInput unknown_reference when either person does not work on cases, or not in one unit; unchanged for one and the same
 */
export async function handOver(
  { db, now, dropPages }: { db: Db; now: () => Date; dropPages: (tags: readonly string[]) => void },
  scope: Scope,
  { from, to, actor, unitId, role }: Handover,
): Promise<number> {
  const giver = await findOfficer(db, scope, 'from', from, unitId)
  const taker = to === null ? null : await findOfficer(db, scope, 'to', to, unitId)
  if (taker?.personId === giver.personId) refuseInput([{ field: 'to', code: 'unchanged' }], labels)
  if (taker && taker.unitId !== giver.unitId) refuseInput([{ field: 'to', code: 'unknown_reference' }], labels)
  let moved = 0
  for (;;) {
    const batch = await db
      .transaction()
      .execute((trx) => moveBatch(trx, scope, giver.personId, taker?.personId ?? null, giver.unitId, actor, role, now()))
    dropPages([...new Set(batch.flatMap(tagsOf))])
    moved += batch.length
    if (batch.length < BATCH) return moved
  }
}

async function moveBatch(
  trx: Trx,
  scope: Scope,
  fromId: string,
  toId: string | null,
  unitId: string | null,
  actor: Actor,
  role: string,
  at: Date,
): Promise<Petition[]> {
  let query = trx
    .selectFrom('petitions')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('officer_id', '=', fromId)
    .where(inHand)
  if (unitId) query = query.where('unit_id', '=', unitId)
  const ids = (await query.orderBy('id').limit(BATCH).execute()).map(({ id }) => id)
  // Somebody may have moved one meanwhile: only what is still there is touched.
  const before = (await lockPetitions(trx, scope, ids)).filter(({ officerId }) => officerId === fromId)
  if (before.length === 0) return []
  const after = before.map((petition) => ({ ...petition, officerId: toId, version: petition.version + 1 }))
  await trx
    .updateTable('petitions')
    .set({ officer_id: toId, version: sql<number>`version + 1` })
    .where('authority_id', '=', scope.authorityId)
    .where(
      'id',
      'in',
      before.map(({ id }) => id),
    )
    .execute()
  const entries = before.map((petition) => ({
    matter: matterOf(petition),
    entry: { type: 'petition.handedOver', audience: 'internal' as const, facts: { fromOfficerId: fromId, toOfficerId: toId } },
  }))
  await appendEntries(trx, scope, entries, { role, personId: actor.personId, at })
  await recountMany(trx, scope, before.flatMap(countsFor), after.flatMap(countsFor))
  return after
}

/** Officers of every day, those who have left as well: their cases are the ones that wait. */
async function findOfficer(db: Db, scope: Scope, field: 'from' | 'to', name: string, unitId: string | null) {
  const staff = await listStaff(db, scope)
  const found = staff.find(
    (person) =>
      [person.personId, person.username].includes(name) &&
      (unitId === null || person.unitId === unitId) &&
      (field === 'from' || worksOnCases(person)),
  )
  return found ?? refuseInput([{ field, code: 'unknown_reference' }], labels)
}

export function worksOnCases({ roles, unitId }: { roles: readonly string[]; unitId: string | null }): boolean {
  return unitId !== null && roles.some((role) => role === 'caseOfficer' || role === 'unitHead')
}
