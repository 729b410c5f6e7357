import type { vi } from './text.vi.ts'

export const en: typeof vi = {
  title: 'Overview of programmes',
  lead: 'Items of all agencies in all plans that are out: on time, late, without evidence, disputed by the people.',
  ofUnit: (unit) => `Your own agency alone: ${unit}.`,
  noUnit: 'Your account belongs to no agency yet.',
  progress: 'Progress of all',
  ahead: 'Items due in the next six months',
  aheadLabel: 'Items due in each month',
  aheadHead: ['Month', 'Items'],
  latest: 'Agencies with most late items',
  latestHead: ['Agency', 'Late items'],
  noLate: 'No agency is late.',
  units: 'By agency',
  ledByNone: 'Items that none of the agencies below leads stand in the figures above alone.',
  none: 'No agency has an item in a plan that is out.',
  more: 'More agencies',
  sort: 'Sorted by',
  head: {
    name: 'Agency',
    items: 'Items',
    done: 'Done',
    late: 'Late',
    unproven: 'Without evidence',
    disputed: 'People say not done',
  },
}
