import { carryOverCounters } from '../../modules/visits/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { findStaged } from './staged-rows.ts'
import { instantIn, numberIn } from './tables.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The portal's counters of visits go on here; once an authority, as `visits` has it. */
export async function importCounters({ db, scope, report, dryRun, now }: ImportOptions): Promise<void> {
  const countOf = async (key: string) => numberIn(await findStaged(db, scope, 'counter', key), 'c_count')
  const total = await countOf('total:hits')
  const readAt = instantIn(await findStaged(db, scope, 'counter', 'c_time:last'), 'c_count')
  if (total === 0 || !readAt) return
  const readOn = civilDateOf(readAt)
  const carriedOverOn = civilDateOf(now())
  // What the portal counted on another day or in another month is part of the total alone.
  const month = readOn.slice(0, 7) === carriedOverOn.slice(0, 7) ? await countOf(`month:${months[Number(readOn.slice(5, 7)) - 1]}`) : 0
  const today = readOn === carriedOverOn ? await countOf(`day:${readOn.slice(8)}`) : 0
  const counters = { carriedOverOn, readOn, online: 0, today: Math.min(today, month), month: Math.min(month, total), total }
  const isNew = dryRun || (await db.transaction().execute((trx) => carryOverCounters(trx, scope, counters)))
  report.count('counter', isNew ? 'brought' : 'already')
}
