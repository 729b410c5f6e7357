import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { heirsOn, listUnits, movePeopleAndPlaces, type Scope, type Unit } from '../accounts/index.ts'
import { appendEntries } from '../history/index.ts'
import { recountMany } from '../tallies/index.ts'
import { matterOf, type Petition } from './petition.ts'
import { lockPetitions } from './petition-repository.ts'
import { countsFor, tagsOf } from './rules.ts'
import { standingPromise } from './statistics/case-conditions.ts'
import './petitions.table.ts'

/** Cases that are locked together, for a fraction of a second: the site answers meanwhile. */
const BATCH = 250

export interface CarryOverOptions {
  db: Db
  dropPages: (tags: readonly string[]) => void
  now: () => Date
}

/** What has to be gone on with: open, or answered with a promise that stands. The rest stays with the old unit, and in its figures. */
const inHand = sql<boolean>`(status in ('received', 'accepted', 'suspended') or (${standingPromise}))`

/**
 * The work of every unit that has ended goes to its heir: people and hamlets, then the cases in hand, batch by batch, each with its
 * officer, clocks and code as they were. Safe to run twice, and to go on with when it was broken off: what has moved is no longer there.
 * @returns how many cases moved
 */
export async function carryOverEndedUnits(options: CarryOverOptions, scope: Scope): Promise<number> {
  const { db, dropPages, now } = options
  const units = await listUnits(db, scope)
  const heirs = heirsOn(units, civilDateOf(now()))
  let moved = 0
  for (const ended of units) {
    const heir = heirs.get(ended.id)
    if (!heir) continue
    await db.transaction().execute((trx) => movePeopleAndPlaces(trx, scope, ended, heir))
    for (;;) {
      const batch = await db.transaction().execute((trx) => moveBatch(trx, scope, ended, heir, now()))
      if (batch.length === 0) break
      dropPages([...new Set(batch.flatMap(tagsOf))])
      moved += batch.length
    }
  }
  return moved
}

async function moveBatch(trx: Trx, scope: Scope, ended: Unit, heir: Unit, at: Date): Promise<Petition[]> {
  const rows = await trx
    .selectFrom('petitions')
    .select('id')
    .where('authority_id', '=', scope.authorityId)
    .where('unit_id', '=', ended.id)
    .where(inHand)
    .orderBy('id')
    .limit(BATCH)
    .execute()
  const locked = await lockPetitions(
    trx,
    scope,
    rows.map(({ id }) => id),
  )
  // Somebody may have sent one elsewhere while it was waited for.
  const before = locked.filter(({ unitId }) => unitId === ended.id)
  if (before.length === 0) return []
  const after = before.map((petition) => ({ ...petition, unitId: heir.id, version: petition.version + 1 }))
  await saveMoved(trx, scope, ended, heir, before, civilDateOf(at))
  const facts = { unitId: heir.id, previousUnitId: ended.id, decision: ended.endingDecision }
  const entries = before.map((petition) => ({
    matter: matterOf(petition),
    entry: { type: 'petition.carriedOver', audience: 'public' as const, facts },
  }))
  await appendEntries(trx, scope, entries, { role: 'administrator', personId: null, at })
  await recountMany(trx, scope, before.flatMap(countsFor), after.flatMap(countsFor))
  return after
}

async function saveMoved(trx: Trx, scope: Scope, ended: Unit, heir: Unit, petitions: readonly Petition[], on: CivilDate): Promise<void> {
  const ids = petitions.map(({ id }) => id)
  await trx
    .updateTable('petitions')
    .set({ unit_id: heir.id, version: sql<number>`version + 1` })
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', ids)
    .execute()
  await trx
    .insertInto('petition_former_units')
    .values(ids.map((id) => ({ authority_id: scope.authorityId, unit_id: ended.id, petition_id: id, carried_on: on })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
