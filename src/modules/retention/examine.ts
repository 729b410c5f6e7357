import type { Db } from '../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { listClocks } from '../clocks/index.ts'
import { listFiles } from '../files/index.ts'
import { lastEntry, type Matter } from '../history/index.ts'
import { lastMessageAt } from '../messages/index.ts'
import { lastMailAt } from '../notices/index.ts'
import { lastLookOn } from '../personal-data/index.ts'
import type { Facts, Obstacle } from './decide.ts'
import { isHeld } from './hold-repository.ts'
import type { Resting, Retained } from './source.ts'
import { ANNOUNCEMENT } from './tell-person.ts'

/** All that decides about one thing, from every room that knows something. */
export async function examine(
  db: Db,
  scope: Scope,
  { watchers, keptByLaw }: Pick<Retained, 'watchers' | 'keptByLaw'>,
  { matter, linked = [], standing, restedOn, touchedOn, obstacles: known = [] }: Resting,
  today: CivilDate,
): Promise<Facts> {
  const obstacles: Obstacle[] = [...known]
  const touches: (CivilDate | null | undefined)[] = [touchedOn]
  if (standing && keptByLaw(standing, today)) obstacles.push('keptByLaw')
  for (const one of matter ? [matter, ...linked] : linked) {
    touches.push(await lastTouch(db, scope, one))
    if (await isHeld(db, scope, one)) obstacles.push('hold')
    if ((await listClocks(db, scope, one)).some(({ state }) => state === 'running' || state === 'suspended')) obstacles.push('runningClock')
    for (const watch of watchers) {
      const seen = await watch(db, scope, one)
      obstacles.push(...(seen.obstacles ?? []))
      touches.push(seen.touchedOn)
    }
  }
  return { restedOn, touchedOn: latest(touches), obstacles }
}

/** Last act, message, mail, upload or own look; what retention itself wrote does not count. */
async function lastTouch(db: Db, scope: Scope, matter: Matter): Promise<CivilDate | null> {
  const [entry, message, mail, look, files] = await Promise.all([
    lastEntry(db, scope, matter),
    lastMessageAt(db, scope, matter),
    lastMailAt(db, scope, matter, ANNOUNCEMENT),
    lastLookOn(db, scope, matter),
    listFiles(db, scope, matter),
  ])
  const instants = [entry?.at, message, mail, ...files.map(({ uploadedAt }) => uploadedAt)]
  return latest([look, ...instants.map((at) => at && civilDateOf(at))])
}

function latest(days: readonly (CivilDate | null | undefined)[]): CivilDate | null {
  return (
    days
      .filter((day): day is CivilDate => Boolean(day))
      .toSorted()
      .at(-1) ?? null
  )
}
