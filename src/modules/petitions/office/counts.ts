import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { countsOf } from '../../tallies/index.ts'
import type { DeskScope, InboxView } from '../list-inbox.ts'
import { officerDesk } from '../rules.ts'

export type InboxCounts = Record<InboxView, number>

type Buckets = readonly { bucket: string; n: number }[]

const sum = (buckets: Buckets, wanted: (bucket: string) => boolean = () => true) =>
  buckets.reduce((total, { bucket, n }) => (wanted(bucket) ? total + n : total), 0)

/** How many cases each view of an officer's list holds, from the kept counts alone: no case is read. `soon` is the last day that counts as due. */
export async function inboxCounts(
  db: Db,
  scope: Scope,
  desk: DeskScope,
  days: { today: CivilDate; soon: CivilDate },
): Promise<InboxCounts> {
  const owner = desk.unitId ? `unit:${desk.unitId}` : 'all'
  const [open, steps, statuses, promises, noOfficer, own] = await Promise.all([
    countsOf(db, scope, 'petition.open', owner),
    countsOf(db, scope, 'petition.step', owner),
    Promise.all(
      [owner, ...(desk.formerUnitIds ?? []).map((id) => `unit:${id}`)].map((whose) => countsOf(db, scope, 'petition.status', whose)),
    ),
    countsOf(db, scope, 'petition.promise', owner),
    desk.unitId ? countsOf(db, scope, 'petition.noOfficer', owner) : [],
    desk.unitId ? countsOf(db, scope, 'petition.open', officerDesk(desk.unitId, desk.officerId)) : [],
  ])
  const atStep = (step: string) => sum(steps, (bucket) => bucket === step)
  const mine = {
    takeIn: () => atStep('new'),
    sign: () => atStep('drafted'),
    assigned: () => sum(own),
    unitWithoutOfficer: () => sum(noOfficer) + sum(own),
  }
  return {
    mine: mine[desk.mine](),
    unassigned: desk.unitId ? sum(noOfficer) : atStep('unassigned'),
    due: sum(open, (bucket) => bucket >= days.today && bucket <= days.soon),
    overdue: sum(open, (bucket) => bucket < days.today),
    waiting: atStep('drafted'),
    promises: sum(promises),
    all: sum(statuses.flat()),
  }
}
