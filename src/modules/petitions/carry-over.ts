import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import {
  type HeirFinder,
  heirFinder,
  listHamlets,
  listSplits,
  listStaff,
  listUnits,
  movePeopleAndPlaces,
  type Scope,
  type Unit,
} from '../accounts/index.ts'
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
 * The work of every unit that has ended goes to its heirs: people and hamlets, then the cases in hand, batch by batch, each with its
 * clocks and code as they were. Of a divided unit a case goes with its hamlet, else with its officer, else to the general successor. Safe to run twice, and to go on with when it was broken off: what has moved is no longer there.
 * @returns how many cases moved
 */
export async function carryOverEndedUnits(options: CarryOverOptions, scope: Scope): Promise<number> {
  const { db, dropPages, now } = options
  const units = await listUnits(db, scope)
  const heirOf = heirFinder(units, await listSplits(db, scope), civilDateOf(now()))
  let moved = 0
  for (const ended of units) {
    const heir = heirOf(ended.id, general)
    if (!heir) continue
    await db.transaction().execute(async (trx) => {
      await moveShares(trx, scope, ended, heirOf)
      await moveTemplates(trx, scope, ended, heir)
    })
    for (;;) {
      const batch = await db.transaction().execute((trx) => moveBatch(trx, scope, ended, heirOf, now()))
      if (batch.length === 0) break
      dropPages([...new Set(batch.flatMap(tagsOf))])
      moved += batch.length
    }
  }
  return moved
}

/** What no division names: the general successor has it. */
const general = { hamletId: null, officerId: null }

/** Hamlets and people go to the heir that the division names for them, all others to the general one. */
async function moveShares(trx: Trx, scope: Scope, ended: Unit, heirOf: HeirFinder): Promise<void> {
  const [hamlets, staff, residents] = await Promise.all([
    listHamlets(trx, scope, ended.id),
    listStaff(trx, scope, { unitId: ended.id }),
    listStaff(trx, scope, { unitId: ended.id, role: 'resident' }),
  ])
  const parts = [
    ...hamlets.map(({ id }) => ({ id, isHamlet: true, heir: heirOf(ended.id, { hamletId: id, officerId: null }) })),
    ...[...staff, ...residents].map(({ personId }) => ({
      id: personId,
      isHamlet: false,
      heir: heirOf(ended.id, { hamletId: null, officerId: personId }),
    })),
  ]
  for (const [heir, share] of Map.groupBy(parts, (part) => part.heir)) {
    if (!heir) continue
    const idsOf = (isHamlet: boolean) => share.filter((part) => part.isHamlet === isHamlet).map(({ id }) => id)
    await movePeopleAndPlaces(trx, scope, ended, { heir, hamletIds: idsOf(true), personIds: idsOf(false) })
  }
}

/** Answer templates go to the general successor. */
async function moveTemplates(trx: Trx, scope: Scope, ended: Unit, heir: Unit): Promise<void> {
  await trx
    .updateTable('answer_templates')
    .set({ unit_id: heir.id })
    .where('authority_id', '=', scope.authorityId)
    .where('unit_id', '=', ended.id)
    .execute()
}

/** A case with its heir; its officer stays with it only where both went the same way. */
interface Going {
  petition: Petition
  heir: Unit
  officerId: string | null
}

function goingOf(ended: Unit, heirOf: HeirFinder, petition: Petition): Going | null {
  const heir = heirOf(ended.id, petition)
  if (!heir) return null
  const { officerId } = petition
  const withOfficer = officerId !== null && heirOf(ended.id, { hamletId: null, officerId })?.id === heir.id
  return { petition, heir, officerId: withOfficer ? officerId : null }
}

async function moveBatch(trx: Trx, scope: Scope, ended: Unit, heirOf: HeirFinder, at: Date): Promise<Petition[]> {
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
  const going = locked
    .filter(({ unitId }) => unitId === ended.id)
    .map((petition) => goingOf(ended, heirOf, petition))
    .filter((one) => one !== null)
  if (going.length === 0) return []
  for (const [heir, share] of Map.groupBy(going, (one) => one.heir)) await saveMoved(trx, scope, ended, heir, share, civilDateOf(at))
  const entries = going.map(({ petition, heir, officerId }) => ({
    matter: matterOf(petition),
    entry: {
      type: 'petition.carriedOver',
      audience: 'public' as const,
      facts: {
        unitId: heir.id,
        previousUnitId: ended.id,
        decision: ended.endingDecision,
        ...(petition.officerId === officerId ? {} : { officerReleased: true }),
      },
    },
  }))
  await appendEntries(trx, scope, entries, { role: 'administrator', personId: null, at })
  const before = going.map(({ petition }) => petition)
  const after = going.map(({ petition, heir, officerId }) => ({
    ...petition,
    unitId: heir.id,
    officerId,
    version: petition.version + 1,
  }))
  await recountMany(trx, scope, before.flatMap(countsFor), after.flatMap(countsFor))
  return after
}

async function saveMoved(trx: Trx, scope: Scope, ended: Unit, heir: Unit, going: readonly Going[], on: CivilDate): Promise<void> {
  const ids = going.map(({ petition }) => petition.id)
  const released = going.filter(({ petition, officerId }) => petition.officerId !== officerId).map(({ petition }) => petition.id)
  await trx
    .updateTable('petitions')
    .set({
      unit_id: heir.id,
      officer_id: sql<string | null>`case when id = any(${released}::uuid[]) then null else officer_id end`,
      version: sql<number>`version + 1`,
    })
    .where('authority_id', '=', scope.authorityId)
    .where('id', 'in', ids)
    .execute()
  await trx
    .insertInto('petition_former_units')
    .values(ids.map((id) => ({ authority_id: scope.authorityId, unit_id: ended.id, petition_id: id, carried_on: on })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Cases in hand of a unit by what decides where they go, for the preview of a division. */
export async function openCasesByBelonging(db: Db, scope: Scope, unitId: string) {
  return db
    .selectFrom('petitions')
    .select(['hamlet_id as hamletId', 'officer_id as officerId'])
    .select(sql<number>`count(*)::int`.as('cases'))
    .where('authority_id', '=', scope.authorityId)
    .where('unit_id', '=', unitId)
    .where(inHand)
    .groupBy(['hamlet_id', 'officer_id'])
    .execute()
}
