import type { CivilDate } from '../../shared/civil-date.ts'
import type { Matter } from '../history/index.ts'

/** Khiếu nại tiếp, tranh chấp pháp lý, thanh tra – kiểm tra. */
export const grounds = ['appeal', 'dispute', 'inspection'] as const
export type Ground = (typeof grounds)[number]

/** One matter kept back by an officer. */
export interface RetentionHold {
  id: string
  matter: Matter
  code: string
  ground: Ground
  documentNumber: string
  /** Day on which the office asks itself anew; the hold goes on until it is lifted. */
  reviewOn: CivilDate
  placedBy: string
}

/** Longest time until a hold is looked at again, days. */
export const LONGEST_REVIEW = 366
