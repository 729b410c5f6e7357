import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { type ClockPlace, listMattersThatMove, listSoonestDue, type MatterRef, type MovedClock, recomputeRunning } from '../clocks/index.ts'
import { appendEntries } from '../history/index.ts'
import { recountMany } from '../tallies/index.ts'
import type { Petition } from './petition.ts'
import { lockPetitions } from './petition-repository.ts'
import { countsFor, tagsOf } from './rules.ts'

export interface RecomputeOptions {
  db: Db
  dropPages: (tags: readonly string[]) => void
  now: () => Date
  today: CivilDate
}

export interface CalendarNews {
  /** First day that counts differently. */
  since: CivilDate
  /** Number of the notice that changed the calendar. */
  notice: string
  actorId: string | null
}

/** Open clocks that are looked at together, without a lock. */
const LOOK_AT = 5_000
/** Cases that are locked together, for a fraction of a second: few enough that nobody who acts on one of them waits long. */
const BATCH = 250
/** Batches at a time, each on a connection of its own: the database's cores share the work, and most connections stay free for the pages. */
const AT_ONCE = 2

/**
 * After a change of the office calendar: moves the running clocks, batch by batch, each in a transaction of its own, and writes it to
 * each case's history. Safe to run twice: what has moved does not move again.
 * @returns every clock that moved
 */
export async function recomputePetitionClocks(options: RecomputeOptions, scope: Scope, news: CalendarNews): Promise<MovedClock[]> {
  const moved: MovedClock[] = []
  let after: ClockPlace | null = null
  do {
    const page: Awaited<ReturnType<typeof listMattersThatMove>> = await listMattersThatMove(options.db, scope, {
      since: news.since,
      limit: LOOK_AT,
      ...(after ? { after } : {}),
    })
    const matters = page.matters.filter(({ type }) => type === 'petition')
    const batches = Array.from({ length: Math.ceil(matters.length / BATCH) }, (_, i) => matters.slice(i * BATCH, (i + 1) * BATCH))
    for (let i = 0; i < batches.length; i += AT_ONCE) {
      const done = await Promise.all(batches.slice(i, i + AT_ONCE).map((batch) => recomputeBatch(options, scope, news, batch)))
      moved.push(...done.flat())
    }
    after = page.next
  } while (after)
  return moved
}

async function recomputeBatch(
  { db, dropPages, now, today }: RecomputeOptions,
  scope: Scope,
  { since, notice, actorId }: CalendarNews,
  matters: readonly MatterRef[],
): Promise<MovedClock[]> {
  const done = await db.transaction().execute(async (trx) => {
    const before = await lockPetitions(
      trx,
      scope,
      matters.map(({ id }) => id),
    )
    const known = before.map(({ id }) => ({ type: 'petition', id }))
    const moved = await recomputeRunning(trx, scope, { on: today, since, matters: known, actorId })
    if (moved.length === 0) return null
    const touched = new Set(moved.map(({ matter }) => matter.id))
    const changed = before.filter(({ id }) => touched.has(id))
    const after = await saveDueDates(trx, scope, changed)
    const entries = moved.map(({ matter, stage, oldDueOn, newDueOn }) => ({
      matter,
      entry: { type: 'petition.clockMoved', audience: 'public' as const, facts: { stage, oldDueOn, newDueOn, notice } },
    }))
    await appendEntries(trx, scope, entries, { role: 'administrator', personId: actorId, at: now() })
    await recountMany(trx, scope, changed.flatMap(countsFor), after.flatMap(countsFor))
    return { moved, tags: [...new Set(after.flatMap(tagsOf))] }
  })
  if (!done) return []
  dropPages(done.tags)
  return done.moved
}

/** The soonest due date of each case, after its clocks moved. */
async function saveDueDates(trx: Trx, scope: Scope, petitions: readonly Petition[]): Promise<Petition[]> {
  const ids = petitions.map(({ id }) => id)
  const soonest = await listSoonestDue(trx, scope, 'petition', ids)
  const after = petitions.map((petition) => ({ ...petition, dueOn: soonest.get(petition.id) ?? null, version: petition.version + 1 }))
  await sql`update petitions set due_on = moved.due_on, version = version + 1
    from unnest(${ids}::uuid[], ${after.map(({ dueOn }) => dueOn)}::date[]) as moved (id, due_on)
    where petitions.authority_id = ${scope.authorityId} and petitions.id = moved.id`.execute(trx)
  return after
}
