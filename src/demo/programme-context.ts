import { demoTown } from '../../db/demo/demo-data.ts'
import type { Actor, Scope } from '../modules/accounts/index.ts'
import type { Db } from '../platform/database.ts'
import { addDays, type CivilDate, civilDateOf } from '../shared/civil-date.ts'

export interface ProgrammeDemoOptions {
  db: Db
  appKey: Buffer
  now: Date
}

/** What every step of the demonstration's plans needs. */
export interface Context extends ProgrammeDemoOptions {
  scope: Scope
  /** By user name. */
  people: ReadonlyMap<string, Actor>
}

const DAY = 86_400_000

export const unitId = (key: string) => demoTown.units.find((unit) => unit.key === key)!.id

/** Acts as it was done so many days ago. */
export const runnerAt = ({ db, now }: Context, daysAgo: number) => ({
  db,
  now: () => new Date(now.getTime() - daysAgo * DAY),
  dropPages: () => undefined,
})

/** So many days from today. */
export const dayIn = ({ now }: Context, days: number): CivilDate => addDays(civilDateOf(now), days)
