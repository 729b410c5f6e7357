import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { listMattersToRecompute, type MatterRef, type MovedClock, recomputeRunning } from '../clocks/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { soonestDueDate } from './feature.ts'
import { lockPetition, savePetition } from './petition-repository.ts'
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

const BATCH = 200

/**
 * After a change of the office calendar: moves the running clocks, case by case, each in a transaction of its own, and writes it to
 * the case's history. Safe to run twice: what has moved does not move again.
 * @returns every clock that moved
 */
export async function recomputePetitionClocks(options: RecomputeOptions, scope: Scope, news: CalendarNews): Promise<MovedClock[]> {
  const moved: MovedClock[] = []
  let after: MatterRef | undefined
  for (;;) {
    const batch = await listMattersToRecompute(options.db, scope, { since: news.since, limit: BATCH, ...(after ? { after } : {}) })
    for (const matter of batch) {
      if (matter.type === 'petition') moved.push(...(await recomputeOne(options, scope, news, matter)))
    }
    after = batch.at(-1)
    if (batch.length < BATCH) return moved
  }
}

async function recomputeOne(
  { db, dropPages, now, today }: RecomputeOptions,
  scope: Scope,
  news: CalendarNews,
  matter: MatterRef,
): Promise<MovedClock[]> {
  const done = await db.transaction().execute(async (trx) => {
    const before = await lockPetition(trx, scope, matter.id)
    if (!before) return null
    const moved = await recomputeRunning(trx, scope, { on: today, since: news.since, matter, actorId: news.actorId })
    if (moved.length === 0) return null
    const kept = await soonestDueDate(trx, scope, before)
    const after = await savePetition(trx, scope, before, { ...kept, version: before.version + 1 })
    for (const { stage, oldDueOn, newDueOn } of moved) {
      const facts = { stage, oldDueOn, newDueOn, notice: news.notice }
      await appendEntry(
        trx,
        scope,
        matter,
        { type: 'petition.clockMoved', audience: 'public', facts },
        { role: 'administrator', personId: news.actorId, at: now() },
      )
    }
    await recount(trx, scope, countsFor(before), countsFor(after))
    return { moved, tags: tagsOf(after) }
  })
  if (!done) return []
  dropPages(done.tags)
  return done.moved
}
