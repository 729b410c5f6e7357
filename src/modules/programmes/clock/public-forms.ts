import type { PublicForms } from '../../history/index.ts'

/** What the public log says of what the clock does to items. */
export const programmeClockForms: PublicForms = {
  'task.recomputed': { facts: { dueOn: 'date', oldLateFrom: 'date', newLateFrom: 'date', notice: 'document' }, moves: true },
  'task.roundMade': { facts: { series: 'code', startsOn: 'date', dueOn: 'date' } },
}
