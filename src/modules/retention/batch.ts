import type { CivilDate } from '../../shared/civil-date.ts'
import type { Because } from './decide.ts'
import type { RuleId } from './rule.ts'

export const batchStatuses = ['announced', 'done'] as const
export type BatchStatus = (typeof batchStatuses)[number]

export type ItemState = 'announced' | 'erased' | 'takenOut'

/** What one night proposed under one rule. */
export interface Batch {
  id: string
  code: string
  rule: RuleId
  switchId: string
  status: BatchStatus
  announcedOn: CivilDate
  /** First day on which it may go. */
  eraseFrom: CivilDate
  waiting: number
  erased: number
  takenOut: number
  doneOn: CivilDate | null
  keepMonths: number
  documentNumber: string
}

export interface Item {
  position: number
  rule: RuleId
  key: string
  code: string | null
  restedOn: CivilDate
  n: number
  state: ItemState
  because: Because | null
}

export function matterOf({ id }: { id: string }) {
  return { type: 'retention', id }
}
