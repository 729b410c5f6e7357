import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { listClocks } from '../clocks/index.ts'
import { matterOf, type Stage } from './petition.ts'

/** The day on which an open clock of a case is due, before an act moves it: both days go into the history. Null: there is no open one. */
export async function dueBefore(db: Db, scope: Scope, petition: { id: string }, stage: Stage): Promise<CivilDate | null> {
  const clocks = await listClocks(db, scope, matterOf(petition))
  return clocks.find((clock) => clock.stage === stage && (clock.state === 'running' || clock.state === 'suspended'))?.dueOn ?? null
}
